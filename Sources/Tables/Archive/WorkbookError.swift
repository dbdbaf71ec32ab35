package import LateLibrary
package import Messages

/// A fault of a whole workbook: nothing further can be read from it.
///
/// Every description names the file, the part or the sheet and cell where there is one, and says what to do next.
package enum WorkbookError: Failure, Equatable, Sendable {
    /// No file of this name.
    case missing(path: String)
    /// The system refuses to open or to read the file; `reason` is the system's own word.
    case unreadable(path: String, reason: Message)
    /// A file that is not an XLSX workbook.
    case otherKind(path: String, found: WorkbookKind)
    /// The ZIP file or one of its parts is cut off, changed or not well formed; `reason` is a few words.
    case damaged(path: String, part: String?, reason: Message)
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
    case conversionFailed(path: String, program: String, reason: Message)
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
        Message(
            en: "Open it in Excel, choose File, Save As, the type \"Excel Workbook (*.xlsx)\", and use " + "that file.",
            vi: "Hãy mở bằng Excel, chọn File, Save As, kiểu \"Excel Workbook (*.xlsx)\", rồi dùng tệp " + "đó.")

    /// One to three sentences for the person who chose the file.
    package var message: Message {
        switch self {
        case .missing(let path): TableError.missing(path: path).message
        case .unreadable(let path, let reason): TableError.unreadable(path: path, reason: reason).message
        case .otherKind(let path, let found):
            Message(
                en: "\(path): this is \(found.name.english). \(found.advice.english)",
                vi: "\(path): đây là \(found.name.vietnamese). \(found.advice.vietnamese)")
        case .damaged(let path, let part, let reason):
            Message(
                en: "\(path)\(Self.within(part).english): the workbook is damaged: \(reason.english). "
                    + "\(Self.saveAgain.english) If Excel cannot open it either, ask the sender for the file "
                    + "again.",
                vi: "\(path)\(Self.within(part).vietnamese): sổ tính bị hỏng: \(reason.vietnamese). "
                    + "\(Self.saveAgain.vietnamese) Nếu Excel cũng không mở được, hãy xin người gửi tệp gửi " + "lại.")
        case .encrypted(let path, let part):
            Message(
                en: "\(path)\(Self.within(part).english): the part is locked with a password of the ZIP "
                    + "program. Unpack it with that program, or open it in Excel and save it as \"Excel "
                    + "Workbook (*.xlsx)\".",
                vi: "\(path)\(Self.within(part).vietnamese): phần này bị khóa bằng mật khẩu của chương trình "
                    + "nén ZIP. Hãy giải nén bằng chương trình đó, hoặc mở bằng Excel và lưu dạng \"Excel "
                    + "Workbook (*.xlsx)\".")
        case .documentType(let path, let part):
            Message(
                en: "\(path)\(Self.within(part).english): the part declares a document type (DTD), which no "
                    + "workbook does; it is not read, for it may be an attack. \(Self.saveAgain.english)",
                vi: "\(path)\(Self.within(part).vietnamese): phần này khai báo kiểu tài liệu (DTD) mà sổ "
                    + "tính không bao giờ có; không đọc vì có thể là tấn công. \(Self.saveAgain.vietnamese)")
        case .tooLarge(let path, let part, let bound):
            Message(
                en: "\(path)\(Self.within(part).english): the workbook has more than \(bound.words.english) "
                    + "and is not read, for it may be an attack. \((bound.advice ?? Self.saveAgain).english)",
                vi: "\(path)\(Self.within(part).vietnamese): sổ tính có hơn \(bound.words.vietnamese) nên "
                    + "không đọc, vì có thể là tấn công. \((bound.advice ?? Self.saveAgain).vietnamese)")
        case .badCell(let path, let sheet, let cell, let fault):
            Message(
                en: "\(path), sheet \"\(sheet)\", \(Self.position(cell).english): \(fault.words.english). "
                    + "\((fault.advice ?? Self.saveAgain).english)",
                vi: "tệp \(path), trang tính “\(sheet)”, \(Self.position(cell).vietnamese): "
                    + "\(fault.words.vietnamese). \((fault.advice ?? Self.saveAgain).vietnamese)")
        case .noSheet(let path):
            Message(
                en: "\(path): the workbook has no worksheet. Check that it is the right file.",
                vi: "\(path): sổ tính không có trang tính nào. Hãy kiểm tra có đúng tệp không.")
        case .noConverter(let path, let found):
            Message(
                en: "\(path): this is \(found.name.english), and neither LibreOffice (soffice) nor Gnumeric "
                    + "(ssconvert) is installed to convert it. \(found.advice.english)",
                vi: "\(path): đây là \(found.name.vietnamese), mà chưa cài LibreOffice (soffice) hay "
                    + "Gnumeric (ssconvert) để chuyển đổi. \(found.advice.vietnamese)")
        case .conversionFailed(let path, let program, let reason):
            Message(
                en: "\(path): \(program) could not convert it to XLSX: \(reason.english). "
                    + "\(Self.saveAgain.english)",
                vi: "\(path): \(program) không chuyển được sang XLSX: \(reason.vietnamese). "
                    + "\(Self.saveAgain.vietnamese)")
        case .conversionTooSlow(let path, let program, let seconds):
            Message(
                en: "\(path): \(program) did not convert it to XLSX within \(seconds) seconds. "
                    + "\(Self.saveAgain.english)",
                vi: "\(path): \(program) không chuyển xong sang XLSX trong \(seconds) giây. "
                    + "\(Self.saveAgain.vietnamese)")
        case .missingLibrary(let library): library.message
        }
    }

    private static func within(_ part: String?) -> Message {
        part.map { Message(en: ", part \($0)", vi: ", phần \($0)") } ?? Message(verbatim: "")
    }

    private static func position(_ cell: String) -> Message {
        cell.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
            ? Message(en: "row \(cell)", vi: "dòng \(cell)") : Message(en: "cell \(cell)", vi: "ô \(cell)")
    }
}

