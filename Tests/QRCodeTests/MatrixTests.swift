import TestSupport
import Testing

@testable import QRCode

@Suite("Matrices")
struct MatrixTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let segments: [Segment?]
        let level: RecoveryLevel
        let version: Int
        var testDescription: String { name }
    }

    /// Pi to as many digits as the longest case needs, repeated.
    private static func digits(_ count: Int) -> String {
        String((0..<count).map { Array("31415926535897932384626433832795028841971")[$0 % 41] })
    }

    private static let cases = [
        Case(
            name: "1-Q, mixed", segments: [.alphanumeric("MB1:"), .numeric("0123456789")], level: .quartile, version: 1),
        Case(
            name: "7-M, a card", segments: [.alphanumeric("MB1:"), .numeric(digits(282))], level: .medium, version: 7),
        Case(
            name: "9-Q, a card", segments: [.alphanumeric("MB1:"), .numeric(digits(282))], level: .quartile, version: 9),
        Case(
            name: "11-H, an address", segments: [.byte("https://tcs.example.vn/v/" + digits(112))], level: .high,
            version: 11),
        Case(name: "40-L, the most digits", segments: [.numeric(digits(7089))], level: .low, version: 40),
    ]

    @Test("are those that were recorded", arguments: cases)
    func golden(_ sample: Case) throws {
        let code = try QRCode(sample.segments.map { try #require($0) }, level: sample.level)
        #expect(code.version == sample.version)
        #expect(code.level == sample.level)
        #expect(code.width == QRCode.width(version: sample.version))
        let rows = (0..<code.width).map { y in
            String((0..<code.width).map { x in code[x, y] ? "1" : "0" })
        }
        let fault = try Golden.fault(rows.joined(separator: "\n") + "\n", "version-\(sample.version).txt")
        #expect(fault == nil)
    }

    @Test("have the finder patterns and timing lines of the standard", arguments: [1, 2, 7, 25, 40])
    func patterns(version: Int) throws {
        let count = Capacity.dataCodewords(version, .low) - 3
        let code = try QRCode([.byte(String(repeating: "a", count: count))], level: .low)
        #expect(code.version == version)
        let last = code.width - 7
        for (left, top) in [(0, 0), (last, 0), (0, last)] {
            for y in 0..<7 {
                for x in 0..<7 {
                    let ring = max(abs(x - 3), abs(y - 3))
                    #expect(code[left + x, top + y] == (ring != 2))
                }
            }
        }
        for step in 8..<code.width - 8 {
            #expect(code[step, 6] == (step % 2 == 0))
            #expect(code[6, step] == (step % 2 == 0))
        }
        #expect(code[8, code.width - 8], "the dark module")
    }
}
