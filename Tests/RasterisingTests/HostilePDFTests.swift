import Files
import Foundation
import Messages
import Rasterising
import TestSupport
import Testing

@Suite("PDF files that are made to cost much")
struct HostilePDFTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(
        "a page larger than sheets are is refused before it is read",
        arguments: ["0 0 14400 14400", "0 0 5000 10", "0 0 3000 3000", "-7000 -7000 7000 7000"])
    func large(box: String) throws {
        let path = try folder.write("a.pdf", HandmadePDF.page("0 0 m 9 9 l S", box: box))
        let error = try #require(throws: PDFError.self) { try PDFFile(path: path).page(1) }
        guard case .largePage(path, 1, _, _) = error else { throw error }
        #expect(error.description.contains("sheets are A1 at most"))
    }

    @Test("sheets of all papers are read", arguments: ["0 0 595 842", "0 0 842 1191", "0 0 1684 2384", "0 0 907 1276"])
    func usual(box: String) throws {
        let path = try folder.write("a.pdf", HandmadePDF.page("0 0 m 9 9 l S", box: box))
        let page = try PDFFile(path: path).page(1)
        #expect(page.raster(dotsPerInch: 20) != nil && !page.isBlank)
    }

    @Test("a page that draws nothing is blank, and any mark on it is not nothing")
    func blank() throws {
        for (content, isBlank) in [("", true), ("q Q", true), ("100 100 1 1 re f", false), ("1 g 0 0 9 9 re f", false)]
        {
            let path = try folder.write("a.pdf", HandmadePDF.page(content))
            #expect(try PDFFile(path: path).page(1).isBlank == isBlank, "\(content)")
        }
    }

    @Test("a file that says to have more pages than it has bytes for is refused, or has those that are there")
    func pages() throws {
        let leaf = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
        let catalogue = "<</Type/Catalog/Pages 2 0 R>>"
        let kids = String(repeating: "3 0 R ", count: 50_000)
        let wide = HandmadePDF.file([catalogue, "<</Type/Pages/Kids[\(kids)]/Count 50000>>", leaf])
        // Each list of pages names the next one twice.
        let nested =
            (0..<30).map { "<</Type/Pages/Kids[\($0 + 3) 0 R \($0 + 3) 0 R]/Count \(1 << (30 - $0))>>" } + [leaf]
        for (name, file) in [("wide.pdf", wide), ("nested.pdf", HandmadePDF.file([catalogue] + nested))] {
            let path = try folder.write(name, file)
            do { #expect(try PDFFile(path: path).pageCount <= file.count / 128) } catch {
                guard case PDFError.tooManyPages = error else { throw error }
            }
        }
    }

    @Test("what is no file is refused at once")
    func files() throws {
        try #require(unsafe mkfifo(folder("pipe.pdf"), 0o600) == 0)
        for (path, reason) in [
            (
                folder("pipe.pdf"),
                Message(
                    en: "it is a pipe, a socket or a device, not a file",
                    vi: "đó là đường ống, cổng nối hoặc thiết bị, không phải là tệp")
            ), (folder(""), Message(en: "it is a folder", vi: "đó là một thư mục")),
            (
                "/dev/zero",
                Message(
                    en: "it is a pipe, a socket or a device, not a file",
                    vi: "đó là đường ống, cổng nối hoặc thiết bị, không phải là tệp")
            ),
        ] {
            #expect(throws: PDFError.unreadable(path: path, reason: reason)) { try PDFFile(path: path) }
        }
    }

    @Test(
        "what draws much is drawn, or said to be damaged",
        arguments: [
            String(repeating: "[", count: 200_000), String(repeating: "q ", count: 20_000),
            "[.0001 .0001] 0 d 0 0 m 595 842 l S", "1e30 0 0 1e30 0 0 cm 0 0 1 1 re f",
            "BI /W 99999999 /H 99999999 ID EI",
            "1e38 w 0 0 m 1e38 1e38 l S", "0 0 m " + String(repeating: "1 2 3 4 5 6 c ", count: 20_000) + "f",
        ])
    func drawn(content: String) throws {
        let path = try folder.write("a.pdf", HandmadePDF.page(content))
        do { _ = try PDFFile(path: path).page(1).raster(dotsPerInch: 30) } catch { #expect(!error.description.isEmpty) }
    }
}
