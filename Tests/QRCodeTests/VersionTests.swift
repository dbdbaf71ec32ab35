import CQREncode
import Messages
import Testing

@testable import QRCode

@Suite("Versions")
struct VersionTests {
    /// The smallest version that libqrencode itself finds for segments; nil where it finds none.
    private func libraryVersion(_ segments: [Segment], _ level: RecoveryLevel) -> Int? {
        let modes: [Segment.Mode: QRencodeMode] = [
            .numeric: QR_MODE_NUM, .alphanumeric: QR_MODE_AN, .byte: QR_MODE_8,
        ]
        guard let input = unsafe QRinput_new2(0, QRecLevel(rawValue: QRecLevel.RawValue(level.ordinal))) else {
            return nil
        }
        defer { unsafe QRinput_free(input) }
        for segment in segments {
            guard let mode = modes[segment.mode] else { return nil }
            unsafe QRinput_append(input, mode, Int32(segment.bytes.count), segment.bytes)
        }
        guard let code = unsafe QRcode_encodeInput(input) else { return nil }
        defer { unsafe QRcode_free(code) }
        return Int(unsafe code.pointee.version)
    }

    private static func text(_ mode: Segment.Mode, _ count: Int) -> [Segment] {
        let text = String(repeating: "7", count: count)
        switch mode {
        case .numeric: return [.alphanumeric("MB1:"), .numeric(text)].compactMap(\.self)
        case .alphanumeric: return [.alphanumeric(text)].compactMap(\.self)
        case .byte: return [.byte(text)]
        }
    }

    @Test(
        "change exactly where libqrencode changes them", arguments: RecoveryLevel.allCases,
        [Segment.Mode.numeric, .alphanumeric, .byte])
    func borders(level: RecoveryLevel, mode: Segment.Mode) throws {
        for version in Capacity.versions {
            let bits = Capacity.dataCodewords(version, level) * 8
            func fits(_ count: Int) -> Bool {
                Self.text(mode, count).reduce(0) { $0 + $1.bitCount(Segment.CountSize(version: version)) } <= bits
            }
            var (most, beyond) = (0, 8_000)
            while beyond - most > 1 {
                let middle = (most + beyond) / 2
                if fits(middle) { most = middle } else { beyond = middle }
            }
            let full = Self.text(mode, most)
            #expect(try QRCode(full, level: level).version == version)
            #expect(libraryVersion(full, level) == version)

            let over = Self.text(mode, most + 1)
            guard version < 40 else {
                #expect(libraryVersion(over, level) == nil)
                #expect(throws: EncodingError.tooLong(bytes: over.reduce(0) { $0 + $1.bytes.count }, level: level)) {
                    try QRCode(over, level: level)
                }
                continue
            }
            #expect(Capacity.smallestVersion(for: over, at: level) == version + 1)
            #expect(libraryVersion(over, level) == version + 1)
        }
    }

    /// ISO/IEC 18004 table 7.
    @Test(
        "hold as many digits as the standard says",
        arguments: [
            (1, RecoveryLevel.low, 41), (1, .high, 17), (9, .medium, 432), (10, .medium, 513), (26, .quartile, 1804),
            (27, .quartile, 1933), (40, .low, 7089), (40, .medium, 5596), (40, .quartile, 3993), (40, .high, 3057),
        ])
    func standard(version: Int, level: RecoveryLevel, digits: Int) throws {
        let full = try #require(Segment.numeric(String(repeating: "1", count: digits)))
        let over = try #require(Segment.numeric(String(repeating: "1", count: digits + 1)))
        #expect(Capacity.smallestVersion(for: [full], at: level) == version)
        #expect(Capacity.smallestVersion(for: [over], at: level) == (version < 40 ? version + 1 : nil))
    }

    @Test("a symbol of nothing is the smallest")
    func empty() throws {
        #expect(try QRCode([], level: .high).version == 1)
        #expect(try QRCode([.byte("")], level: .high).version == 1)
    }

    @Test(
        "the highest level is the strongest that is no wider than asked",
        arguments: [
            // 17 digits: 1-H; 27: 1-Q; 34: 1-M; 41: 1-L.
            (17, 21, RecoveryLevel.low, RecoveryLevel.high), (18, 21, .low, .quartile), (28, 21, .low, .medium),
            (35, 21, .low, .low), (42, 21, .low, nil), (35, 21, .medium, nil), (35, 24, .medium, nil),
            (35, 25, .medium, .quartile), (34, 25, .high, .high), (35, 25, .high, nil), (35, 177, .medium, .high),
            (3058, 177, .medium, .quartile), (7089, 177, .medium, nil), (7089, 177, .low, .low), (1, 20, .low, nil),
        ] as [(Int, Int, RecoveryLevel, RecoveryLevel?)])
    func highestLevel(digits: Int, width: Int, lowest: RecoveryLevel, expected: RecoveryLevel?) throws {
        let segment = try #require(Segment.numeric(String(repeating: "1", count: digits)))
        #expect(QRCode.highestLevel(for: [segment], atLeast: lowest, width: width) == expected)
    }
}

@Suite("Segments")
struct SegmentTests {
    @Test("numeric ones refuse all but ASCII digits", arguments: ["A", "12 ", "-1", "1.2", "١٢", "１２", "1\n", "\0"])
    func numeric(text: String) { #expect(Segment.numeric(text) == nil) }

    @Test(
        "alphanumeric ones refuse all but 45 characters",
        arguments: ["a", "MB1;", "Ă", "#", "!", "A,B", "A_B", "A\n", "\"", "'", "@", "[", "~", "\u{7F}"])
    func alphanumeric(text: String) { #expect(Segment.alphanumeric(text) == nil) }

    @Test("take what is theirs")
    func accepted() throws {
        #expect(try #require(Segment.numeric("0123456789")).bytes == Array("0123456789".utf8))
        let all = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
        #expect(try #require(Segment.alphanumeric(all)).bytes.count == 45)
        #expect(Segment.byte("Đường").bytes == Array("Đường".utf8))
        #expect(Segment.numeric("")?.bytes.isEmpty == true)
    }

    @Test("errors say what is too long")
    func message() {
        let error = EncodingError.tooLong(bytes: 7090, level: .low)
        #expect(error.description == "a text of 7090 bytes is longer than the largest QR code holds at level L")
    }
}
