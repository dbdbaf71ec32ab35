import QRCode
import Scanning
import TestSupport
import Testing

@Suite("Scanning")
struct RoundTripTests {
    /// Codes drawn side by side on white, with quiet zones.
    private func picture(_ codes: [QRCode], pixelsPerModule: Int) throws -> GreyImage {
        let side = (codes.map(\.width).max() ?? 0) + 2 * QRCode.quietZone
        let (width, height) = (side * codes.count * pixelsPerModule, side * pixelsPerModule)
        var pixels = [UInt8](repeating: 255, count: width * height)
        for (index, code) in codes.enumerated() {
            for y in 0..<code.width * pixelsPerModule {
                let row = (y + QRCode.quietZone * pixelsPerModule) * width
                let start = row + (index * side + QRCode.quietZone) * pixelsPerModule
                for x in 0..<code.width * pixelsPerModule
                where code[x / pixelsPerModule, y / pixelsPerModule] { pixels[start + x] = 0 }
            }
        }
        return try #require(GreyImage(width: width, height: height, pixels: pixels))
    }

    @Test("reads random texts back that were encoded", arguments: 0..<24 as Range<UInt64>)
    func randomTexts(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let level = try #require(RecoveryLevel.allCases.randomElement(using: &random))
        let count = Int.random(in: 1...600, using: &random)
        func text(_ letters: String, _ count: Int) -> String {
            let letters = Array(letters)
            return String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        }
        let segments: [Segment?]
        let expected: String
        switch seed % 3 {
        case 0:
            let digits = text("0123456789", count)
            (segments, expected) = ([.alphanumeric("MB1:"), .numeric(digits)], "MB1:" + digits)
        case 1:
            expected = text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:", count)
            segments = [.alphanumeric(expected)]
        default:
            // Longer than the few letters at which ZBar takes UTF-8 for another encoding.
            expected = "https://tcs.example.vn/v/" + text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789-_", count)
            segments = [.byte(expected)]
        }
        let code = try QRCode(segments.map { try #require($0) }, level: level)
        let findings = try CodeScanner().scan(try picture([code], pixelsPerModule: 3))
        #expect(findings.map(\.text) == [expected])
    }

    @Test("gives the codes of a picture from left to right, with their places")
    func places() throws {
        let texts = ["MB1:111", "MB1:222", "MB1:333"]
        let codes = try texts.map { try QRCode([try #require(Segment.alphanumeric($0))], level: .high) }
        let image = try picture(codes, pixelsPerModule: 5)
        let findings = try CodeScanner().scan(image)
        #expect(findings.map(\.text) == texts)
        for (index, found) in findings.enumerated() {
            let side = image.width / 3
            #expect(found.x / side == index && (found.x + found.width) / side == index)
            #expect(abs(found.width - codes[index].width * 5) < 15)
        }
    }

    @Test("gives slanted rows in reading order", arguments: [-12, -3, 0, 3, 12])
    func rows(slant: Int) throws {
        let (columns, rows, side) = (3, 2, 120)
        let (width, height) = (columns * side + 80, rows * side + 100)
        var pixels = [UInt8](repeating: 255, count: width * height)
        let texts = (0..<columns * rows).map { "MB1:\($0)00" }
        for (index, text) in texts.enumerated() {
            let code = try QRCode([try #require(Segment.alphanumeric(text))], level: .medium)
            let left = 30 + index % columns * side
            let top = 40 + index / columns * side + slant * (index % columns)
            for y in 0..<code.width * 4 {
                for x in 0..<code.width * 4 where code[x / 4, y / 4] { pixels[(top + y) * width + left + x] = 0 }
            }
        }
        let image = try #require(GreyImage(width: width, height: height, pixels: pixels))
        #expect(try CodeScanner().scan(image).map(\.text) == texts)
    }

    @Test("finds nothing where there is nothing")
    func nothing() throws {
        let white = try #require(GreyImage(width: 300, height: 200, pixels: Array(repeating: 255, count: 60_000)))
        #expect(try CodeScanner().scan(white).isEmpty)
        var random = SeededNumbers(5)
        let noise = (0..<60_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(try CodeScanner().scan(try #require(GreyImage(width: 300, height: 200, pixels: noise))).isEmpty)
    }

    @Test(
        "a picture has as many pixels as it says",
        arguments: [(2, 2, 3), (2, 2, 5), (0, 5, 0), (5, 0, 0), (-1, -1, 1)])
    func wrongSize(width: Int, height: Int, count: Int) {
        #expect(GreyImage(width: width, height: height, pixels: Array(repeating: 0, count: count)) == nil)
    }
}
