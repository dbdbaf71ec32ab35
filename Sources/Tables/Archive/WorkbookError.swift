package import LateLibrary
package import Messages

/// A fault of a whole workbook: nothing further can be read from it.
///
/// Every description names the file, the part or the sheet and cell where there is one, and says what to do next.
package enum WorkbookError: Failure, Equatable, Sendable {
    /// No file of this name.
    case missing(path: String)
    /// The system refuses to open or to read the file; `reason` is the system's own word.
    case unreadable(path: String, reason: String)
    /// A file that is not an XLSX workbook.
    case otherKind(path: String, found: WorkbookKind)
    /// The ZIP file or one of its parts is cut off, changed or not well formed; `reason` is a few words.
    case damaged(path: String, part: String?, reason: String)
    /// A part of the ZIP file has a password of its own.
    case encrypted(path: String, part: String)
    /// A part has a document type declaration, which no workbook needs and which can be made to blow up.
    case documentType(path: String, part: String)
    /// The workbook or a part of it is beyond a limit.
    case tooLarge(path: String, part: String?, Bound)
    /// A cell or row is not what a sheet can hold; `cell` is such as `B7`, or `7` for a row.
    case badCell(path: String, sheet: String, cell: String, CellFault)
    /// The workbook has no worksheet.
    case noSheet(path: String)
    /// No program that converts the file is installed.
    case noConverter(path: String, found: WorkbookKind)
    /// The program failed; `reason` is the last line that it wrote.
    case conversionFailed(path: String, program: String, reason: String)
    /// The program did not end in time.
    case conversionTooSlow(path: String, program: String, seconds: Int)
    /// The library that reads ZIP files is not there.
    case missingLibrary(MissingLibrary)

    package enum Bound: Equatable, Sendable {
        /// Entries of the ZIP file.
        case entries(Int)
        /// Sheets of the workbook.
        case sheets(Int)
        /// Bytes of a part uncompressed.
        case size(Int)
        /// How many times its compressed size a part has.
        case compression(Int)
        /// Elements within one another.
        case depth(Int)
        /// Bytes of one piece of markup.
        case markup(Int)
        /// Formats of cells, fonts or number formats.
        case styles(Int)
        /// Texts that cells share.
        case sharedStrings(Int)
        /// Bytes of a text that cells share.
        case text(Int)
        /// Bytes of the text that is read from a sheet.
        case sheetText(Int)
    }

    /// What is wrong with a cell or a row.
    package enum CellFault: Equatable, Sendable {
        /// Not a reference such as `B7` within 16,384 columns and 1,048,576 rows.
        case reference
        /// The row or the cell does not follow the one before it.
        case order
        /// More than so many bytes of text.
        case text(Int)
        /// More than so many bytes of text in the row.
        case rowText(Int)
        /// The number of a shared text that the workbook does not have.
        case sharedString
    }
}

extension WorkbookError {
    /// Bad input, unless the file or the library is missing.
    package var category: FailureCategory {
        switch self {
        case .missing: .inputMissing
        case .missingLibrary: .unavailable
        default: .badInput
        }
    }

    private static let saveAgain =
        "Open it in Excel, choose File, Save As, the type \"Excel Workbook (*.xlsx)\", and use that file."

    /// One to three English sentences for the person who chose the file.
    package var description: String {
        switch self {
        case .missing(let path): TableError.missing(path: path).description
        case .unreadable(let path, let reason): TableError.unreadable(path: path, reason: reason).description
        case .otherKind(let path, let found): "\(path): this is \(found.name). \(found.advice)"
        case .damaged(let path, let part, let reason):
            "\(path)\(Self.within(part)): the workbook is damaged: \(reason). \(Self.saveAgain) "
                + "If Excel cannot open it either, ask the sender for the file again."
        case .encrypted(let path, let part):
            "\(path)\(Self.within(part)): the part is locked with a password of the ZIP program. "
                + "Unpack it with that program, or open it in Excel and save it as \"Excel Workbook (*.xlsx)\"."
        case .documentType(let path, let part):
            "\(path)\(Self.within(part)): the part declares a document type (DTD), which no workbook does; "
                + "it is not read, for it may be an attack. \(Self.saveAgain)"
        case .tooLarge(let path, let part, let bound):
            "\(path)\(Self.within(part)): the workbook has more than \(bound.words) and is not read, "
                + "for it may be an attack. \(bound.advice ?? Self.saveAgain)"
        case .badCell(let path, let sheet, let cell, let fault):
            "\(path), sheet \"\(sheet)\", \(Self.position(cell)): \(fault.words). \(fault.advice ?? Self.saveAgain)"
        case .noSheet(let path): "\(path): the workbook has no worksheet. Check that it is the right file."
        case .noConverter(let path, let found):
            "\(path): this is \(found.name), and neither LibreOffice (soffice) nor Gnumeric (ssconvert) is installed to "
                + "convert it. \(found.advice)"
        case .conversionFailed(let path, let program, let reason):
            "\(path): \(program) could not convert it to XLSX: \(reason). \(Self.saveAgain)"
        case .conversionTooSlow(let path, let program, let seconds):
            "\(path): \(program) did not convert it to XLSX within \(seconds) seconds. \(Self.saveAgain)"
        case .missingLibrary(let library): library.description
        }
    }

    private static func within(_ part: String?) -> String { part.map { ", part \($0)" } ?? "" }

    private static func position(_ cell: String) -> String {
        (cell.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? "row " : "cell ") + cell
    }
}

extension WorkbookError.Bound {
    fileprivate var words: String {
        switch self {
        case .entries(let count): "\(count) files in it"
        case .sheets(let count): "\(count) sheets"
        case .size(let bytes): "\(bytes >> 20) MiB of XML in this part"
        case .compression(let ratio): "\(ratio) times its compressed size in this part"
        case .depth(let count): "\(count) elements within one another"
        case .markup(let bytes): "\(bytes >> 10) KiB in one piece of markup"
        case .styles(let count): "\(count) formats"
        case .sharedStrings(let count): "\(count) texts"
        case .text(let bytes): "\(bytes >> 10) KiB of text in one cell"
        case .sheetText(let bytes): "\(bytes >> 20) MiB of text in this sheet"
        }
    }

    fileprivate var advice: String? {
        switch self {
        case .sheets: "Move the sheet with the roster into a workbook of its own."
        case .size, .sheetText: "Divide the rows over several workbooks."
        default: nil
        }
    }
}

extension WorkbookError.CellFault {
    fileprivate var words: String {
        switch self {
        case .reference: "the file is damaged: there is no such place on a sheet"
        case .order: "the file is damaged: this does not follow what stands before it"
        case .text(let bytes): "the cell has more than \(bytes) bytes of text"
        case .rowText(let bytes): "the row has more than \(bytes >> 10) KiB of text"
        case .sharedString: "the file is damaged: the cell's text is missing"
        }
    }

    fileprivate var advice: String? {
        switch self {
        case .text, .rowText: "Shorten it in Excel."
        default: nil
        }
    }
}
