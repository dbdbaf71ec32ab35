import Scanning
import TestSupport
import Testing

@testable import QRCode

@Suite("The built-in encoder")
struct EncoderTests {
    @Test("makes libqrencode's modules at libqrencode's mask, and the same choice of it in 99 of 100 symbols")
    func library() throws {
        // Every version at every level four times, if no other number is asked for.
        let count = RandomSymbol.asked(or: 640)
        var agreed = 0
        for number in 0..<count {
            let symbol = try RandomSymbol(number)
            let theirs = try QRCode(symbol.segments, level: symbol.level, encoder: .qrencode)
            try #require(theirs.version == symbol.version, "\(symbol.testDescription)")
            let same = try QRCode(symbol.segments, level: symbol.level, mask: theirs.mask)
            try #require(same == theirs, "number \(number): \(symbol.testDescription)")
            if try QRCode(symbol.segments, level: symbol.level).mask == theirs.mask { agreed += 1 }
        }
        #expect(agreed * 100 >= count * 99, "\(agreed) of \(count)")
    }

    @Test("makes libqrencode's modules under every mask of every version and level", arguments: 0..<8)
    func everyMask(part: Int) throws {
        for version in stride(from: part + 1, through: 40, by: 8) {
            // libqrencode takes no mask but its own: what two masks differ in must be what theirs and ours differ in.
            let map = CodewordMap(version: version, level: .low)
            var patterns = [ModuleGrid](repeating: ModuleGrid(width: map.width), count: 8)
            var isCompared = patterns[0]
            for (module, role) in map.roles.enumerated() where role != .format {
                let (x, y) = (module % map.width, module / map.width)
                isCompared[x, y] = true
                guard role == .codeword || role == .remainder else { continue }
                for mask in Mask.allCases where mask.inverts(x, y) { patterns[mask.rawValue][x, y] = true }
            }
            for level in RecoveryLevel.allCases {
                let text = String(repeating: "mocban", count: 500).prefix(Capacity.dataCodewords(version, level) - 3)
                let theirs = try QRCode([.byte(text)], level: level, encoder: .qrencode)
                for mask in Mask.allCases {
                    let code = try QRCode([.byte(text)], level: level, mask: mask)
                    #expect(code.mask == mask && code.version == version && theirs.version == version)
                    var difference = code.grid
                    difference.formSymmetricDifference(theirs.grid)
                    difference.formSymmetricDifference(patterns[mask.rawValue])
                    difference.formSymmetricDifference(patterns[theirs.mask.rawValue])
                    let isSame = zip(difference.words, isCompared.words).allSatisfy { $0 & $1 == 0 }
                    #expect(isSame, "version \(version)-\(level.rawValue), mask \(mask.rawValue)")
                }
            }
        }
    }

    @Test("makes symbols that ZBar reads")
    func zbar() throws {
        let scanner = try CodeScanner()
        for number in 0..<RandomSymbol.asked(or: 160) {
            let symbol = try RandomSymbol(number, letters: .address)
            // A symbol of less than a byte's segment holds nothing that a reader would tell.
            guard !symbol.text.isEmpty else { continue }
            let code = try QRCode(symbol.segments, level: symbol.level)
            let texts = scanner.scan(try Self.picture(of: code, pixels: 3)).map(\.text)
            #expect(texts == [symbol.text], "number \(number): \(symbol.testDescription)")
        }
    }

    private static func picture(of code: QRCode, pixels: Int) throws -> GreyImage {
        let side = (code.width + 2 * QRCode.quietZone) * pixels
        var grey = [UInt8](repeating: 255, count: side * side)
        for y in 0..<code.width {
            for x in 0..<code.width where code[x, y] {
                for row in 0..<pixels {
                    let start = ((y + QRCode.quietZone) * pixels + row) * side + (x + QRCode.quietZone) * pixels
                    for pixel in start..<start + pixels { grey[pixel] = 0 }
                }
            }
        }
        return try #require(GreyImage(width: side, height: side, pixels: grey))
    }

    /// The example of ISO/IEC 18004 annex I.
    @Test("encodes the standard's example")
    func example() throws {
        let segment = try #require(Segment.numeric("01234567"))
        let codewords = SymbolFrame.of(version: 1, level: .medium).codewords(of: [segment])
        #expect(
            codewords == [
                0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
                0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
            ])
    }

    /// The examples of ISO/IEC 18004 sections 7.9.1 and 7.10.
    @Test("checks its format and version information as the standard's examples do")
    func information() {
        #expect(FormatInformation.word(.medium, Mask(unchecked: 5)) == 0b100_0000_1100_1110)
        #expect(FormatInformation.word(version: 7) == 0b00_0111_1100_1001_0100)
    }

    @Test("leaves empty segments out, as libqrencode does", arguments: RecoveryLevel.allCases)
    func empty(level: RecoveryLevel) throws {
        let nothing = try QRCode([], level: level)
        for segments in [[], [.byte("")], [.byte(""), .numeric(""), .alphanumeric("")]] as [[Segment?]] {
            let segments = segments.compactMap(\.self)
            let theirs = try QRCode(segments, level: level, encoder: .qrencode)
            #expect(try QRCode(segments, level: level) == nothing)
            #expect(try QRCode(segments, level: level, mask: theirs.mask) == theirs)
        }
        let full = Segment.byte(String(repeating: "a", count: Capacity.dataCodewords(1, level) - 2))
        #expect(try QRCode([full, .byte("")], level: level) == QRCode([full], level: level))
        #expect(try QRCode([full, .byte("")], level: level).version == 1)
    }

    @Test("fills each version to the last bit and ends where libqrencode does", arguments: RecoveryLevel.allCases)
    func longest(level: RecoveryLevel) throws {
        for version in 1...40 {
            let bits = Capacity.dataCodewords(version, level) * 8
            let most = (bits - 4 - Self.digits(1).countBits(Segment.CountSize(version: version))) * 3 / 10
            // The terminator has 0 bits of room to all four.
            for count in most - 3...most {
                let segments = [Self.digits(count)]
                let theirs = try QRCode(segments, level: level, encoder: .qrencode)
                #expect(try QRCode(segments, level: level, mask: theirs.mask) == theirs, "\(version), \(count) digits")
            }
        }
    }

    @Test("throws where version 40 is too small, as libqrencode does", arguments: RecoveryLevel.allCases)
    func tooLong(level: RecoveryLevel) {
        let segments = [Self.digits(5_000), Segment.byte(String(repeating: "a", count: 2_000))]
        for encoder in QRCode.Encoder.allCases {
            #expect(throws: EncodingError.tooLong(bytes: 7_000, level: level)) {
                try QRCode(segments, level: level, encoder: encoder)
            }
        }
    }

    @Test("makes one symbol from many threads at once")
    func threads() async throws {
        let symbol = try RandomSymbol(22)
        let codes = await withTaskGroup(of: QRCode?.self) { group in
            for _ in 0..<64 { group.addTask { try? QRCode(symbol.segments, level: symbol.level) } }
            return await group.reduce(into: Set<QRCode?>()) { $0.insert($1) }
        }
        #expect(codes == [try QRCode(symbol.segments, level: symbol.level)])
    }

    private static func digits(_ count: Int) -> Segment {
        .numeric(String(repeating: "8", count: count)) ?? .byte("")
    }
}
