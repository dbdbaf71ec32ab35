import CPNG
import Messages

/// A PNG file whose head is read.
///
/// Of its parts those alone come to libpng that make its pixels (PNG, section 11.2 and `tRNS`): it would unpack all others
/// too, profiles and comments, of which a file of some megabytes can have gigabytes. Without them no gamma is applied.
@safe package final class PNGFile {
    package let width, height: Int
    /// Whether pixels may let something shine through.
    package let hasAlpha: Bool
    /// Bytes of the parts that are kept.
    let count: Int
    private let path: String
    // libpng reads from here as long as there is a reader.
    private let bytes: UnsafeMutablePointer<UInt8>
    private let reader: OpaquePointer

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let kept = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].map(name)

    /// Looks through a file's parts.
    ///
    /// Throws `PictureError.unreadable` where they are torn or damaged, or its head announces too many pixels.
    package init(_ file: PictureFile) throws(PictureError) {
        let source = file.bytes
        func number(at offset: Int) -> Int { source[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        guard source.starts(with: Self.signature), source.count >= 33, number(at: 12) == Self.name("IHDR") else {
            throw .unreadable(
                path: file.path, reason: Message(en: "it is not a PNG picture", vi: "không phải là ảnh PNG"))
        }
        (path, width, height) = (file.path, number(at: 16), number(at: 20))
        try PictureLimits.check(width: width, height: height, path: path)
        var kept = Self.signature
        kept.reserveCapacity(source.count)
        var start = Self.signature.count
        var isWhole = false
        // A part is its length, its name, so many bytes and a checksum.
        while !isWhole, start + 12 <= source.count {
            let end = start + 12 + number(at: start)
            guard end <= source.count else { break }
            let name = number(at: start + 4)
            if Self.kept.contains(name) { kept += source[start..<end] }
            isWhole = name == Self.name("IEND")
            start = end
        }
        guard isWhole else {
            throw .unreadable(path: path, reason: Message(en: "the PNG picture is cut off", vi: "ảnh PNG bị cắt cụt"))
        }
        count = kept.count
        unsafe bytes = .allocate(capacity: count)
        unsafe bytes.initialize(from: kept, count: count)
        guard let reader = unsafe CPNGReaderCreate(bytes, count) else {
            unsafe bytes.deallocate()
            throw Self.damaged(path)
        }
        unsafe self.reader = reader
        hasAlpha = unsafe CPNGReaderHasAlpha(reader)
    }

    deinit {
        unsafe CPNGReaderDestroy(reader)
        unsafe bytes.deallocate()
    }

    /// Reads the pixels, once: four bytes each, blue, green, red and alpha, the colours times alpha, which is 255 where the
    /// file has none; of 16 bits a channel the upper eight.
    ///
    /// There is room for `stride`, the bytes from a row to the next, times the height bytes. Throws `PictureError.unreadable`
    /// where the file is damaged.
    package func read(to pixels: UnsafeMutablePointer<UInt8>, stride: Int) throws(PictureError) {
        guard unsafe CPNGReaderRead(reader, pixels, stride) else { throw Self.damaged(path) }
    }

    private static func damaged(_ path: String) -> PictureError {
        .unreadable(path: path, reason: Message(en: "the PNG picture is damaged", vi: "ảnh PNG bị hỏng"))
    }

    private static func name(_ letters: String) -> Int { letters.utf8.reduce(0) { $0 << 8 | Int($1) } }
}
