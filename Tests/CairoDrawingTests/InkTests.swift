import Layout
import Pictures
import Scanning
import TestSupport
import Testing
import Typesetting
import TypesettingSupport

@testable import CairoDrawing

@Suite("Ink of texts")
struct InkTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try Typesetter.listed() }

    /// By the ink on paper, marks above and below the letters included.
    @Test(
        "ink stays in the box, whatever is wrapped, condensed or shrunk", arguments: TextStyle.Alignment.allCases,
        TextStyle.Anchor.allCases)
    func ink(alignment: TextStyle.Alignment, anchor: TextStyle.Anchor) throws {
        let folder = try TemporaryFolder()
        var random = SeededNumbers(UInt64(alignment.rawValue.count * 10 + anchor.rawValue.count))
        let words = ["Nguyễn", "Thị", "ẲNG", "Ỹ", "Tằng", "Quỳnh", "Nghiêng", "gỵ", "Đặng", "1954"]
        var drawn = 0
        for trial in 0..<6 {
            let text = (0...Int.random(in: 1...6, using: &random))
                .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(separator: " ")
            var style = TextStyle.roboto(12, fit: [.condense, .wrap(lines: 3), .shrink(to: .pt(5))])
            (style.alignment, style.anchor) = (alignment, anchor)
            let box = Rectangle.mm(
                Double.random(in: 5...20, using: &random), Double.random(in: 5...20, using: &random),
                Double.random(in: 20...60, using: &random), Double.random(in: 7...20, using: &random))
            let page = Page(size: .id1, marks: [.text(TextMark(text, style: style, box: box))])
            // Some do not fit at all.
            guard let set = try? typesetter.set(page) else { continue }
            drawn += 1
            let path = folder("\(trial).png")
            try PNGPicture.write([[set]], path: path, dotsPerInch: 254, typesetter: typesetter)
            let picture = try GreyImage(picture: path)
            // Ten pixels a millimetre; pictures have 4 mm around; half a millimetre for side bearings.
            let (left, right) = (box.minX.millimetres + 3.5, box.maxX.millimetres + 4.5)
            let (top, bottom) = (box.minY.millimetres + 3.5, box.maxY.millimetres + 4.5)
            var inside = 0
            var outside = 0
            for y in 0..<picture.height {
                for x in 0..<picture.width where picture.pixels[y * picture.width + x] < 128 {
                    let (x, y) = (Double(x) / 10, Double(y) / 10)
                    if (left...right).contains(x), (top...bottom).contains(y) { inside += 1 } else { outside += 1 }
                }
            }
            #expect(inside > 0 && outside == 0, "'\(text)' in \(box)")
        }
        #expect(drawn > 2)
    }
}
