import Foundation
import Layout
import TestSupport
import Testing
import TypesettingSupport

@testable import Typesetting

@Suite("Paragraphs")
struct ParagraphTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try .listed() }

    private static let sentence =
        "Tính đến ngày 24/11/2026, Ủy ban nhân dân xã Quảng Phú có 9.812 thẻ mã QR còn giá trị cho 10.085 người theo "
        + "danh sách."

    private func style(_ alignment: TextStyle.Alignment, indent: Double = 0) -> TextStyle {
        TextStyle(
            font: TextStyle.Font(family: "Liberation Serif"), size: .pt(13), alignment: alignment, indent: .mm(indent),
            fit: [.wrap(lines: 20)])
    }

    /// The glyphs' starts from left to right, line by line, in points.
    private func lines(_ text: String, _ style: TextStyle, width: Double) throws -> [[Double]] {
        let set = try typesetter.set(TextMark(text, style: style, box: .mm(0, 0, width, 100)))
        let lines = Dictionary(grouping: set.glyphs) { ($0.y * 1000).rounded() }
        return lines.sorted { $0.key < $1.key }.map { $0.value.map(\.x) }
    }

    @Test("justified lines are the greedy ones, stretched to the right edge; the last is not")
    func justified() throws {
        let left = try lines(Self.sentence, style(.left), width: 80)
        let justified = try lines(Self.sentence, style(.justified), width: 80)
        #expect(justified.count == left.count && justified.count > 2)
        #expect(justified.allSatisfy { abs($0[0]) < 0.001 })
        // The last letter of each line is some 2 to 9 points wide.
        for line in justified.dropLast() { #expect((216...225).contains(line.last ?? 0), "\(line)") }
        #expect((justified.last?.last ?? 0) < 210)
        #expect(justified.flatMap(\.self).count == left.flatMap(\.self).count)
    }

    @Test("the first line of each paragraph is set in", arguments: TextStyle.Alignment.allCases)
    func indent(alignment: TextStyle.Alignment) throws {
        let found = try lines("Một.\nHai ba bốn.", style(alignment, indent: 10), width: 100)
        let plain = try lines("Một.\nHai ba bốn.", style(alignment), width: 100)
        let moved = Length.mm(10).points * (alignment == .right ? 0 : alignment == .centre ? 0.5 : 1)
        for (one, other) in zip(found, plain) { #expect(abs(one[0] - other[0] - moved) < 0.001) }
        let wrapped = try lines(Self.sentence, style(.justified, indent: 10), width: 80)
        #expect(abs(wrapped[0][0] - Length.mm(10).points) < 0.001 && abs(wrapped[1][0]) < 0.001)
    }

    @Test("a box of a text's extent holds it, and no narrower or lower one", arguments: [40.0, 80, 165, 400])
    func extent(width: Double) throws {
        let style = style(.left)
        let extent = try typesetter.extent(of: Self.sentence, style: style, width: .mm(width))
        #expect(extent.width <= .mm(width + 0.01))
        let box = Rectangle(origin: .zero, size: extent)
        _ = try typesetter.set(TextMark(Self.sentence, style: style, box: box))
        for (x, y) in [(0.2, 0), (0, 0.2)] as [(Double, Double)] {
            let size = Size(width: extent.width - .mm(x), height: extent.height - .mm(y))
            #expect(throws: TypesettingError.self) {
                _ = try typesetter.set(
                    TextMark(Self.sentence, style: style, box: Rectangle(origin: .zero, size: size)))
            }
        }
        #expect(throws: TypesettingError.self) {
            _ = try typesetter.extent(of: "Nghiêngngả", style: style, width: .mm(5))
        }
    }

    @Test("italics are the family's own; a family without them is refused")
    func italics() throws {
        var style = style(.left)
        func width() throws -> Length { try typesetter.extent(of: "Quảng Phú", style: style, width: .mm(99)).width }
        let upright = try width()
        style.font.slant = .italic
        #expect(try width() != upright)
        for letter in accentedLetters { _ = try typesetter.extent(of: "\(letter)", style: style, width: .mm(99)) }
        style.font = TextStyle.Font(family: "Roboto", slant: .italic)
        #expect {
            try width()
        } throws: { error in
            "\(error)".contains("no font 'Roboto' of weight regular, italic")
        }
    }
}
