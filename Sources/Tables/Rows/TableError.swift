import Files
import Glibc
package import Messages
import VietnameseText
import SystemPackage

/// A fault of a whole file: nothing further can be read from it.
///
/// What is wrong with a single row is a ``Row/Damage`` and never thrown. Every description names the file, the line where there
/// is one (1 is the first line of the file as a text editor counts), and what to do next.
package enum TableError: Failure, Equatable, Sendable {
    /// No file of this name.
    case missing(path: String)
    /// The system refuses to open or to read the file; `reason` is the system's own word.
    case unreadable(path: String, reason: Message)
    /// No byte but a byte order mark and blank rows.
    case empty(path: String)
    /// A picture or another file of bytes rather than text.
    case notText(path: String, found: Content)
    /// The workbook has no sheet of the name.
    case noSheet(path: String, name: String, known: [String])
    /// A field or a row is longer than a roster can hold: 1 MiB a field, 4 MiB or 16,384 fields a row.
    case tooLong(path: String, line: Int)

    /// What a file that is not text looks like.
    package enum Content: Equatable, Sendable {
        case pdf
        /// Zero bytes where text should be.
        case binary
        /// UTF-32 after its byte order mark.
        case utf32

        fileprivate var words: Message {
            switch self {
            case .pdf: Message(en: "a PDF", vi: "một tệp PDF")
            case .binary: Message(en: "not a text file", vi: "tệp không phải văn bản")
            case .utf32: Message(en: "text in UTF-32", vi: "văn bản mã UTF-32")
            }
        }
    }
}

extension TableError {
    /// Why the system refuses to open or to read a file.
    package init(path: String, _ error: any Error) {
        switch error as? Errno {
        case .noSuchFileOrDirectory, .notDirectory: self = .missing(path: path)
        case .permissionDenied, .notPermitted: self = .unreadable(path: path, reason: .permissionDenied)
        case .isDirectory: self = .unreadable(path: path, reason: RegularFile.Fault.folder.message)
        default: self = .unreadable(path: path, reason: Message(of: error))
        }
    }
}

extension TableError {
    /// Bad input, unless the file is missing.
    package var category: FailureCategory { if case .missing = self { .inputMissing } else { .badInput } }

    private static let saveAsUTF8 =
        Message(
            en: "Open it in Excel, choose File, Save As, the type \"CSV UTF-8 (Comma delimited) "
                + "(*.csv)\", and use that file.",
            vi: "Hãy mở bằng Excel, chọn File, Save As, kiểu \"CSV UTF-8 (Comma delimited) (*.csv)\", "
                + "rồi dùng tệp đó.")

    private static func list(_ names: [String]) -> String {
        names.map { "“\(Shown.text($0))”" }.joined(separator: ", ")
    }

    /// One or two sentences for the person who chose the file.
    package var message: Message {
        switch self {
        case .missing(let path):
            Message(
                en: "\(path): there is no such file. Check the name and the folder.",
                vi: "\(path): không có tệp này. Hãy kiểm tra tên tệp và thư mục.")
        case .unreadable(let path, let reason):
            Message(
                en: "\(path): cannot be read: \(reason.english). Check that it is a file and that you may "
                    + "read it.",
                vi: "\(path): không đọc được: \(reason.vietnamese). Hãy kiểm tra đó có phải là tệp và bạn có "
                    + "quyền đọc không.")
        case .empty(let path):
            Message(
                en: "\(path): the file is empty. It needs a header row and one row for each record.",
                vi: "\(path): tệp trống. Cần một dòng tiêu đề và mỗi bản ghi một dòng.")
        case .notText(let path, let found):
            Message(
                en: "\(path): this is \(found.words.english), and an Excel workbook or a CSV file is needed. "
                    + "\(Self.saveAsUTF8.english)",
                vi: "\(path): đây là \(found.words.vietnamese), mà cần sổ tính Excel hoặc tệp CSV. "
                    + "\(Self.saveAsUTF8.vietnamese)")
        case .noSheet(let path, let name, let known):
            Message(
                en: "\(path): there is no sheet “\(Shown.text(name))”; the sheets are \(Self.list(known)).",
                vi: "\(path): không có trang tính “\(Shown.text(name))”; các trang tính là \(Self.list(known)).")
        case .tooLong(let path, let line):
            Message(
                en: "\(path), line \(line): the row that begins here does not end. Look for a quotation mark "
                    + "(\") that is opened and never closed, or save the file as CSV again.",
                vi: "tệp \(path), dòng \(line): dòng dữ liệu bắt đầu ở đây không có chỗ kết thúc. Hãy tìm "
                    + "dấu ngoặc kép (\") mở mà không đóng, hoặc lưu lại tệp dạng CSV.")
        }
    }
}
