import Layout
import Testing

@testable import Rasterising

@Suite("Texts of pages")
struct PageTextTests {
    /// Letters of a width of 2 mm and a height of 4, with some room between; `_` is where Poppler saw a space.
    private func text(_ letters: String, rooms: [Double]) -> PageText {
        var glyphs: [PageText.Glyph] = []
        var x = 0.0
        var index = 0
        for scalar in letters.unicodeScalars {
            if scalar == "_" {
                glyphs.append(PageText.Glyph(scalar: " ", centre: Point(x: .mm(x), y: .mm(10))))
                continue
            }
            if index > 0 { x += 2 + rooms[index - 1] }
            index += 1
            let size = Size(width: .mm(2), height: .mm(4))
            glyphs.append(PageText.Glyph(scalar: scalar, centre: Point(x: .mm(x), y: .mm(10)), size: size))
        }
        return PageText(glyphs: glyphs)
    }

    @Test(
        "letters count, and the room between them rather than what Poppler makes of it",
        arguments: [
            ("YA", [0.5], "Y A", true), ("YA", [0.1], "Y A", false), ("YA", [0.1], "YA", true),
            ("Y_A", [0.5], "YA", false),
            ("Y_A", [0.1], "YA", true), ("Y_B", [0.5], "Y A", false), ("Y_A_", [0.5], "Y A", true),
            ("YAA", [0.5, 0.1], "Y A", false),
        ])
    func rooms(letters: String, rooms: [Double], expected: String, agrees: Bool) {
        #expect(text(letters, rooms: rooms).agrees(with: expected, isSpread: false) == agrees)
    }

    @Test("letters that are spread are apart by themselves")
    func spread() {
        #expect(text("7_K_3", rooms: [1, 1]).agrees(with: "7K3", isSpread: true))
        #expect(!text("7_K_4", rooms: [1, 1]).agrees(with: "7K3", isSpread: true))
    }
}
