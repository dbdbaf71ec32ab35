/// What a file that may be a workbook is, after its first bytes and its directory.
package enum WorkbookKind: Equatable, Sendable {
    /// An Excel workbook in the form of Excel 2007 and later, with macros or without.
    case xlsx
    /// An Excel workbook of 97 to 2003.
    case xls
    /// An XLSX workbook that needs a password to open.
    case protected
    /// An Excel binary workbook.
    case xlsb
    /// An OpenDocument spreadsheet, as LibreOffice saves it.
    case ods
    /// A table in HTML or in the XML of Excel 2003, whatever its name ends with: web programs export them.
    case markup
    /// A Word document, old or new.
    case word
    /// A ZIP file of another kind.
    case zip
    /// An OLE2 file of another kind.
    case compound
    case pdf
    /// A file of no bytes.
    case empty
    /// Anything else, such as CSV.
    case other

    /// Bytes of a file's beginning that tell its kind, or that its directory does: 1 KiB.
    static let enough = 1_024

    /// What the first bytes of a file say; nil for a ZIP or OLE2 file, whose directory must be looked at.
    static func of(beginning: [UInt8]) -> WorkbookKind? {
        if beginning.isEmpty { return .empty }
        // "PK", then an entry or the end of an archive without any.
        if beginning.starts(with: [0x50, 0x4B, 3, 4]) || beginning.starts(with: [0x50, 0x4B, 5, 6]) { return nil }
        if beginning.starts(with: CompoundFile.magic) { return nil }
        if beginning.starts(with: "%PDF".utf8) { return .pdf }
        let text = beginning.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard text.first == UInt8(ascii: "<") else { return .other }
        let folded = String(decoding: text, as: UTF8.self).lowercased()
        return ["<html", "<table", "<!doctype html", "urn:schemas-microsoft-com:office"].contains {
            folded.contains($0)
        }
            ? .markup : .other
    }
}

extension WorkbookKind {
    /// The kind in words, with its article.
    package var name: String {
        switch self {
        case .xlsx: "an Excel workbook (XLSX)"
        case .xls: "an old Excel workbook (XLS)"
        case .protected: "an Excel workbook that is protected by a password"
        case .xlsb: "an Excel binary workbook (XLSB)"
        case .ods: "an OpenDocument spreadsheet (ODS)"
        case .markup: "a web page or XML that Excel can show, not a workbook"
        case .word: "a Word document"
        case .zip: "a ZIP file and no workbook"
        case .compound: "an old Office file that holds no workbook"
        case .pdf: "a PDF"
        case .empty: "an empty file"
        case .other: "not an Excel workbook"
        }
    }

    /// What to do so that the file is read.
    package var advice: String {
        let save = "choose File, Save As, the type \"Excel Workbook (*.xlsx)\", and use that file."
        return switch self {
        case .xlsx: "It is read as it is."
        case .xls, .xlsb, .markup: "Open it in Excel, \(save)"
        case .ods:
            "Open it in Excel, \(save) In LibreOffice choose File, Save As, the type \"Excel 2007-365 (.xlsx)\"."
        case .protected:
            "Open it in Excel with its password, choose File, Info, Protect Workbook, Encrypt with Password, "
                + "empty the box, OK, save it, and use that file."
        case .word: "Copy the table into Excel, \(save)"
        case .zip: "If the workbook is inside, unpack it and use the workbook itself."
        case .compound, .pdf, .other: "Check that it is the right file. If Excel opens it, \(save)"
        case .empty: "Ask for the file again, or save it again in Excel."
        }
    }

    /// Whether an office program can make an XLSX workbook of it without a person's help.
    package var isConvertible: Bool {
        switch self {
        case .xls, .xlsb, .ods, .markup: true
        default: false
        }
    }
}
