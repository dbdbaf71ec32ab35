import Files
import Foundation
import Layout
import Scanning
import TestSupport
import Testing

/// A PDF as a printer and a reader see it: its codes and words at their places.
struct PrintedPages {
    /// A code that was decoded, by its centre.
    struct Code {
        let text: String
        let centre: Point
    }

    /// A word that can be copied out of the PDF, by its centre.
    struct Word {
        let text: String
        let centre: Point
        let top: Double
        let left: Double
    }

    private(set) var codes: [[Code]] = []
    private(set) var words: [[Word]] = []

    /// Rasterises a PDF with Poppler, decodes it with ZBar, and reads its text.
    init(_ pdf: String, dotsPerInch: Int, in folder: TemporaryFolder) throws {
        let raster = folder.next("raster")
        try folder.write(raster + "/none", "")
        let drawing = try Program.system("pdftoppm")
            .run(["-r", "\(dotsPerInch)", "-gray", pdf, folder(raster + "/page")])
        try #require(drawing.status == 0, "\(drawing.errors)")
        for name in folder.names(in: raster) where name.hasSuffix(".pgm") {
            let image = try Self.image(try folder.data(raster + "/" + name))
            func length(_ pixels: Int) -> Length { .mm(Double(pixels) / Double(dotsPerInch) * 25.4) }
            codes.append(
                try CodeScanner().scan(image).map { found in
                    Code(
                        text: found.text,
                        centre: Point(x: length(found.x + found.width / 2), y: length(found.y + found.height / 2)))
                })
        }
        try FileManager.default.removeItem(atPath: folder(raster))
        words = try Self.words(try Program.system("pdftotext").run(["-bbox", pdf, "-"]).text)
    }

    /// A binary PGM picture, which is a short header and then a byte a pixel.
    private static func image(_ data: Data) throws -> GreyImage {
        let header = try #require(String(data: data.prefix(40), encoding: .isoLatin1))
        let match = try #require(header.prefixMatch(of: /P5\s+(\d+)\s+(\d+)\s+255\s/))
        let (width, height) = (try #require(Int(match.1)), try #require(Int(match.2)))
        let pixels = [UInt8](data.dropFirst(header.distance(from: header.startIndex, to: match.range.upperBound)))
        return try #require(GreyImage(width: width, height: height, pixels: pixels))
    }

    private static func words(_ page: String) throws -> [[Word]] {
        var pages: [[Word]] = []
        let expression = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/
        for line in page.split(separator: "\n") {
            if line.contains("<page ") { pages.append([]) }
            guard let match = line.firstMatch(of: expression) else { continue }
            let numbers = try [match.1, match.2, match.3, match.4].map { try #require(Double($0)) }
            let text = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
                .reduce(String(match.5)) { $0.replacing($1.0, with: $1.1) }
            let centre = Point(x: .pt((numbers[0] + numbers[2]) / 2), y: .pt((numbers[1] + numbers[3]) / 2))
            pages[pages.count - 1].append(Word(text: text, centre: centre, top: numbers[1], left: numbers[0]))
        }
        return pages
    }

    /// The codes whose centre is near the middle of a box.
    func codes(page: Int, in box: Rectangle) -> [Code] {
        codes[page - 1].filter { code in
            let (x, y) = (box.minX + box.size.width / 2, box.minY + box.size.height / 2)
            return abs((code.centre.x - x).millimetres) < 2 && abs((code.centre.y - y).millimetres) < 2
        }
    }

    /// The words of a box as one line, from top to bottom and from left to right.
    func text(page: Int, in box: Rectangle) -> String {
        words[page - 1]
            .filter { box.contains(Rectangle(origin: $0.centre, size: Size(width: .zero, height: .zero))) }
            .sorted { ($0.top.rounded(), $0.left) < ($1.top.rounded(), $1.left) }
            .map(\.text).joined(separator: " ")
    }
}

extension Rectangle {
    /// The rectangle moved to a page's place on its sheet.
    func moved(to origin: Point) -> Rectangle {
        Rectangle(origin: Point(x: origin.x + minX, y: origin.y + minY), size: size)
    }
}
