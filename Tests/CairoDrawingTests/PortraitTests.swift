import Files
import CCairo
import Foundation
import Layout
import Messages
import Pictures
import TestSupport
import Testing

@testable import CairoDrawing

@Suite("Portraits")
struct PortraitTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A colour as its channels' bits: red 4, green 2, blue 1.
    private typealias Tint = Int

    /// A photograph of four quarters, row by row, in which nothing is smooth.
    private func photograph(
        _ name: String, width: Int, height: Int, quarters: [Tint] = [4, 2, 1, 7], segment: [UInt8] = []
    ) throws -> String {
        let picture = try Picture(width: width, height: height)
        let stride = picture.stride
        guard let data = unsafe picture.pixels else { throw NoPixels() }
        for row in 0..<height {
            for column in 0..<width {
                let tint = quarters[(row < height / 2 ? 0 : 2) + (column < width / 2 ? 0 : 1)]
                for channel in 0..<3 {
                    unsafe data[row * stride + column * 4 + channel] = tint >> channel & 1 == 1 ? 255 : 0
                }
            }
        }
        unsafe cairo_surface_mark_dirty(picture.surface)
        var bytes = try picture.jpeg(quality: 95)
        bytes.insert(contentsOf: segment, at: 2)
        return try folder.write(name, Data(bytes))
    }

    /// An EXIF segment whose second tag is the orientation.
    private func exif(_ orientation: UInt8, isBigEndian: Bool) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isBigEndian ? bytes.reversed() : bytes
        }
        let order = [UInt8](repeating: isBigEndian ? 0x4D : 0x49, count: 2)
        let make = number(0x010F, 2) + number(2, 2) + number(4, 4) + Array("abc\0".utf8)
        let tag = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(Int(orientation), 2) + [0, 0]
        let tiff = order + number(42, 2) + number(8, 4) + number(2, 2) + make + tag + number(0, 4)
        let content = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }

    /// A photograph cut to a box of millimetres.
    private func portrait(_ path: String, _ width: Double, _ height: Double) throws -> Picture {
        let box = Size(width: .mm(width), height: .mm(height))
        return try Portrait.picture(try Portrait.jpeg(path: path, box: box), path: path)
    }

    /// The tints of a portrait's four quarters, row by row.
    private func quarters(_ path: String) throws -> [Tint] {
        let picture = try portrait(path, 20, 20)
        let stride = picture.stride
        guard let data = unsafe picture.pixels else { throw NoPixels() }
        let (width, height) = (Int(picture.width), Int(picture.height))
        return [(1, 1), (3, 1), (1, 3), (3, 3)].map { across, down in
            let offset = height * down / 4 * stride + width * across / 4 * 4
            return (0..<3).reduce(0) { unsafe $0 | (data[offset + $1] > 127 ? 1 << $1 : 0) }
        }
    }

    // Where the stored quarters 4 2 / 1 7 come to stand: EXIF 2.32, section 4.6.4 A.
    @Test(
        "a photograph is turned by its EXIF orientation",
        arguments: [
            (1, [4, 2, 1, 7]), (2, [2, 4, 7, 1]), (3, [7, 1, 2, 4]), (4, [1, 7, 4, 2]), (5, [4, 1, 2, 7]),
            (6, [1, 4, 7, 2]), (7, [7, 2, 1, 4]), (8, [2, 7, 4, 1]),
        ] as [(UInt8, [Int])], [true, false])
    func orientation(turn: (value: UInt8, quarters: [Int]), isBigEndian: Bool) throws {
        let path = try photograph(
            "a.jpg", width: 64, height: 64, segment: exif(turn.value, isBigEndian: isBigEndian))
        #expect(try quarters(path) == turn.quarters)
    }

    @Test(
        "an EXIF segment that is cut off or no orientation leaves the photograph as it is",
        arguments: [0, 4, 12, 20, 30, 36])
    func damagedSegment(length: Int) throws {
        var segment = Array(exif(6, isBigEndian: true).prefix(4 + length))
        (segment[2], segment[3]) = (0, UInt8(length + 2))
        let path = try photograph("a.jpg", width: 64, height: 64, segment: segment)
        #expect(try quarters(path) == [4, 2, 1, 7])
        let wrong = try photograph("b.jpg", width: 64, height: 64, segment: exif(9, isBigEndian: true))
        #expect(try quarters(wrong) == [4, 2, 1, 7])
    }

    @Test(
        "a photograph is cut to its box and made no larger than 300 dots an inch",
        arguments: [
            // 20 × 20 mm are 236 dots.
            ((1200, 900), (20, 20), (236, 236)), ((900, 1200), (20, 20), (236, 236)), ((100, 80), (20, 20), (80, 80)),
            ((1500, 1500), (18, 24), (213, 283)), ((90, 160), (18, 24), (90, 120)),
        ] as [((Int, Int), (Double, Double), (Double, Double))])
    func cut(size: (Int, Int), box: (Double, Double), expected: (Double, Double)) throws {
        let path = try photograph("a.jpg", width: size.0, height: size.1)
        let picture = try portrait(path, box.0, box.1)
        #expect((picture.width, picture.height) == expected)
    }

    @Test("more is cut off below than above, and the same at both sides")
    func middle() throws {
        // Of 200 rows a square keeps 100, from the 30th on: 70 of the upper half, 30 of the lower.
        let path = try photograph("a.jpg", width: 100, height: 200, quarters: [4, 4, 1, 1])
        let picture = try portrait(path, 20, 20)
        let stride = picture.stride
        guard let data = unsafe picture.pixels else { throw NoPixels() }
        func isRed(_ row: Int) -> Bool { unsafe data[row * stride + 200 + 2] > 127 }
        #expect(isRed(66) && !isRed(74))
    }

    @Test("a photograph that cannot be read is one card's fault and names its file")
    func unreadable() throws {
        let box = Size(width: .mm(20), height: .mm(20))
        for (name, content) in [("a.jpg", "no picture"), ("b.png", "\u{89}PNG")] {
            let path = try folder.write(name, content)
            let error = try #require(throws: DrawingError.self) { try Portrait.jpeg(path: path, box: box) }
            #expect(error.category == .refused && error.description.contains(path), "\(error)")
        }
        let small = try photograph("c.jpg", width: 10, height: 10)
        let error = try #require(throws: DrawingError.self) { try Portrait.jpeg(path: small, box: box) }
        #expect(error.description.contains("hardly a photograph"))
    }
}

private struct NoPixels: Error {}
