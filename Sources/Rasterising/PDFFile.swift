import CPoppler
import Files
import Foundation
import LateLibrary
import Messages

/// An open PDF file, read by Poppler, which shares nothing with what draws our files but Cairo; for one thread.
@safe package final class PDFFile {
    package let path: String
    package let pageCount: Int

    private let poppler: PopplerFunctions
    private let document: OpaquePointer
    private let buffer = PixelBuffer()
    private let work: WatchedWork

    /// Opens a file.
    ///
    /// It is opened at another path, such as that of a descriptor, where there is one, and errors name its own. Throws
    /// `PDFError.missing`, `unreadable`, `tooManyPages` or `missingLibrary`.
    package init(path: String, at other: String? = nil) throws(PDFError) {
        let size: Int
        do { size = try RegularFile.size(of: other ?? path) } catch {
            guard case .system = error else { throw .unreadable(path: path, reason: error.message) }
            throw .missing(path: path)
        }
        guard size <= PDFLimits.mostBytes else {
            throw .unreadable(
                path: path,
                reason: Message(
                    en: "it is longer than \(PDFLimits.mostBytes >> 30) GiB",
                    vi: "dài hơn \(PDFLimits.mostBytes >> 30) GiB"))
        }
        let poppler = try PopplerFunctions.loaded()
        var failure: UnsafeMutablePointer<GError>?
        let address = URL(fileURLWithPath: other ?? path).absoluteString
        let opening = WatchedWork(path, seconds: PDFLimits.fileSeconds.opening)
        let opened = unsafe opening.call { unsafe poppler.document_new_from_file(address, nil, &failure) }
        guard let document = unsafe opened else {
            let reason = unsafe failure.map { unsafe String(cString: $0.pointee.message) }
            unsafe g_clear_error(&failure)
            throw .unreadable(path: path, reason: reason.map(Message.init(verbatim:)) ?? .damaged)
        }
        let pages = opening.call { Int(unsafe poppler.document_get_n_pages(document)) }
        guard pages >= 0, pages <= max(1, size / PDFLimits.leastPageBytes) else {
            unsafe g_object_unref(UnsafeMutableRawPointer(document))
            throw .tooManyPages(path: path, pages: pages)
        }
        (self.path, self.poppler, pageCount) = (path, poppler, pages)
        unsafe self.document = document
        work = WatchedWork(path, seconds: PDFLimits.fileSeconds.opening + PDFLimits.fileSeconds.page * Double(pages))
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(document)) }

    /// Reads a page, counted from 1, and records what it draws.
    ///
    /// Throws `PDFError.faultyPage` or `largePage`.
    package func page(_ number: Int) throws(PDFError) -> PDFPage {
        let path = path
        let pageWork = WatchedWork(
            Message(en: "\(path), page \(number),", vi: "tệp \(path), trang \(number),"),
            seconds: PDFLimits.pageSeconds,
            of: work)
        guard (1...max(1, pageCount)).contains(number),
            let page = unsafe pageWork.call({ unsafe poppler.document_get_page(document, Int32(number - 1)) })
        else {
            throw .faultyPage(
                path: path, page: number, reason: Message(en: "the file has no such page", vi: "tệp không có trang này")
            )
        }
        var (width, height) = (0.0, 0.0)
        unsafe poppler.page_get_size(page, &width, &height)
        guard PDFPage.isSheet(width: width, height: height) else {
            unsafe g_object_unref(UnsafeMutableRawPointer(page))
            throw .largePage(path: path, page: number, width: width / 72 * 25.4, height: height / 72 * 25.4)
        }
        guard let page = unsafe PDFPage(page, poppler, buffer, pageWork) else {
            throw .faultyPage(path: path, page: number, reason: .damaged)
        }
        return page
    }
}

extension PopplerFunctions {
    private static let library = unsafe LateLibrary<PopplerFunctions>(
        "libpoppler-glib", names: String(cString: PopplerFunctionsNames()))

    /// Poppler, loaded when it is first asked for; throws `PDFError.missingLibrary`.
    static func loaded() throws(PDFError) -> PopplerFunctions {
        do { return try library.functions } catch { throw .missingLibrary(error) }
    }
}

extension Message {
    fileprivate static let damaged = Message(en: "it is damaged", vi: "tệp bị hỏng")
}
