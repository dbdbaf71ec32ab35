package import Messages
import RosterValues
import VietnameseText

extension RosterFile.UnusedColumn {
    /// That nothing is read from the column; none where it holds nothing.
    package var message: Message? {
        guard rows > 0 else { return nil }
        let letters = ColumnLetters.of(field)
        let (en, vi) =
            name.isEmpty
            ? ("column \(letters), which has no name", "cột \(letters) không có tên")
            : ("column \(letters) \(Shown.quoted(name))", "cột \(letters) \(Shown.quoted(name))")
        return Message(
            en: "NOT read: \(en), with text in \(rows == 1 ? "1 row" : "\(rows) rows")",
            vi: "KHÔNG đọc: \(vi), có chữ ở \(rows) dòng")
    }
}
