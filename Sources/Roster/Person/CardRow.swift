import RosterValues
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
            guard let cell = header.cell(column, of: row), cell.utf8.contains(CitizenCardText.separator),
                let card = try? CitizenCardText(cell)
            else { continue }
            return contradicts(row, header, card, from: column) ? nil : filled(row, header, card, from: column)
        }
        return nil
    }

    private static func contradicts(
        _ row: Row, _ header: Header<Person.Column>, _ card: CitizenCardText, from source: Person.Column
    ) -> Bool {
        func text(_ column: Person.Column) -> String? {
            guard column != source, let cell = header.cell(column, of: row) else { return nil }
            let text = CleanText(cell).text
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

    private static func filled(
        _ row: Row, _ header: Header<Person.Column>, _ card: CitizenCardText, from source: Person.Column
    ) -> Row {
        var fields = row.fields
        func fill(_ column: Person.Column, _ text: String) {
            guard let field = header.field(of: column), field < fields.count,
                fields[field].isBlankCell || column == source
            else { return }
            fields[field] = text
        }
        fill(.nationalID, card.nationalID)
        fill(.fullName, card.name)
        fill(.dateOfBirth, card.birth.description)
        fill(.sex, card.sex.vietnamese)
        return Row(number: row.number, fields: fields)
    }
}
