import Tables
import VietnameseText

/// The fields of a file that a survey of people looks at.
struct PersonFields: Sendable {
    /// The household's code.
    let household: Int?
    /// The relation to the head.
    let relation: Int?
    /// The date of birth.
    let birth: Int?
    /// The hamlet.
    let hamlet: Int?
    /// The commune.
    let commune: Int?

    init(_ header: Header<Person.Column>) {
        household = header.field(of: .household)
        relation = header.field(of: .relation)
        birth = header.field(of: .dateOfBirth)
        hamlet = header.field(of: .hamlet)
        commune = header.field(of: .commune)
    }
}

extension Row {
    /// A cell's clean text; empty where the row lacks it, or it holds what no cell may.
    func text(_ field: Int?) -> String {
        guard let field, field < fields.count else { return "" }
        let clean = CleanText(fields[field])
        // Cells of the longest text that is not refused, 120 letters of three bytes.
        return clean.hidden == nil && clean.text.utf8.count <= 360 ? clean.text : ""
    }
}
