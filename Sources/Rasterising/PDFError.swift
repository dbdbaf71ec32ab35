package import LateLibrary
package import Messages

/// Why a PDF file cannot be rasterised.
package enum PDFError: Failure, Equatable {
    /// There is no such file, or it may not be read.
    case missing(path: String)
    /// The file is no PDF that can be read; the reason is Poppler's.
    case unreadable(path: String, reason: String)
    /// A page cannot be read or drawn; pages count from 1.
    case faultyPage(path: String, page: Int, reason: String)
    /// The file says to have more pages than it has room for.
    case tooManyPages(path: String, pages: Int)
    /// A page is larger than sheets are; both sides in millimetres.
    case largePage(path: String, page: Int, width: Double, height: Double)
    /// Poppler is not there.
    case missingLibrary(MissingLibrary)

    package var description: String {
        switch self {
        case .missing(let path): "\(path) cannot be read: there is no such file, or you may not read it"
        case .unreadable(let path, let reason): "\(path) is no PDF that can be read: \(reason)"
        case .faultyPage(let path, let page, let reason): "\(path), page \(page), cannot be drawn: \(reason)"
        case .tooManyPages(let path, let pages):
            "\(path) is no PDF that can be read: it says to have \(pages) pages, and is too short for them"
        case .largePage(let path, let page, let width, let height):
            "\(path), page \(page), is too large: \(Self.millimetres(width)) × \(Self.millimetres(height)) mm; "
                + "sheets are A1 at most"
        case .missingLibrary(let library): library.description
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

    private static func millimetres(_ length: Double) -> String {
        length < 1e9 ? "\(Int(length.rounded()))" : "more than 1,000,000,000"
    }
}
