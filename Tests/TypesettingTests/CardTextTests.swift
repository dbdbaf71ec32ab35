import Layout
import TestSupport
import Testing
import TypesettingSupport

@testable import Typesetting

@Suite("Texts of cards")
struct CardTextTests {
    private let typesetter: Typesetter

    init() throws { typesetter = try .listed() }

    private func style(_ points: Double, breaks: LineBreaks = .words, fit: [FitStep]) -> TextStyle {
        TextStyle(
            font: TextStyle.Font(family: "Roboto Condensed", weight: .medium), size: .pt(points), fit: fit,
            breaks: breaks)
    }

    @Test(
        "a number that is spread reaches from edge to edge, whatever its letters",
        arguments: ["7K3M-92QF-A0X4", "1111-1111-1111", "WWWW-WWWW-WWWW"])
    func spread(serial: String) throws {
        let mono = TextStyle(
            font: TextStyle.Font(family: "Liberation Mono", weight: .bold), size: .pt(8), alignment: .spread)
        let extent = try typesetter.extent(of: TextMark(serial, style: mono, box: .mm(54, 47, 26.6, 4)))
        let line = try #require(extent.lines.first)
        #expect(abs(line.minX.millimetres - 54) < 0.02 && abs(line.maxX.millimetres - 80.6) < 0.02)
        // No two letters touch: each keeps to its own cell.
        let set = try typesetter.set(TextMark(serial, style: mono, box: .mm(54, 47, 26.6, 4)))
        let middles = zip(set.glyphs, set.glyphs.dropFirst()).map { $1.x - $0.x }
        #expect(middles.allSatisfy { $0 > 8 * 0.6 * 0.98 })
    }

    @Test("texts that shrink or wrap begin on one baseline")
    func baseline() throws {
        let name = TextStyle(
            font: TextStyle.Font(family: "Roboto", weight: .bold), condensedFamily: "Roboto Condensed", size: .pt(13),
            anchor: .baseline, fit: [.wrap(lines: 2), .condense, .shrink(to: .pt(8))])
        let baselines = try ["Lê An", "Nguyễn Thị Thu Hương", "Công Tằng Tôn Nữ Thị Quỳnh Hương Giang Thanh"].map {
            try typesetter.extent(of: TextMark($0, style: name, box: .mm(5, 23, 31.4, 12.1)))
        }
        #expect(Set(baselines.map(\.size)).count > 1)
        let first = try #require(baselines.first?.baselines.first)
        for extent in baselines { #expect(abs((extent.baselines[0] - first).millimetres) < 0.01) }
    }

    /// What stands on each line, from the words' order and the lines' baselines.
    private func lines(_ text: String, _ style: TextStyle, width: Double, height: Double = 20) throws -> [Int] {
        let set = try typesetter.set(TextMark(text, style: style, box: .mm(0, 0, width, height)))
        var counts: [(y: Double, count: Int)] = []
        for glyph in set.glyphs {
            if let last = counts.last, abs(last.y - glyph.y) < 1 {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((glyph.y, 1))
            }
        }
        return counts.map(\.count)
    }

    @Test(
        "lines end at commas and before places, never within a name",
        arguments: [
            ("thôn Bác Vọng Đông,|xã Quảng Phú", 30.0),
            ("thôn Nghĩa Lộ – Xuân Tùy Thượng,|thị trấn Quảng Ngạn Thượng", 50),
            ("Nhặt được, gửi về|UBND xã Quảng Phú", 28), ("UBND thị trấn|Quảng Ngạn Thượng", 28),
            ("Mở máy ảnh,|hướng vào mã", 18), ("Hợp tác xã Sản xuất Kinh doanh|Dịch vụ Nông nghiệp Quảng Phú II", 50),
            ("Nguyễn Thị|Thu Hương", 20),
        ])
    func breaks(text: String, width: Double) throws {
        let parts = text.split(separator: "|")
        let whole = text.replacing("|", with: " ")
        let found = try lines(whole, style(8, fit: [.wrap(lines: 2)]), width: width)
        // Spaces have glyphs too, but for those at a line's end.
        #expect(found == parts.map(\.count), "\(whole)")
    }

    @Test("a text that may break within a name would rather shrink, where it is told to")
    func phrases() throws {
        let fit: [FitStep] = [.wrap(lines: 2), .shrink(to: .pt(6))]
        let text = "thôn Bác Vọng Đông, xã Quảng Phú"
        let torn = try typesetter.extent(of: TextMark(text, style: style(8, fit: fit), box: .mm(0, 0, 22, 9)))
        let whole = try typesetter.extent(
            of: TextMark(text, style: style(8, breaks: .phrases, fit: fit), box: .mm(0, 0, 22, 9)))
        #expect(whole.size <= torn.size && whole.lines.count == 2)
        #expect(try lines(text, style(8, breaks: .phrases, fit: fit), width: 22, height: 9) == [19, 12])
    }
}
