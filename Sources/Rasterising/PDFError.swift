package import LateLibrary
package import Messages

/// Why a PDF file cannot be rasterised.
package enum PDFError: Failure, Equatable {
    /// There is no such file, or it may not be read.
    case missing(path: String)
    /// The file is no PDF that can be read; the reason is Poppler's.
    case unreadable(path: String, reason: Message)
    /// A page cannot be read or drawn; pages count from 1.
    case faultyPage(path: String, page: Int, reason: Message)
    /// The file says to have more pages than it has room for.
    case tooManyPages(path: String, pages: Int)
    /// A page is larger than sheets are; both sides in millimetres.
    case largePage(path: String, page: Int, width: Double, height: Double)
    /// Poppler is not there.
    case missingLibrary(MissingLibrary)

    package var message: Message {
        switch self {
        case .missing(let path):
            Message(
                en: "\(path) cannot be read: there is no such file, or you may not read it",
                vi: "không đọc được \(path): không có tệp này, hoặc bạn không có quyền đọc")
        case .unreadable(let path, let reason):
            Message(
                en: "\(path) is no PDF that can be read: \(reason.english)",
                vi: "\(path) không phải là tệp PDF đọc được: \(reason.vietnamese)")
        case .faultyPage(let path, let page, let reason):
            Message(
                en: "\(path), page \(page), cannot be drawn: \(reason.english)",
                vi: "không vẽ được tệp \(path), trang \(page): \(reason.vietnamese)")
        case .tooManyPages(let path, let pages):
            Message(
                en: "\(path) is no PDF that can be read: it says to have \(pages) pages, and is too short "
                    + "for them",
                vi: "\(path) không phải là tệp PDF đọc được: tệp ghi là có \(pages) trang mà quá ngắn so với " + "số đó"
            )
        case .largePage(let path, let page, let width, let height):
            Message(
                en: "\(path), page \(page), is too large: \(Self.millimetres(width).english) × "
                    + "\(Self.millimetres(height).english) mm; sheets are A1 at most",
                vi: "tệp \(path), trang \(page) quá lớn: \(Self.millimetres(width).vietnamese) × "
                    + "\(Self.millimetres(height).vietnamese) mm; tờ in tối đa là A1")
        case .missingLibrary(let library): library.message
        }
    }

    /// A file that is there and cannot be drawn is bad input.
    package var category: FailureCategory {
        switch self {
        case .missing: .inputMissing
        case .unreadable, .faultyPage, .tooManyPages, .largePage: .badInput
        case .missingLibrary(let library): library.category
        }
    }

    private static func millimetres(_ length: Double) -> Message {
        length < 1e9
            ? Message(verbatim: "\(Int(length.rounded()))")
            : Message(en: "more than 1,000,000,000", vi: "hơn 1.000.000.000")
    }
}
