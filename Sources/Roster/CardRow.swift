import Tables

/// A row in whose cell a scanner typed the text of a CCCD's own QR code.
enum CardRow {
    /// The row with the card's text taken apart into its cells; nothing where no cell holds such a text.
    static func expanded(_ row: Row, _ header: Header<Person.Column>) -> Row? {
        for column in [Person.Column.fullName, .nationalID] {
            guard let field = header.field(of: column), field < row.fields.count else { continue }
            guard row.fields[field].utf8.contains(CitizenCardText.separator) else { continue }
            guard let card = try? CitizenCardText(row.fields[field]) else { continue }
            return filled(row, header, card, from: field)
        }
        return nil
    }

    private static func filled(_ row: Row, _ header: Header<Person.Column>, _ card: CitizenCardText, from source: Int)
        -> Row
    {
        var fields = row.fields
        fields[source] = ""
        func fill(_ column: Person.Column, _ text: String) {
            guard let field = header.field(of: column), field < fields.count else { return }
            guard fields[field].utf8.allSatisfy({ $0 == 0x20 }) else { return }
            fields[field] = text
        }
        fill(.nationalID, card.nationalID)
        fill(.fullName, card.name)
        fill(.dateOfBirth, card.birth.description)
        fill(.sex, card.sex.vietnamese)
        return Row(number: row.number, fields: fields)
    }
}
