import CairoDrawing
import Files
import Foundation
import Gate
import Glibc
import Issuing
import Layout
import PDF
import Rasterising
import Scanning
import Templates
package import Typesetting
import SystemPackage

/// Entries for `Fuzzing/`, a package of its own, to what commands alone reach; not for other use.
package enum FuzzedInputs {
    /// Reads a manifest as a proof and as the next run do, with all its items.
    package static func manifest(path: String) throws {
        _ = EarlierRun(manifest: try .open(path, .readOnly))
        let manifest = try PrintedManifest(path: path)
        for file in manifest.sheets.keys {
            let items = try manifest.items(of: file)
            for item in items.prefix(3) { _ = manifest.item(of: item.serial) }
        }
        _ = try SheetMap(of: manifest.run, resources: .located(), office: nil)
    }

    /// Reads a part's journal, as if the office's key vouched for it.
    package static func journal(_ map: [UInt8]) {
        guard let journal = PartJournal(map) else { return }
        precondition(PartJournal(journal.bytes) == journal, "what was read is written alike")
    }

    /// Reads what a stopped run left, as if the office's key vouched for it.
    package static func settlement(_ bytes: [UInt8]) {
        _ = StagedSeal.unverified(CommitRecord.self, of: bytes)
        _ = StagedSeal.unverified(StagedRun.self, of: bytes)
        _ = StagedSeal.unverified(RunReport.self, of: bytes)
    }

    /// Reads a picture for a scanner, as a photograph, and as a template's picture, and draws the latter.
    package static func picture(path: String, typesetter: Typesetter) throws {
        let size = Size(width: .mm(20), height: .mm(20))
        let box = Rectangle(origin: .zero, size: size)
        if let image = try? GreyImage(pictureFile: path), image.width * image.height < 1_000_000 {
            _ = try CodeScanner().scan(image)
        }
        let portrait = Page(size: size, marks: [.portrait(PortraitMark(path: path, box: box))])
        _ = try? typesetter.set(portrait)
        let face = Face(marks: [.picture(PictureMark(path: path, box: box, colour: nil))])
        try draw(try typesetter.set(Page(size: size, face: face, marks: [])), to: path + ".pdf", typesetter)
    }

    /// Prints a word with a font file's Roboto.
    package static func font(path: String) throws {
        let typesetter = Typesetter(fonts: try FontBook(files: [path]))
        let size = Size(width: .mm(100), height: .mm(40))
        let style = TextStyle(font: TextStyle.Font(family: "Roboto"), size: .pt(10))
        let text = TextMark("Nguyễn Thị Hương 1985", style: style, box: Rectangle(origin: .zero, size: size))
        try draw(try typesetter.set(Page(size: size, marks: [.text(text)])), to: path + ".pdf", typesetter)
    }

    /// Reads a PDF file's first pages as a proof does.
    package static func pdf(path: String) throws {
        let file = try PDFFile(path: path)
        for number in 1...max(1, min(2, file.pageCount)) {
            let page = try file.page(number)
            if !page.isBlank { _ = page.raster(dotsPerInch: 40) }
            _ = page.text().string
        }
    }

    private static func draw(_ page: TypesetPage, to path: String, _ typesetter: Typesetter) throws {
        _ = unsafe unlink(path)
        let document = try PDFDocument(
            path: path, paper: .a4, information: .init(title: "", author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        try document.addSheet(.whole(.a4), pages: [page])
        try document.close()
    }
}
