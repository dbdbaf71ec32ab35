/// How a photograph has to be turned to stand upright: EXIF's tag Orientation, 1 to 8 (EXIF 2.32, section 4.6.4 A).
///
/// Read here, since a library for it would be a dependency for one number of 16 bits; nothing but the tag is looked at, and
/// never beyond the segment that holds it.
package enum PhotoOrientation: Int {
    case upright = 1, mirrored, turned, flipped, transposed, turnedRight, transversed, turnedLeft

    /// Whether width and height are exchanged.
    package var isSideways: Bool { rawValue >= 5 }

    /// The orientation that a JPEG file states; upright where it states none.
    package init(jpeg bytes: [UInt8]) { self = Self.exif(in: bytes).flatMap { Self.tag(in: $0) } ?? .upright }

    private static func exif(in bytes: [UInt8]) -> Bytes? {
        let all = Bytes(bytes: Array(bytes.prefix(1 << 18)), isBigEndian: true)
        var offset = 2
        while let marker = all.number(at: offset, 2), marker >> 8 == 0xFF, marker != 0xFFDA,
            let length = all.number(at: offset + 2, 2), length >= 2
        {
            let start = offset + 4
            if marker == 0xFFE1, length >= 8, all.slice(start, 6) == Array("Exif\0\0".utf8),
                let content = all.slice(start + 6, length - 8)
            {
                switch content.prefix(2) {
                case [0x4D, 0x4D]: return Bytes(bytes: content, isBigEndian: true)
                case [0x49, 0x49]: return Bytes(bytes: content, isBigEndian: false)
                default: return nil
                }
            }
            offset += 2 + length
        }
        return nil
    }

    private static func tag(in tiff: Bytes) -> PhotoOrientation? {
        guard tiff.number(at: 2, 2) == 42, let directory = tiff.number(at: 4, 4),
            let count = tiff.number(at: directory, 2)
        else { return nil }
        for index in 0..<count {
            let entry = directory + 2 + 12 * index
            guard let tag = tiff.number(at: entry, 2) else { return nil }
            // 0x0112 is Orientation, 3 the type of a number of 16 bits.
            guard tag == 0x0112 else { continue }
            guard tiff.number(at: entry + 2, 2) == 3, let value = tiff.number(at: entry + 8, 2) else { return nil }
            return PhotoOrientation(rawValue: value)
        }
        return nil
    }

    private struct Bytes {
        let bytes: [UInt8]
        let isBigEndian: Bool

        /// A number of so many bytes; nil where it would reach beyond the end.
        func number(at offset: Int, _ count: Int) -> Int? {
            guard let slice = slice(offset, count) else { return nil }
            return (isBigEndian ? slice : slice.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }

        func slice(_ offset: Int, _ count: Int) -> [UInt8]? {
            guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
            return Array(bytes[offset..<offset + count])
        }
    }
}
