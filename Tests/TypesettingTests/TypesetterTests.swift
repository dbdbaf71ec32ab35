import CCairo
import Files
import Foundation
import Layout
import Messages
import TestSupport
import Testing
import TypesettingSupport

@testable import Typesetting

@Suite("Typesetting")
struct TypesetterTests {
    private let book: FontBook
    private let typesetter: Typesetter

    init() throws {
        book = try FontBook(files: fontFiles)
        typesetter = Typesetter(fonts: book)
    }

    private static let name = "Công Tằng Tôn Nữ Thị Quỳnh Hương"

    /// How a text came to be set.
    private struct Setting: Equatable {
        var family: String
        var points: Double
        var lines: Int
    }

    private func setting(_ text: String, _ style: TextStyle, width: Double, height: Double) throws -> Setting {
        let set = try typesetter.set(TextMark(text, style: style, box: .mm(0, 0, width, height)))
        let lines = Set(set.glyphs.map { ($0.y * 1000).rounded() }).count
        for family in ["Roboto", "Roboto Condensed"] {
            let face = try book.face(TextStyle.Font(family: family, weight: style.font.weight))
            var size = style.size
            while size >= .pt(3) {
                if face === set.font, size.points == set.size {
                    return Setting(family: family, points: (size.points * 100).rounded() / 100, lines: lines)
                }
                size = size - .pt(0.25)
            }
        }
        throw Unknown()
    }

    private struct Unknown: Error {}

    @Test("steps are tried in their order, and only as far as they are needed")
    func steps() throws {
        let all: [FitStep] = [.condense, .wrap(lines: 2), .shrink(to: .pt(8))]
        let rows: [(width: Double, height: Double, fit: [FitStep], setting: Setting)] = [
            (90, 6, all, Setting(family: "Roboto", points: 11, lines: 1)),
            (62, 6, all, Setting(family: "Roboto Condensed", points: 11, lines: 1)),
            (46, 12, all, Setting(family: "Roboto Condensed", points: 11, lines: 2)),
            (46, 12, [.wrap(lines: 2), .condense], Setting(family: "Roboto", points: 11, lines: 2)),
            (62, 6, [.shrink(to: .pt(8)), .condense], Setting(family: "Roboto", points: 10.5, lines: 1)),
            (90, 6, [], Setting(family: "Roboto", points: 11, lines: 1)),
        ]
        for row in rows {
            let found = try setting(
                Self.name, .roboto(11, fit: row.fit), width: row.width, height: row.height)
            #expect(found == row.setting, "\(row.width) × \(row.height)")
        }
    }

    @Test("shrinking comes last, by quarter points, to the largest size that fits")
    func shrinking() throws {
        let style = TextStyle.roboto(11, fit: [.condense, .wrap(lines: 2), .shrink(to: .pt(8))])
        let found = try setting(Self.name, style, width: 28, height: 9)
        #expect(found.family == "Roboto Condensed" && found.lines == 2)
        #expect((8..<11).contains(found.points) && (found.points * 4).rounded() == found.points * 4)
        // A quarter point more does not fit.
        let larger = TextStyle.roboto(found.points + 0.25, fit: [.condense, .wrap(lines: 2)])
        #expect(throws: TypesettingError.doesNotFit(label: Self.name, text: Self.name)) {
            _ = try setting(Self.name, larger, width: 28, height: 9)
        }
    }

    @Test(
        "a text that fits by no step is refused, with its label", arguments: [(20.0, 4.0), (46, 4), (20, 12), (3, 50)])
    func refused(width: Double, height: Double) throws {
        let style = TextStyle.roboto(11, fit: [.condense, .wrap(lines: 2), .shrink(to: .pt(10))])
        let mark = TextMark(Self.name, style: style, box: .mm(0, 0, width, height), label: "{name}")
        #expect(throws: TypesettingError.doesNotFit(label: "{name}", text: Self.name)) { _ = try typesetter.set(mark) }
        #expect(
            TypesettingError.doesNotFit(label: "{name}", text: "Lê").description == "{name}: 'Lê' does not fit its box")
    }

    @Test(
        "a letter that the font lacks is named, with the font and the field",
        arguments: [
            ("漢", "漢", "U+6F22"), ("Nguyễn 漢", "漢", "U+6F22"), ("Hươngก", "ก", "U+E01"), ("😀", "😀", "U+1F600"),
            ("ab\u{E000}", "\u{E000}", "U+E000"), ("ễễễ漢ễ", "漢", "U+6F22"),
        ])
    func missingLetter(text: String, letter: Character, code: String) throws {
        let mark = TextMark(text, style: .roboto(11), box: .mm(0, 0, 80, 10), label: "{name}")
        let error = try #require(throws: TypesettingError.self) { _ = try typesetter.set(mark) }
        let font = TextStyle.Font(family: "Roboto", weight: .bold)
        #expect(error == .missingLetter(letter, font: font, label: "{name}", text: text))
        #expect(error.description == "{name}: '\(text)' has '\(letter)' (\(code)), which Roboto lacks")
    }

    @Test(
        "every listed font has every Vietnamese letter",
        arguments: [
            ("Roboto", TextStyle.Weight.regular), ("Roboto", .medium), ("Roboto", .bold), ("Roboto", .black),
            ("Roboto Condensed", .regular), ("Roboto Condensed", .medium), ("Roboto Condensed", .bold),
            ("Liberation Serif", .regular), ("Liberation Serif", .bold), ("Noto Sans", .regular), ("Noto Sans", .bold),
        ])
    func coverage(family: String, weight: TextStyle.Weight) throws {
        #expect(Set(accentedLetters).count == 134)
        let style = TextStyle(font: TextStyle.Font(family: family, weight: weight), size: .pt(10))
        for letter in accentedLetters {
            let set = try typesetter.set(TextMark(String(letter), style: style, box: .mm(0, 0, 20, 10)))
            #expect(set.glyphs.count == 1, "\(letter) is one glyph of the font itself")
        }
    }

    @Test("capitals are set where the style says so")
    func uppercase() throws {
        var style = TextStyle.roboto(10)
        style.isUppercase = true
        let box = Rectangle.mm(0, 0, 80, 10)
        let capitals = try typesetter.set(TextMark("thẻ đỏ", style: style, box: box))
        style.isUppercase = false
        let written = try typesetter.set(TextMark("THẺ ĐỎ", style: style, box: box))
        #expect(capitals.glyphs.map(\.index) == written.glyphs.map(\.index))
    }

    @Test("lines break where the text says so, without a step")
    func explicitLines() throws {
        #expect(try setting("Quét mã này\nbằng điện thoại", .roboto(10), width: 60, height: 10).lines == 2)
        #expect(throws: TypesettingError.self) {
            _ = try setting("Quét\nmã\nnày", .roboto(10), width: 60, height: 10)
        }
    }
}

