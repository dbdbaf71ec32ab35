package import Foundation

/// A PNG file of parts that a test writes itself.
package enum HandmadePNG {
    /// A grey picture, all white.
    ///
    /// - Parameters:
    ///   - width: pixels from left to right.
    ///   - height: pixels from top to bottom.
    ///   - more: parts between the head and the pixels, by name.
    /// - Returns: the file.
    package static func file(width: Int, height: Int, more: [(name: String, content: [UInt8])] = []) -> Data {
        let line = [UInt8](repeating: 255, count: width)
        return file(
            width: width, height: height, colourType: 0, depth: 8, more: more,
            lines: Array(repeating: line, count: height))
    }

    /// A picture of any kind.
    ///
    /// - Parameters:
    ///   - width: pixels from left to right.
    ///   - height: pixels from top to bottom.
    ///   - colourType: 0 grey, 2 red, green and blue, 3 of a palette, 4 grey and alpha, 6 colours and alpha.
    ///   - depth: bits of a channel.
    ///   - isInterlaced: whether the lines are those of Adam7's seven pictures.
    ///   - more: parts between the head and the pixels, by name.
    ///   - lines: the pixels, line by line.
    /// - Returns: the file.
    package static func file(
        width: Int, height: Int, colourType: UInt8, depth: UInt8, isInterlaced: Bool = false,
        more: [(name: String, content: [UInt8])] = [], lines: [[UInt8]]
    ) -> Data {
        let head = number(width) + number(height) + [depth, colourType, 0, 0, isInterlaced ? 1 : 0]
        // Blocks that are not compressed (RFC 1950, RFC 1951), each a line without a filter.
        var pixels: [UInt8] = [0x78, 0x01]
        for line in lines {
            let count = line.count + 1
            pixels += [0, UInt8(count & 255), UInt8(count >> 8), ~UInt8(count & 255), ~UInt8(count >> 8), 0] + line
        }
        pixels += [1, 0, 0, 255, 255] + checksum(of: lines)
        let parts = [("IHDR", head)] + more.map { ($0.name, $0.content) } + [("IDAT", pixels), ("IEND", [])]
        return Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + parts.flatMap(part))
    }

    private static func part(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        let sum = named.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return number(content.count) + named + number(Int(~sum))
    }

    private static func checksum(of lines: [[UInt8]]) -> [UInt8] {
        var (a, b) = (1, 0)
        for line in lines {
            for byte in [0] + line { (a, b) = ((a + Int(byte)) % 65_521, (b + a + Int(byte)) % 65_521) }
        }
        return number(b << 16 | a)
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

/// A progressive JPEG file that goes over its pixels as often as a test asks for.
package enum HandmadeJPEG {
    /// A grey picture.
    ///
    /// - Parameters:
    ///   - width: pixels from left to right.
    ///   - height: pixels from top to bottom.
    ///   - scans: scans after the first.
    ///   - frame: the marker of its frame; 0xC2 for progressive with Huffman's codes.
    /// - Returns: the file.
    package static func file(width: Int, height: Int, scans: Int, frame: UInt8 = 0xC2) -> Data {
        func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
            [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
        }
        func bytes(_ side: Int) -> [UInt8] { [UInt8(side >> 8), UInt8(side & 255)] }
        let code = [1] + [UInt8](repeating: 0, count: 15)
        var file: [UInt8] = [0xFF, 0xD8]
        file += segment(0xDB, [0] + [UInt8](repeating: 1, count: 64))
        file += segment(frame, [8] + bytes(height) + bytes(width) + [1, 1, 0x11, 0])
        // One code each: no difference to the block before, and the end of 16,384 blocks at least.
        file += segment(0xC4, [0x00] + code + [0]) + segment(0xC4, [0x10] + code + [0xE0])
        file += segment(0xDA, [1, 1, 0, 0, 0, 0]) + [0, 0]
        for _ in 0..<scans { file += segment(0xDA, [1, 1, 0, 1, 63, 0]) + [0x7F, 0xFF, 0x00] }
        return Data(file + [0xFF, 0xD9])
    }
}
