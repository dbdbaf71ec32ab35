import Tables
import VietnameseText

/// A row in whose cell a scanner typed the text of a CCCD's own QR code.
enum CardRow {
    /// The row with the card's text taken apart into its cells; nothing where no cell holds such a text.
    ///
    /// Nothing either where another cell says that the card is somebody else's: the text stays where it is, and the row is
    /// refused for it.
    static func expanded(_ row: Row, _ header: Header<Person.Column>) -> Row? {
        for column in [Person.Column.fullName, .nationalID] {
            guard let field = header.field(of: column), field < row.fields.count else { continue }
            guard row.fields[field].utf8.contains(CitizenCardText.separator) else { continue }
            guard let card = try? CitizenCardText(row.fields[field]) else { continue }
            guard !contradicts(row, header, card, from: field) else { return nil }
            return filled(row, header, card, from: field)
        }
        return nil
    }

    private static func contradicts(
        _ row: Row, _ header: Header<Person.Column>, _ card: CitizenCardText, from source: Int
    ) -> Bool {
        func text(_ column: Person.Column) -> String? {
            guard let field = header.field(of: column), field != source, field < row.fields.count else { return nil }
            let text = CleanText(row.fields[field]).text
            return text.isEmpty ? nil : text
        }
        if let name = text(.fullName), LatinFolding.folded(name) != LatinFolding.folded(card.name) { return true }
        if let sex = text(.sex).flatMap({ Sex($0) }), sex != card.sex { return true }
        if let birth = text(.dateOfBirth).flatMap({ BirthDate($0) }), birth != card.birth {
            // A year alone only says less.
            guard birth.year == card.birth.year, birth.day == nil || card.birth.day == nil else { return true }
        }
        if let number = text(.nationalID).flatMap(IDDigits.digits), IDDigits.isLong(number) {
            return number != card.nationalID && number != card.formerID
        }
        return false
    }

    private static func filled(_ row: Row, _ header: Header<Person.Column>, _ card: CitizenCardText, from source: Int)
        -> Row
    {
        var fields = row.fields
        fields[source] = ""
        func fill(_ column: Person.Column, _ text: String) {
            guard let field = header.field(of: column), field < fields.count else { return }
            guard fields[field].isBlankCell else { return }
            fields[field] = text
        }
        fill(.nationalID, card.nationalID)
        fill(.fullName, card.name)
        fill(.dateOfBirth, card.birth.description)
        fill(.sex, card.sex.vietnamese)
        return Row(number: row.number, fields: fields)
    }
}
