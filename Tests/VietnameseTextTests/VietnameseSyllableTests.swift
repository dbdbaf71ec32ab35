import TestSupport
import Testing

@testable import VietnameseText

@Suite("Vietnamese syllables")
struct VietnameseSyllableTests {
    @Test(
        "syllables and their parts",
        arguments: [
            ("Nguyễn", "ng", "uyên", 3), ("thị", "th", "i", 5), ("HÒA", "h", "oa", 1), ("hoà", "h", "oa", 1),
            ("thúy", "th", "uy", 4),
            ("thuý", "th", "uy", 4), ("quý", "qu", "y", 4), ("Quốc", "qu", "ôc", 4), ("giếng", "gi", "iêng", 4),
            ("gì", "gi", "i", 1), ("già", "gi", "a", 1), ("gìa", "gi", "a", 1), ("Nghĩa", "ngh", "ia", 3),
            ("ướt", "", "ươt", 4),
            ("Ý", "", "y", 4), ("yến", "", "yên", 4), ("Đặng", "đ", "ăng", 5), ("khuỷu", "kh", "uyu", 2),
            ("Thuở", "th", "uơ", 2),
            ("ngoằn", "ng", "oăn", 1), ("quỳnh", "qu", "ynh", 1), ("Huỳnh", "h", "uynh", 1), ("mùa", "m", "ua", 1),
            ("xoong", "x", "oong", 0), ("Huế", "h", "uê", 4), ("Kỷ", "k", "y", 2), ("hươu", "h", "ươu", 0),
            ("an", "", "an", 0),
        ])
    func real(_ word: String, _ onset: String, _ rhyme: String, _ tone: Int) throws {
        let letters = try #require(SyllableLetters(word.unicodeScalars))
        let parts = try #require(SyllableParts(letters))
        #expect(Self.text(letters, 0..<parts.onset) == onset)
        #expect(Self.text(letters, parts.rhymeStart..<letters.count) == rhyme)
        #expect(letters.tone == tone)
    }

    private static func text(_ letters: SyllableLetters, _ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for number in range.map({ letters[$0] }) {
            let vowel = number <= 12 ? Unicode.Scalar(MarkedVowel(index: (number - 1) * 12).scalar) : nil
            text.append(vowel ?? SyllableLetters.consonants[Int(number) - 13])
        }
        return String(text)
    }

    @Test(
        "no syllables",
        arguments: [
            "", "x", "ng", "Nguyôn", "Vaên", "Thò1", "hoàn g", "bàc", "cach", "kà", "ngê", "ghá", "cé", "foo", "zế",
            "wà", "ờị",
            "hòà", "mùá", "muà", "haò", "Nguyểnn", "đđ", "thịt2", "bêô", "ăa", "lãp", "ểch", "nghiêêng", "Hélène", "Çà",
            "q", "quà̀",
            "tên̉", "phuơng", "thưở", "Łódź", "năn-nỉ",
        ])
    func impossible(_ word: String) {
        #expect(!VietnameseSyllable.isSyllable(word.unicodeScalars))
    }

    @Test("every word of the example roster's names is a syllable, but for one number")
    func names() {
        var others: Set<String> = []
        for name in EncodingGuessTests.names {
            for word in name.split(separator: " ") where !VietnameseSyllable.isSyllable(word.unicodeScalars) {
                others.insert(String(word))
            }
        }
        #expect(others == ["2"])
    }
}
