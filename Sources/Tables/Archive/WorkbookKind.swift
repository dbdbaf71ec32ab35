package import Messages

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
    package var name: Message {
        switch self {
        case .xlsx: Message(en: "an Excel workbook (XLSX)", vi: "sổ tính Excel (XLSX)")
        case .xls: Message(en: "an old Excel workbook (XLS)", vi: "sổ tính Excel kiểu cũ (XLS)")
        case .protected:
            Message(en: "an Excel workbook that is protected by a password", vi: "sổ tính Excel có mật khẩu bảo vệ")
        case .xlsb: Message(en: "an Excel binary workbook (XLSB)", vi: "sổ tính Excel dạng nhị phân (XLSB)")
        case .ods: Message(en: "an OpenDocument spreadsheet (ODS)", vi: "bảng tính OpenDocument (ODS)")
        case .markup:
            Message(
                en: "a web page or XML that Excel can show, not a workbook",
                vi: "trang web hoặc XML mà Excel mở xem được, không phải sổ tính")
        case .word: Message(en: "a Word document", vi: "văn bản Word")
        case .zip: Message(en: "a ZIP file and no workbook", vi: "tệp ZIP, không phải sổ tính")
        case .compound:
            Message(en: "an old Office file that holds no workbook", vi: "tệp Office kiểu cũ không chứa sổ tính")
        case .pdf: Message(en: "a PDF", vi: "tệp PDF")
        case .empty: Message(en: "an empty file", vi: "tệp trống")
        case .other: Message(en: "not an Excel workbook", vi: "tệp không phải sổ tính Excel")
        }
    }

    /// What to do so that the file is read.
    package var advice: Message {
        let save = Message(
            en: "choose File, Save As, the type \"Excel Workbook (*.xlsx)\", and use that file.",
            vi: "chọn File, Save As, kiểu \"Excel Workbook (*.xlsx)\", rồi dùng tệp đó.")
        return switch self {
        case .xlsx: Message(en: "It is read as it is.", vi: "Tệp được đọc nguyên như vậy.")
        case .xls, .xlsb, .markup:
            Message(en: "Open it in Excel, \(save.english)", vi: "Hãy mở bằng Excel, \(save.vietnamese)")
        case .ods:
            Message(
                en: "Open it in Excel, \(save.english) In LibreOffice choose File, Save As, the type \"Excel "
                    + "2007-365 (.xlsx)\".",
                vi: "Hãy mở bằng Excel, \(save.vietnamese) Trong LibreOffice thì chọn File, Save As, kiểu "
                    + "\"Excel 2007-365 (.xlsx)\".")
        case .protected:
            Message(
                en: "Open it in Excel with its password, choose File, Info, Protect Workbook, Encrypt with "
                    + "Password, empty the box, OK, save it, and use that file.",
                vi: "Hãy mở bằng Excel với mật khẩu, chọn File, Info, Protect Workbook, Encrypt with "
                    + "Password, xóa trống ô mật khẩu, OK, lưu lại, rồi dùng tệp đó.")
        case .word:
            Message(
                en: "Copy the table into Excel, \(save.english)", vi: "Hãy chép bảng sang Excel, \(save.vietnamese)")
        case .zip:
            Message(
                en: "If the workbook is inside, unpack it and use the workbook itself.",
                vi: "Nếu sổ tính nằm bên trong, hãy giải nén và dùng chính sổ tính.")
        case .compound, .pdf, .other:
            Message(
                en: "Check that it is the right file. If Excel opens it, \(save.english)",
                vi: "Hãy kiểm tra có đúng tệp không. Nếu Excel mở được, \(save.vietnamese)")
        case .empty:
            Message(
                en: "Ask for the file again, or save it again in Excel.",
                vi: "Hãy xin lại tệp, hoặc lưu lại bằng Excel.")
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