@Suite("Fonts")
struct FontTests {
    @Test(
        "fonts that are not listed are refused, though the system has them",
        arguments: [
            "DejaVu Sans", "Noto Sans Thai", "sans", "Sans", "roboto", "Roboto Thin", "Liberation Sans", "",
        ])
    func unlisted(family: String) throws {
        let typesetter = try Typesetter.listed()
        let font = TextStyle.Font(family: family)
        let mark = TextMark("a", style: TextStyle(font: font, size: .pt(10)), box: .mm(0, 0, 50, 10))
        let error = try #require(throws: TypesettingError.self) { _ = try typesetter.set(mark) }
        let known = ["Liberation Mono", "Liberation Serif", "Noto Sans", "Roboto", "Roboto Condensed"]
        #expect(error == .missingFont(font, available: known))
        #expect(
            error.description
                == "no font '\(family)' of weight regular; fonts found are \(known.joined(separator: ", "))")
    }

    @Test(
        "a weight that no file has is refused", arguments: [("Roboto", TextStyle.Weight.light), ("Noto Sans", .black)])
    func weight(family: String, weight: TextStyle.Weight) throws {
        let typesetter = try Typesetter.listed()
        let font = TextStyle.Font(family: family, weight: weight)
        let mark = TextMark("a", style: TextStyle(font: font, size: .pt(10)), box: .mm(0, 0, 50, 10))
        #expect(throws: TypesettingError.self) { _ = try typesetter.set(mark) }
    }

    @Test("without files there are none")
    func none() throws {
        let typesetter = Typesetter(fonts: try FontBook(files: []))
        let mark = TextMark("a", style: .roboto(10), box: .mm(0, 0, 50, 10))
        let error = try #require(throws: TypesettingError.self) { _ = try typesetter.set(mark) }
        #expect(error.description == "no font 'Roboto' of weight bold; fonts found are none")
    }

    @Test("a file that is no font is refused, and so is one longer than fonts are")
    func notAFont() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("x.ttf", "not a font")
        #expect(throws: TypesettingError.unreadableFont(path: path)) { _ = try FontBook(files: [path]) }
        #expect(throws: TypesettingError.self) { _ = try FontBook(files: [folder("none.ttf")]) }
        try #require(unsafe mkfifo(folder("pipe.ttf"), 0o600) == 0)
        let long = try folder.write("long.ttf", Data([0, 1, 0, 0]))
        try #require(unsafe truncate(long, off_t(FontLimits.mostBytes + 1)) == 0)
        for path in [folder("pipe.ttf"), folder(""), "/dev/zero", long] {
            #expect(throws: TypesettingError.unreadableFont(path: path)) { try FontBook(files: [path]) }
        }
    }
}

@Suite("Letters as they were written")
struct LetterTests {
    @Test(
        "what Pango would end or break a line at is refused",
        arguments: ["\0", "\r", "\u{2028}", "\u{2029}", "\u{200B}", "\u{85}"])
    func hidden(character: String) throws {
        let mark = TextMark("Quảng\(character)Phú", style: .roboto(10), box: .mm(0, 0, 90, 10))
        #expect(throws: TypesettingError.self) { _ = try Typesetter.listed().set(mark) }
    }

    @Test("a full cache starts anew between texts, never within one")
    func fullCache() throws {
        let small = Typesetter(fonts: FontBook(try FontConfiguration(files: fontFiles), wordsInFace: 3))
        let large = try Typesetter.listed()
        for text in ["Công Tằng Tôn Nữ Thị Quỳnh Hương", "Lê An", "Nguyễn Thị Thu Hương 1985", "Tôn Thất Ẩn"] {
            let mark = TextMark(text, style: .roboto(10), box: .mm(0, 0, 190, 10))
            func glyphs(_ typesetter: Typesetter) throws -> [[Double]] {
                try typesetter.set(mark).glyphs.map { [Double($0.index), $0.x, $0.y] }
            }
            #expect(try glyphs(small) == glyphs(large))
        }
    }

    @Test("no ligature takes the place of letters")
    func ligatures() throws {
        let set = try Typesetter.listed().set(TextMark("Wifi Office", style: .roboto(10), box: .mm(0, 0, 90, 10)))
        #expect(set.glyphs.count == "Wifi Office".count)
    }
}