extension WorkbookError.Bound {
    fileprivate var words: Message {
        switch self {
        case .entries(let count): Message(en: "\(count) files in it", vi: "\(count) tệp bên trong")
        case .sheets(let count): Message(en: "\(count) sheets", vi: "\(count) trang tính")
        case .size(let bytes):
            Message(en: "\(bytes >> 20) MiB of XML in this part", vi: "\(bytes >> 20) MiB XML trong phần này")
        case .compression(let ratio):
            Message(en: "\(ratio) times its compressed size in this part", vi: "\(ratio) lần cỡ nén trong phần này")
        case .depth(let count): Message(en: "\(count) elements within one another", vi: "\(count) phần tử lồng nhau")
        case .markup(let bytes):
            Message(en: "\(bytes >> 10) KiB in one piece of markup", vi: "\(bytes >> 10) KiB trong một thẻ đánh dấu")
        case .styles(let count): Message(en: "\(count) formats", vi: "\(count) định dạng")
        case .sharedStrings(let count): Message(en: "\(count) texts", vi: "\(count) đoạn chữ")
        case .text(let bytes):
            Message(en: "\(bytes >> 10) KiB of text in one cell", vi: "\(bytes >> 10) KiB chữ trong một ô")
        case .sheetText(let bytes):
            Message(en: "\(bytes >> 20) MiB of text in this sheet", vi: "\(bytes >> 20) MiB chữ trong trang tính này")
        }
    }

    fileprivate var advice: Message? {
        switch self {
        case .sheets:
            Message(
                en: "Move the sheet with the roster into a workbook of its own.",
                vi: "Hãy chuyển trang tính có danh sách sang một sổ tính riêng.")
        case .size, .sheetText:
            Message(en: "Divide the rows over several workbooks.", vi: "Hãy chia các dòng ra nhiều sổ tính.")
        default: nil
        }
    }
}

extension WorkbookError.CellFault {
    fileprivate var words: Message {
        switch self {
        case .reference:
            Message(
                en: "the file is damaged: there is no such place on a sheet",
                vi: "tệp bị hỏng: trang tính không có vị trí này")
        case .order:
            Message(
                en: "the file is damaged: this does not follow what stands before it",
                vi: "tệp bị hỏng: không nối tiếp với phần đứng trước")
        case .text(let bytes):
            Message(en: "the cell has more than \(bytes) bytes of text", vi: "ô có hơn \(bytes) byte chữ")
        case .rowText(let bytes):
            Message(en: "the row has more than \(bytes >> 10) KiB of text", vi: "dòng có hơn \(bytes >> 10) KiB chữ")
        case .sharedString:
            Message(en: "the file is damaged: the cell's text is missing", vi: "tệp bị hỏng: thiếu nội dung của ô")
        }
    }

    fileprivate var advice: Message? {
        switch self {
        case .text, .rowText: Message(en: "Shorten it in Excel.", vi: "Hãy rút ngắn bằng Excel.")
        default: nil
        }
    }
}
