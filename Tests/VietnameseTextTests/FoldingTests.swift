import Foundation
import TestSupport
import Testing

@testable import VietnameseText

@Suite("Folding and sorting")
struct FoldingTests {
    static let tones = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    static let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
    static let bases = ["a", "a", "a", "e", "e", "i", "o", "o", "o", "u", "u", "y"]

    @Test("all 146 letters beyond b, c and their like fold, composed and decomposed")
    func letters() {
        var count = 0
        for (vowel, base) in zip(Self.vowels, Self.bases) {
            for tone in Self.tones {
                for letter in [vowel + tone, (vowel + tone).uppercased()] {
                    #expect(LatinFolding.folded(letter.precomposedStringWithCanonicalMapping) == base)
                    #expect(LatinFolding.folded(letter.decomposedStringWithCanonicalMapping) == base)
                    count += 1
                }
            }
        }
        for letter in ["đ", "Đ"] {
            #expect(LatinFolding.folded(letter) == "d")
            count += 1
        }
        #expect(count == 146)
    }

    @Test("hòa and hoà are the same, and so are names that differ in accents")
    func alike() {
        #expect(LatinFolding.folded("Nguyễn Thị Hòa") == "nguyen thi hoa")
        #expect(LatinFolding.folded("NGUYỄN THỊ HOÀ") == "nguyen thi hoa")
        #expect(LatinFolding.folded("Đặng Thuỷ, 阮 Ðoàn Łódź") == "dang thuy, 阮 doan lodz")
    }

    @Test(
        "parts of file names",
        arguments: [
            ("Thôn Phú Lễ", "thon-phu-le"), ("  ../Đức -- Nhuận/ ", "duc-nhuan"), ("阮", "x"), ("", "x"),
            (String(repeating: "ễ ", count: 100), String(String(repeating: "e-", count: 30).dropLast())),
        ])
    func fileNames(_ text: String, _ name: String) {
        #expect(FileName.part(text) == name)
    }

    @Test("given and other names")
    func parts() {
        let name = VietnameseName("Công Huyền Tôn Nữ Hòa")
        #expect(name.given == "Hòa")
        #expect(name.rest == "Công Huyền Tôn Nữ")
        #expect(VietnameseName("Hòa").given == "Hòa")
        #expect(VietnameseName("Hòa").rest == "")
    }

    @Test("names sort by the given name, then the rest")
    func names() {
        let sorted = [
            "Nguyễn Văn An", "Trần An", "Lê Ân", "Nguyễn Ba", "Nguyễn Bà", "Nguyễn Bả", "Nguyễn Bã", "Nguyễn Bá",
            "Nguyễn Bạ", "Lê Danh", "Lê Đang", "Lê Hòa", "Lê Thị Hòa", "Lê Văn Hòa", "Nguyễn Hoan", "Lê O", "Lê Ô",
            "Lê Ơ",
            "Lê U", "Lê Ư", "Lê Ý",
        ]
        var shuffled = sorted
        var random = SeededNumbers(7)
        shuffled.shuffle(using: &random)
        #expect(shuffled.sorted { VietnameseName($0).sortKey < VietnameseName($1).sortKey } == sorted)
    }

    @Test("texts with numbers sort by their value")
    func numbers() {
        let sorted = ["H1", "H2", "H09", "H10", "Thôn 2", "Thôn 10", "Thôn 10A", "Thôn Hai"]
        var shuffled = sorted
        var random = SeededNumbers(8)
        shuffled.shuffle(using: &random)
        #expect(shuffled.sorted { CollationKey($0) < CollationKey($1) } == sorted)
    }

    @Test("equal text has equal keys, other text never")
    func equality() {
        #expect(CollationKey("Hòa") == CollationKey("Hòa"))
        #expect(CollationKey("hòa") != CollationKey("Hòa"))
        #expect(CollationKey("H01") != CollationKey("H1"))
    }
}
