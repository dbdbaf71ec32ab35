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
    case unreadable(path: String, reason: String)
    /// No byte but a byte order mark and blank rows.
    case empty(path: String)
    /// A picture or another file of bytes rather than text.
    case notText(path: String, found: Content)
    /// The workbook has no sheet of the name.
    case noSheet(path: String, name: String, known: [String])
    /// A field or a row is longer than a roster can hold: 1 MiB a field, 4 MiB or 16,384 fields a row.
    case tooLong(path: String, line: Int)

    /// What a file that is not text looks like.
    package enum Content: String, Equatable, Sendable {
        case pdf = "a PDF"
        /// Zero bytes where text should be.
        case binary = "not a text file"
        /// UTF-32 after its byte order mark.
        case utf32 = "text in UTF-32"
    }
}

extension TableError {
    /// Why the system refuses to open or to read a file.
    package init(path: String, _ error: any Error) {
        switch error as? Errno {
        case .noSuchFileOrDirectory, .notDirectory: self = .missing(path: path)
        case .permissionDenied, .notPermitted: self = .unreadable(path: path, reason: "permission denied")
        case .isDirectory: self = .unreadable(path: path, reason: "it is a folder")
        default: self = .unreadable(path: path, reason: "\(error)")
        }
    }
}

extension TableError {
    /// Bad input, unless the file is missing.
    package var category: FailureCategory { if case .missing = self { .inputMissing } else { .badInput } }

    private static let saveAsUTF8 =
        "Open it in Excel, choose File, Save As, the type \"CSV UTF-8 (Comma delimited) (*.csv)\", and use that file."

    /// One or two English sentences for the person who chose the file.
    package var description: String {
        switch self {
        case .missing(let path): "\(path): there is no such file. Check the name and the folder."
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason). Check that it is a file and that you may read it."
        case .empty(let path): "\(path): the file is empty. It needs a header row and one row for each record."
        case .notText(let path, let found):
            "\(path): this is \(found.rawValue), and an Excel workbook or a CSV file is needed. \(Self.saveAsUTF8)"
        case .noSheet(let path, let name, let known):
            "\(path): there is no sheet “\(Shown.text(name))”; the sheets are "
                + known.map { "“\(Shown.text($0))”" }.joined(separator: ", ") + "."
        case .tooLong(let path, let line):
            "\(path), line \(line): the row that begins here does not end. "
                + "Look for a quotation mark (\") that is opened and never closed, or save the file as CSV again."
        }
    }
}
