import Messages

/// What a picture's file may be, so that none can take all memory or time: its cost is that of its pixels, once or a few
/// times over, whatever the file says.
package enum PictureLimits {
    /// Bytes of a PNG or JPEG file: 64 MiB.
    package static let mostBytes = 64 << 20
    /// Bytes of an SVG file: 2 MiB.
    package static let mostSVGBytes = 2 << 20
    /// Pixels: 72 million, a sheet of A3 at 600 dots an inch and more than most telephones make.
    package static let mostPixels = 72_000_000
    /// Pixels on a side: what Cairo's surfaces have at most.
    package static let longestSide = 32_767
    /// Scans of a JPEG file: 100; cameras make one, programs ten.
    package static let mostScans = 100
    /// Pixels times scans of a JPEG file: 720 million, ten scans of the largest picture.
    package static let mostScannedPixels = 720_000_000
    /// Processor time for an SVG picture's reading and each of its drawings, in seconds.
    package static let vectorSeconds = 10.0
    /// Processor time for the codes of a scanned picture, in seconds.
    package static let scanningSeconds = 15.0
    /// Processor time for the codes of a photograph of sheets, which is looked at in many ways, in seconds.
    package static let searchingSeconds = 120.0

    static func check(width: Int, height: Int, path: String) throws(PictureError) {
        guard width > 0, height > 0 else {
            throw .unreadable(path: path, reason: Message(en: "it has no pixels", vi: "ảnh không có điểm ảnh nào"))
        }
        guard width <= longestSide, height <= longestSide, width * height <= mostPixels else {
            throw .unreadable(
                path: path,
                reason: Message(
                    en: "it is too large: at most \(mostPixels / 1_000_000) million pixels, make it smaller",
                    vi: "ảnh quá lớn: tối đa \(mostPixels / 1_000_000) triệu điểm ảnh, hãy thu nhỏ lại")
            )
        }
    }
}
