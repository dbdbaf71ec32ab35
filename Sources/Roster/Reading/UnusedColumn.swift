package import Messages
import RosterValues
import VietnameseText

extension RosterFile.UnusedColumn {
    /// That nothing is read from the column; none where it holds nothing.
    package var message: Message? {
        guard rows > 0 else { return nil }
        let letters = ColumnLetters.of(field)
        let column =
            name.isEmpty
            ? Message(en: "column \(letters), which has no name", vi: "cột \(letters) không có tên")
            : Message(en: "column \(letters) \(Shown.quoted(name))", vi: "cột \(letters) \(Shown.quoted(name))")
        return Message(
            en: "NOT read: \(column.english), with text in \(rows == 1 ? "1 row" : "\(rows) rows")",
            vi: "KHÔNG đọc: \(column.vietnamese), có chữ ở \(rows) dòng")
    }
}
