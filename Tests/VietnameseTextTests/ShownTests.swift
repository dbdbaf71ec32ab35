import Foundation
import Testing

@testable import VietnameseText

@Suite("Text as it is shown")
struct ShownTests {
    private static let scalars: [Unicode.Scalar] =
        (0..<0x20).compactMap(Unicode.Scalar.init) + (0x7F...0x9F).compactMap { Unicode.Scalar(UInt32($0)) }
        + [
            "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202B}", "\u{202C}",
            "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{FEFF}", "\u{AD}", "\u{180E}",
            "\u{E0001}", "\u{E0041}", "\u{E007F}",
        ]

    @Test("what a terminal could act on is seen instead", arguments: scalars)
    func isSeen(scalar: Unicode.Scalar) throws {
        #expect(Shown.line("a\(scalar)ễ\(scalar)") == "a\u{FFFD}ễ\u{FFFD}")
        // JSON has it in an escape, and the same value.
        let text = "a\(scalar)ễ“\(scalar)"
        let json = Shown.json(Array(try JSONEncoder().encode([text])))
        #expect(!String(decoding: json, as: UTF8.self).unicodeScalars.contains(scalar))
        #expect(try JSONDecoder().decode([String].self, from: Data(json)) == [text])
    }

    @Test(
        "letters, accents and emoji stay as they are",
        arguments: ["Nguyễn Thị Hường", "Nguye\u{302}\u{303}n", "👨‍👩‍👧", "❤️", "می‌خواهم", "阮", "“Lê”", ""])
    func letters(text: String) {
        #expect(Shown.line(text).unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(Shown.json(Array(text.utf8)) == Array(text.utf8))
    }
}
