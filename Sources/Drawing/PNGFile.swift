import CCairo

/// The parts of a PNG file that make its pixels (PNG, section 11.2 and `tRNS`).
///
/// By hand, since Cairo lets libpng unpack all others too: profiles and comments, of which a file of some megabytes can
/// have gigabytes.
@safe final class PNGFile {
    private var bytes: [UInt8]
    private var position = 0

    /// Bytes of the parts that are kept.
    var count: Int { bytes.count }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].map(name)

    /// Looks through a file's parts.
    ///
    /// Throws `DrawingError.unreadablePicture` where they are torn, or its head announces too many pixels.
    init(_ file: PictureFile) throws(DrawingError) {
        let source = file.bytes
        func number(at offset: Int) -> Int { source[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard source.starts(with: Self.signature), source.count >= 33, number(at: 12) == Self.name("IHDR") else {
            throw .unreadablePicture(path: file.path, reason: "it is not a PNG picture")
        }
        try PictureLimits.check(width: number(at: 16), height: number(at: 20), path: file.path)
        bytes = Self.signature
        bytes.reserveCapacity(source.count)
        var place = Self.signature.count
        var isWhole = false
        // A part is its length, its name, so many bytes and a checksum.
        while !isWhole, place + 12 <= source.count {
            let end = place + 12 + number(at: place)
            guard end <= source.count else { break }
            let name = number(at: place + 4)
            if Self.kept.contains(name) { bytes += source[place..<end] }
            isWhole = name == Self.name("IEND")
            place = end
        }
        guard isWhole else { throw .unreadablePicture(path: file.path, reason: "the PNG picture is cut off") }
    }

    /// The pixels as a surface of Cairo's, which may be in an error state; asked for once.
    func surface() -> OpaquePointer? {
        position = 0
        return unsafe withExtendedLifetime(self) {
            unsafe cairo_image_surface_create_from_png_stream(
                { file, target, count in
                    guard let file = unsafe file, let target = unsafe target else { return CAIRO_STATUS_READ_ERROR }
                    let reader = unsafe Unmanaged<PNGFile>.fromOpaque(file).takeUnretainedValue()
                    return unsafe reader.read(UnsafeMutableRawBufferPointer(start: target, count: Int(count)))
                }, Unmanaged.passUnretained(self).toOpaque())
        }
    }

    private func read(_ target: UnsafeMutableRawBufferPointer) -> cairo_status_t {
        guard position + target.count <= bytes.count else { return CAIRO_STATUS_READ_ERROR }
        unsafe target.copyBytes(from: bytes[position..<position + target.count])
        position += target.count
        return CAIRO_STATUS_SUCCESS
    }

    private static func name(_ letters: String) -> Int { letters.utf8.reduce(0) { $0 << 8 | Int($1) } }
}
