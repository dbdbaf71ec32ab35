import Foundation
import Messages
import TestSupport
import Testing

@testable import VietnameseText

@Suite("Recognising encodings")
struct EncodingGuessTests {
    /// The example roster's lines, without a byte order mark.
    static let roster: [String] = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../examples/quang-dien/roster.csv")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map(String.init)
    }()

    /// The different names of the example roster.
    static let names = Set(roster.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) })
        .map { String($0[2]) }.filter { $0.contains(" ") && !$0.hasPrefix(" ") }.sorted()

    private static func guess(_ text: String, _ encoding: TextEncoding, after mark: [UInt8] = []) throws
        -> EncodingGuess
    {
        let bytes = mark + (try #require(encoding.encode(text), "\(encoding.rawValue) \(text)"))
        return EncodingGuess(bytes.span)
    }

    @Test("the example roster, its first rows and its heading", arguments: TextEncoding.allCases)
    func roster(_ encoding: TextEncoding) throws {
        #expect(Self.roster.count > 600)
        for count in [600, 100, 4, 2, 1] {
            let guess = try Self.guess(Self.roster.prefix(count).joined(separator: "\r\n"), encoding)
            #expect(guess.encoding == encoding, "\(count) lines: \(guess.evidence)")
        }
        for text in ["Họ và tên", "Nguyễn Văn An", "Trần Thị Hồng,Nữ\n", "HUỲNH THỊ ĐẦM"] {
            let guess = try Self.guess(text, encoding)
            #expect(guess.encoding == encoding, "\(text): \(guess.evidence)")
        }
    }

    @Test("single names: seldom wrong", arguments: TextEncoding.allCases)
    func names(_ encoding: TextEncoding) throws {
        var wrong = 0
        for name in Self.names where name.utf8.contains(where: { $0 >= 0x80 }) {
            let guess = try Self.guess(name, encoding)
            if guess.encoding != encoding { wrong += 1 }
        }
        // A name such as Cao Thị Dung in a VNI font, Cao Thò Dung, is Vietnamese too.
        #expect(Double(wrong) <= Double(Self.names.count) * (encoding == .utf8VNI ? 0.1 : 0.01))
        if encoding == .utf8 { #expect(wrong == 0) }
    }

    @Test("samples from any row on, cut anywhere", arguments: TextEncoding.allCases)
    func samples(_ encoding: TextEncoding) throws {
        var random = SeededNumbers(11)
        for _ in 0..<100 {
            let start = Int.random(in: 0..<Self.roster.count - 60, using: &random)
            let bytes = try #require(encoding.encode(Self.roster[start...].prefix(60).joined(separator: "\n")))
            let sample = Array(bytes.prefix(Int.random(in: 300..<3000, using: &random)))
            let guess = EncodingGuess(sample.span)
            #expect(guess.encoding == encoding, "\(start) \(sample.count) \(guess.evidence)")
        }
    }

    @Test(
        "byte order marks decide",
        arguments: [
            (TextEncoding.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LE, [0xFF, 0xFE]), (.utf16BE, [0xFE, 0xFF]),
            (.utf8VNI, [0xEF, 0xBB, 0xBF]),
        ] as [(TextEncoding, [UInt8])])
    func marks(_ encoding: TextEncoding, _ mark: [UInt8]) throws {
        let guess = try Self.guess("Họ và tên\n", encoding, after: mark)
        #expect(guess.encoding == encoding)
        #expect(guess.evidence.english.contains("byte order mark"))
    }

    @Test("plain ASCII is UTF-8, and so is nothing", arguments: ["", "Ho va ten,12\n", "\"A\""])
    func ascii(_ text: String) {
        let guess = EncodingGuess(Array(text.utf8).span)
        #expect(guess.encoding == .utf8)
        #expect(
            guess.evidence.english == "UTF-8: no letter has an accent, so that the text is the same in every encoding")
    }

    @Test("names of other languages among Vietnamese ones, and by themselves")
    func foreign() throws {
        let list = "Nguyễn Thị Hòa\nHélène Dupont\nFrançois Trần\nZoë Müller\nLê Văn Tám\n"
        for encoding in [TextEncoding.utf8, .utf16LE, .windows1258] {
            #expect(try Self.guess(list, encoding).encoding == encoding)
        }
        let others = try Self.guess("Hélène, François, Zoë, Müller", .utf8)
        #expect(others.encoding == .utf8)
    }

    @Test("a damaged byte does not make UTF-8 anything else")
    func damaged() {
        let bytes = Array("Nguyễn Thị Hòa,Trần Văn Đức,".utf8) + [0xC3, 0x20, 0x41]
        let guess = EncodingGuess(bytes.span)
        #expect(guess.encoding == .utf8)
        #expect(guess.evidence.english.contains("1 byte sequence is not valid"))
    }

    @Test("evidence counts and quotes words")
    func evidence() throws {
        let guess = try Self.guess("Nguyễn Thị Hòa", .tcvn3)
        #expect(
            guess.evidence.english
                == """
                TCVN3 (ABC, .VnTime fonts): not valid UTF-8; 3 of 3 words with accents are Vietnamese syllables \
                (Nguyễn, Thị, Hòa); as UTF-8 it would be 0 of 3
                """)
        #expect(guess.candidates.first?.reading.syllables == 3)
        #expect(guess.candidates.count > 3)
    }

    @Test("bytes at random are read to their end by everything")
    func noise() {
        var random = SeededNumbers(12)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(EncodingGuess(bytes.span).candidates.isEmpty == false)
            for encoding in TextEncoding.allCases {
                let decoded = encoding.decode(bytes.span)
                #expect(decoded.text.isEmpty == bytes.isEmpty || decoded.unknown > 0 || length < 4)
                _ = ProperCase.name(decoded.text)
                _ = LookAlike.latin(decoded.text)
                var buffer: [UInt8] = []
                _ = ToneKey.hash(decoded.text, using: &buffer)
            }
        }
    }
}
