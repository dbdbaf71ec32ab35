import CPoppler
import Foundation

/// An open PDF file, read by Poppler, which shares nothing with what draws our files but Cairo; for one thread.
@safe public final class PDFFile {
    /// The file's path.
    public let path: String
    /// Pages in the file.
    public let pageCount: Int

    private let poppler: PopplerFunctions
    private let document: OpaquePointer
    private let buffer = PixelBuffer()

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file, as errors name it.
    ///   - other: another path of the same file by which it is opened, such as that of a descriptor; nil for its own.
    /// - Throws: `PDFError.missing`, `unreadable` or `missingLibrary`.
    public init(path: String, at other: String? = nil) throws(PDFError) {
        guard FileManager.default.isReadableFile(atPath: other ?? path) else { throw .missing(path: path) }
        let poppler = try PopplerFunctions.loaded()
        var failure: UnsafeMutablePointer<GError>?
        let address = URL(fileURLWithPath: other ?? path).absoluteString
        guard let document = unsafe poppler.document_new_from_file(address, nil, &failure) else {
            let reason = unsafe failure.map { unsafe String(cString: $0.pointee.message) }
            unsafe g_clear_error(&failure)
            throw .unreadable(path: path, reason: reason ?? "it is damaged")
        }
        self.path = path
        self.poppler = poppler
        unsafe self.document = document
        pageCount = Int(unsafe poppler.document_get_n_pages(document))
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Reads a page, counted from 1, and records what it draws; throws `PDFError.faultyPage`.
    public func page(_ number: Int) throws(PDFError) -> PDFPage {
        guard (1...max(1, pageCount)).contains(number),
            let page = unsafe poppler.document_get_page(document, Int32(number - 1))
        else { throw .faultyPage(path: path, page: number, reason: "the file has no such page") }
        guard let page = unsafe PDFPage(page, poppler, buffer) else {
            throw .faultyPage(path: path, page: number, reason: "it is damaged or too large")
        }
        return page
    }
}
