import Foundation
import Testing

@testable import VietnameseText

@Suite("Keys with tones")
struct ToneKeyTests {
    private static func key(_ text: String) -> [UInt8] {
        var key: [UInt8] = [7]
        ToneKey.append(text, to: &key)
        return Array(key.dropFirst())
    }

    @Test(
        "names that are the same",
        arguments: [
            ("Nguyễn Thị Hòa", "NGUYỄN  THỊ HOÀ "), ("Trần Thúy", "trần thuý"), ("Đặng Quý", "ĐẶNG QÚY"),
            ("Đoàn", "Ðoàn"), ("Lê\u{A0}Ý", " Lê\tý"), ("François", "FRANÇOIS"), ("H'Mông", "h'mông"), ("", "  "),
            ("Łódź", "łódź"), ("Иван Nguyễn", "иван nguyễn"), ("Phở Thuở", "PHỞ THỦƠ"),
        ])
    func same(_ one: String, _ other: String) {
        for first in [one, one.decomposedStringWithCanonicalMapping] {
            for second in [other, other.decomposedStringWithCanonicalMapping] {
                #expect(Self.key(first) == Self.key(second))
                var buffer: [UInt8] = []
                #expect(ToneKey.hash(first, using: &buffer) == ToneKey.hash(second, using: &buffer))
            }
        }
    }

    @Test(
        "names that differ",
        arguments: [
            ("Hoa", "Hòa"), ("Hòa", "Hóa"), ("Tư", "Tu"), ("Đa", "Da"), ("Tâm", "Tăm"), ("Thị Hà", "Thí Hạ"),
            ("A B", "AB"),
            ("Lê Hòa", "Lê Hoa"), ("Lề Hoa", "Lê Hòa"), ("Anh-Thư", "Anh Thư"), ("阮", "阮阮"), ("Cô", "Cơ"),
        ])
    func other(_ one: String, _ other: String) {
        #expect(Self.key(one) != Self.key(other))
        var buffer: [UInt8] = []
        #expect(ToneKey.hash(one, using: &buffer) != ToneKey.hash(other, using: &buffer))
    }

    @Test("all letters, composed and decomposed, small and capital")
    func letters() {
        var keys: Set<[UInt8]> = []
        for letter in LegacyEncodingTests.letters {
            let key = Self.key(letter)
            #expect(Self.key(letter.decomposedStringWithCanonicalMapping) == key)
            #expect(Self.key(letter.lowercased()) == key)
            keys.insert(key)
        }
        #expect(keys.count == 73)
    }
}
