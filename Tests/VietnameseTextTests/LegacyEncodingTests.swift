import Foundation
import TestSupport
import Testing

@testable import VietnameseText

@Suite("Legacy encodings")
struct LegacyEncodingTests {
    /// The 134 accented letters and the twelve vowels without accents, both cases.
    static let letters: [String] = {
        var letters = ["đ", "Đ"]
        for vowel in FoldingTests.vowels {
            for tone in FoldingTests.tones {
                let letter = (vowel + tone).precomposedStringWithCanonicalMapping
                letters += [letter, letter.uppercased()]
            }
        }
        return letters
    }()

    @Test("all 146 letters come back from every encoding", arguments: TextEncoding.allCases)
    func roundTrip(_ encoding: TextEncoding) throws {
        #expect(Self.letters.count == 146)
        for letter in Self.letters {
            for text in [letter, "x" + letter + "n", letter + letter, "Số 1, \(letter)"] {
                let bytes = try #require(encoding.encode(text), "\(text)")
                let decoded = encoding.decode(bytes.span)
                if encoding.legacy == .tcvn3 {
                    // A letter in a word of capitals may become one.
                    #expect(decoded.text.uppercased() == text.uppercased())
                    #expect(decoded.text == CapitalRepair.repaired(text))
                } else {
                    #expect(Array(decoded.text.utf8) == Array(text.utf8), "\(encoding) \(bytes)")
                }
                #expect(decoded.unknown == 0)
            }
            let bytes = try #require(encoding.encode(letter))
            #expect(Array(encoding.decode(bytes.span).text.utf8) == Array(letter.utf8))
        }
    }

    @Test("what iconv writes is read", arguments: LegacyEncoding.allCases)
    func vectors(_ encoding: LegacyEncoding) throws {
        let vectors = try EncodingVectors.load()
        #expect(vectors.letters.count == 146)
        for sample in vectors.letters + vectors.texts {
            let hex = encoding == .tcvn3 ? sample.tcvn3 : encoding == .vni ? sample.vni : sample.windows1258
            let bytes = Self.bytes(hex)
            // Alone, a few of the capitals of VN1 are read as quotation marks and dashes.
            let isDoubtful =
                sample.text.unicodeScalars.count == 1 && bytes.count == 1 && encoding.table[bytes[0]].isDoubtful
            if !isDoubtful {
                #expect(encoding.decode(bytes.span) == DecodedText(text: sample.text, unknown: 0))
                #expect(
                    encoding.decode(misread: Windows1252.text(of: bytes)) == DecodedText(text: sample.text, unknown: 0))
            }
            let written = try #require(encoding.encode(sample.text))
            #expect(encoding.decode(written.span) == DecodedText(text: sample.text, unknown: 0))
            if encoding != .tcvn3 { #expect(written == bytes, "\(sample.text)") }
        }
    }

    @Test("every byte means what iconv says", arguments: [LegacyEncoding.tcvn3, .windows1258])
    func table(_ encoding: LegacyEncoding) throws {
        let table = try #require(EncodingVectors.load().tables[encoding.rawValue])
        for (offset, character) in table.enumerated() {
            let scalar = character.unicodeScalars.first?.value ?? 0
            #expect(UInt32(encoding.table[UInt8(0x80 + offset)].scalar) == scalar)
        }
    }

    @Test("Windows-1252 is what Foundation has")
    func windows1252() {
        for byte in UInt8(0x80)...0xFF {
            let scalar = Windows1252.scalar(of: byte)
            #expect(Windows1252.byte(of: scalar) == byte)
            if let text = String(bytes: [byte], encoding: .windowsCP1252), scalar > 0x9F || byte > 0x9F {
                #expect(text.unicodeScalars.first?.value == scalar)
            }
        }
        #expect(Windows1252.byte(of: 0x81) == 0x81)
        #expect(Windows1252.byte(of: 0x93) == 0x93)
        #expect(Windows1252.byte(of: 0x1EC5) == nil)
    }

    @Test(
        "misread text",
        arguments: [
            (LegacyEncoding.tcvn3, "NguyÔn V¨n An", "Nguyễn Văn An"), (.tcvn3, "TrÇn ThÞ H\u{AD}¬ng", "Trần Thị Hương"),
            (.tcvn3, "Hä vµ tªn", "Họ và tên"), (.tcvn3, "nhµ ë 100 m² – “Hßa B×nh”", "nhà ở 100 m² – “Hòa Bình”"),
            (.tcvn3, "Nguyễn", "Nguyễn"), (.tcvn3, "Plain, 12", "Plain, 12"), (.tcvn3, "阮 V¨n", "阮 Văn"),
            (.vni, "Nguyeãn Vaên An", "Nguyễn Văn An"), (.vni, "TRAÀN THÒ HÖÔNG", "TRẦN THỊ HƯƠNG"),
            (.vni, "Ñaëng Thuøy Myõ", "Đặng Thùy Mỹ"),
            (.vni, "“Hoï vaø teân” – soá ñieän thoaïi", "“Họ và tên” – số điện thoại"),
            (.windows1258, "NguyêÞn Thiò Hoa\u{CC}", "Nguyễn Thị Hoà"), (.windows1258, "Ðaòo", "Đạo"),
        ])
    func misread(_ encoding: LegacyEncoding, _ shown: String, _ text: String) {
        #expect(encoding.decode(misread: shown).text == text)
    }

