import Files
package import Messages
import Payload
import Tables

/// The list of cards to print once more, a CSV file: what `mocban proof --photo` writes and `mocban reprint --list` reads.
package enum ReprintList {
    private static let column = "serial"

    /// Writes the missing or unreadable cards, each with its position and the reason in a language, in place of an older list.
    ///
    /// Throws `FileError`.
    package static func write(_ report: PhotoReport, to path: String, wording: Language = .english) throws {
        let file = try AtomicFile(path: path)
        let writer = CSVWriter()
        try file.write(CSVWriter.byteOrderMark)
        try file.write(writer.bytes(of: [column, "row", "file", "sheet", "position", "reason"]))
        for (card, sheet) in report.toReprint {
            let reason =
                sheet.unreadable.contains(card)
                ? Message(en: "unreadable", vi: "không đọc được") : Message(en: "missing", vi: "thiếu")
            let row = card.row.map(String.init) ?? ""
            try file.write(
                writer.bytes(of: [
                    card.serial.description, row, sheet.file, "\(sheet.number)", "\(card.position)",
                    reason.text(in: wording),
                ]))
        }
        try file.finish()
        try file.commit()
    }

    /// The texts of a list that should be serials, of its column `serial` or else its first one; throws `TableError`.
    package static func serials(_ path: String) throws -> [String] {
        var reader = try CSVReader(path: path)
        var column = 0
        var serials: [String] = []
        var isFirst = true
        while let row = try reader.next() {
            defer { isFirst = false }
            if isFirst, let own = row.fields.firstIndex(where: { $0.lowercased() == Self.column }) {
                column = own
            } else if column < row.fields.count, !row.fields[column].isEmpty {
                serials.append(row.fields[column])
            }
        }
        return serials
    }
}
