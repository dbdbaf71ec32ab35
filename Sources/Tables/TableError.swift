/// A fault of a whole file: nothing further can be read from it.
///
/// Faults of a single row are ``Row/Damage`` values and never thrown. Every description names the file, the line where there
/// is one (1 is the first line of the file as a text editor counts), and what to do next.
public enum TableError: Error, Equatable, Sendable {
    /// No file of this name.
    case missing(path: String)
    /// The system refuses to open or to read the file; `reason` is the system's own word.
    case unreadable(path: String, reason: String)
    /// No byte but a byte order mark and blank rows.
    case empty(path: String)
    /// A workbook, a picture or another file of bytes rather than text.
    case notText(path: String, found: Content)
    /// Text in an encoding other than UTF-8; `line` is missing where the file's first bytes tell it.
    case notUTF8(path: String, line: Int?, found: Encoding)
    /// A field or a row is longer than a roster can hold: 1 MiB a field, 4 MiB or 16,384 fields a row.
    case tooLong(path: String, line: Int)

    /// What a file that is not text looks like.
    public enum Content: String, Equatable, Sendable {
        /// A ZIP archive: the form of XLSX, DOCX and ODS.
        case workbook = "an Excel workbook (XLSX) or another ZIP file"
        /// An OLE2 compound file: the form of XLS and DOC.
        case oldWorkbook = "an old Excel workbook (XLS)"
        /// A PDF.
        case pdf = "a PDF"
        /// Zero bytes where text should be.
        case binary = "not a text file"
    }

    /// What text that is not UTF-8 looks like.
    public enum Encoding: String, Equatable, Sendable {
        /// UTF-16 after its byte order mark: Excel's "Unicode Text".
        case utf16 = "Unicode text in UTF-16"
        /// UTF-32 after its byte order mark.
        case utf32 = "Unicode text in UTF-32"
        /// Bytes that no UTF-8 text holds: Windows-1258, TCVN3, VNI, or damage.
        case unknown = "not in UTF-8"
    }
}

extension TableError: CustomStringConvertible {
    private static let saveAsUTF8 =
        "Open it in Excel, choose File, Save As, the type \"CSV UTF-8 (Comma delimited) (*.csv)\", and use that file."

    /// One or two English sentences for the person who chose the file.
    public var description: String {
        switch self {
        case .missing(let path):
            "\(path): there is no such file. Check the name and the folder."
        case .unreadable(let path, let reason):
            "\(path): cannot be read: \(reason). Check that it is a file and that you may read it."
        case .empty(let path):
            "\(path): the file is empty. It needs a header row and one row for each record."
        case .notText(let path, let found):
            "\(path): this is \(found.rawValue), and a CSV file is needed. \(Self.saveAsUTF8)"
        case .notUTF8(let path, let line, let found):
            "\(path)\(line.map { ", line \($0)" } ?? ""): the text is \(found.rawValue). \(Self.saveAsUTF8)"
        case .tooLong(let path, let line):
            "\(path), line \(line): the row that begins here does not end. "
                + "Look for a quotation mark (\") that is opened and never closed, or save the file as CSV again."
        }
    }
}