    @Test("UTF-8 encoded twice, also where controls stand for missing letters")
    func twice() {
        #expect(TextEncoding.utf8Twice.reread("Nguyá»…n VÄƒn An") == DecodedText(text: "Nguyễn Văn An", unknown: 0))
        #expect(TextEncoding.utf8Twice.reread("Ã\u{81}nh Nguyễn Ã") == DecodedText(text: "Ánh Nguyễn Ã", unknown: 2))
        #expect(TextEncoding.utf8Twice.reread("An") == DecodedText(text: "An", unknown: 0))
    }

    @Test("bytes without meaning are counted")
    func unknown() {
        #expect(
            LegacyEncoding.windows1258.decode([0x41, 0x81, 0x9A].span)
                == DecodedText(text: "A\u{FFFD}\u{FFFD}", unknown: 2))
        #expect(
            LegacyEncoding.vni.decode([0x62, 0xF9, 0xDF].span) == DecodedText(text: "b\u{FFFD}\u{FFFD}", unknown: 2))
        #expect(LegacyEncoding.vni.decode(misread: "José aø") == DecodedText(text: "José à", unknown: 1))
        #expect(LegacyEncoding.windows1258.decode([0x6E, 0xDE].span) == DecodedText(text: "ñ", unknown: 0))
        #expect(TextEncoding.utf8.decode([0x41, 0xC3, 0x42].span) == DecodedText(text: "A\u{FFFD}B", unknown: 1))
        #expect(TextEncoding.utf16LE.decode([0xFF, 0xFE, 0x41, 0, 0, 0xD8].span).unknown == 1)
        #expect(LegacyEncoding.vni.encode("阮") == nil)
    }

    @Test("capitals of TCVN3 beyond VN3, and the signs at their positions")
    func doubtful() {
        #expect(LegacyEncoding.tcvn3.decode([0x4E, 0x47, 0x96, 0x43].span).text == "NGỌC")
        #expect(LegacyEncoding.tcvn3.decode([0x93, 0x48, 0x92, 0x41, 0x94].span).text == "“H’A”")
        #expect(LegacyEncoding.tcvn3.decode([0x48, 0x92, 0x41, 0x20, 0x96, 0x20, 0x41].span).text == "HÒA – A")
        #expect(LegacyEncoding.tcvn3.decode([0x48, 0x92, 0x4D, 0xAB, 0x6E, 0x67].span).text == "H’Mông")
        #expect(LegacyEncoding.tcvn3.decode([0x01, 0x43].span).text == "ÚC")
        #expect(LegacyEncoding.tcvn3.decode([0xA3, 0xB3].span).text == "Ế")
    }

    @Test(
        "capitals in words typed in a capital font",
        arguments: [
            ("NGUYễN THị HOà", "NGUYỄN THỊ HOÀ"), ("Nguyễn Thị Hà", "Nguyễn Thị Hà"), ("Lê Tý", "Lê Tý"),
            ("NGUYễN THị Lý", "NGUYỄN THỊ LÝ"), ("LÊ Tý", "LÊ TÝ"), ("Số CMND", "Số CMND"), ("Mã QR", "Mã QR"),
            ("Trần Thị ánh", "Trần Thị Ánh"), ("Nơi ở", "Nơi ở"), ("Họ và tên", "Họ và tên"), ("ý", "ý"),
            ("NGUYễN NHƯ ý", "NGUYỄN NHƯ Ý"), ("ấp Phú Lễ", "Ấp Phú Lễ"), ("ủy ban", "ủy ban"), ("", ""),
            ("ĐặNG VĂN ĐÔ", "ĐẶNG VĂN ĐÔ"),
        ])
    func capitals(_ text: String, _ repaired: String) throws {
        #expect(CapitalRepair.repaired(text) == repaired)
        let bytes = try #require(LegacyEncoding.tcvn3.encode(text))
        #expect(LegacyEncoding.tcvn3.decode(bytes.span).text == repaired)
    }

    @Test(
        "fonts",
        arguments: [
            (".VnTime", LegacyEncoding.tcvn3, false), (".VnTimeH", .tcvn3, true), (".VnArialH", .tcvn3, true),
            (".vntime", .tcvn3, false), (".VNARIAL", .tcvn3, false), ("VNI-Times", .vni, false),
            ("vni-helve", .vni, false),
            ("Times New Roman", nil, false), ("VNI", nil, false), ("", nil, false), ("Vni Times", nil, false),
        ])
    func fonts(_ name: String, _ encoding: LegacyEncoding?, _ showsCapitals: Bool) {
        #expect(LegacyEncoding(fontName: name) == encoding)
        #expect(LegacyEncoding.showsCapitals(fontName: name) == showsCapitals)
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    }
}
