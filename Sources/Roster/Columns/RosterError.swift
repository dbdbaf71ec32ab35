package import Messages
import RosterValues
import VietnameseText

/// Why no records can be read from a file whose rows can be read.
///
/// Every description names the file, the row as Excel numbers it, and what to do next.
package enum RosterError: Failure, Equatable, Sendable {
    /// None of the first rows holds known column names; `row` is the first of them, `found` its cells.
    case noHeader(path: String, row: Int, found: [String])
    /// The header lacks columns that every record needs.
    case missingColumns(path: String, row: Int, missing: [String], found: [String])
    /// Two columns of the header mean the same.
    case doubledColumn(path: String, row: Int, column: String, first: String, second: String)
}

extension RosterError {
    package var category: FailureCategory { .badInput }

    /// One or two sentences for the person who chose the file.
    package var message: Message {
        switch self {
        case .noHeader(let path, let row, let found):
            let list = Self.list(found)
            return Message(
                en: "\(path), row \(row): no known column name, found \(list.english). "
                    + "Delete the rows above the header, or name the columns.",
                vi: "\(path), dòng \(row): không có tên cột nào đã biết, chỉ thấy \(list.vietnamese). "
                    + "Hãy xóa các dòng trên tiêu đề, hoặc đặt tên cột.")
        case .missingColumns(let path, let row, let missing, let found):
            let (lacking, list) = (Self.list(missing), Self.list(found))
            return Message(
                en: "\(path), row \(row): the header lacks \(lacking.english), found \(list.english). "
                    + "Add the column, or rename the one that holds it.",
                vi: "\(path), dòng \(row): tiêu đề thiếu cột \(lacking.vietnamese), đã có \(list.vietnamese). "
                    + "Hãy thêm cột, hoặc đổi tên cột đang chứa thông tin đó.")
        case .doubledColumn(let path, let row, let column, let first, let second):
            let names = (Self.list([first]).english, Self.list([second]).english)
            return Message(
                en: "\(path), row \(row): \(names.0) and \(names.1) are both read as \(column). "
                    + "Delete or rename one of them.",
                vi: "\(path), dòng \(row): \(names.0) và \(names.1) đều được hiểu là \(column). "
                    + "Hãy xóa hoặc đổi tên một cột.")
        }
    }

    /// The names between quotation marks, at most 20 of them, 40 characters each.
    private static func list(_ names: [String]) -> Message {
        guard !names.isEmpty else { return Message(en: "nothing", vi: "không có gì") }
        let shown = names.prefix(20).map(Shown.quoted).joined(separator: ", ")
        guard names.count > 20 else { return Message(verbatim: shown) }
        return shown.said(en: "and \(names.count - 20) more", vi: "và \(names.count - 20) tên khác")
    }
}
