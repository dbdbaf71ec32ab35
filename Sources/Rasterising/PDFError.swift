public import LateLibrary

/// Why a PDF file cannot be rasterised.
public enum PDFError: Error, Equatable, CustomStringConvertible {
    /// There is no such file, or it may not be read.
    case missing(path: String)
    /// The file is no PDF that can be read; the reason is Poppler's.
    case unreadable(path: String, reason: String)
    /// A page cannot be read or drawn; pages count from 1.
    case faultyPage(path: String, page: Int, reason: String)
    /// Poppler is not there.
    case missingLibrary(MissingLibrary)

    /// The message for a person.
    public var description: String {
        switch self {
        case .missing(let path): "\(path) cannot be read: there is no such file, or you may not read it"
        case .unreadable(let path, let reason): "\(path) is no PDF that can be read: \(reason)"
        case .faultyPage(let path, let page, let reason): "\(path), page \(page), cannot be drawn: \(reason)"
        case .missingLibrary(let library): library.description
        }
    }
}
