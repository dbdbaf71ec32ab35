import Messages

/// How a JPEG file says that its pixels are to be decoded: what that costs is known before any is (ITU-T T.81, annex B).
///
/// By hand, since libturbojpeg's own limit is 500 scans whatever the picture's size, and it tells no number.
struct JPEGOutline {
    /// Scans, each of which goes over all pixels.
    private(set) var scans = 0
    /// Whether its coding is arithmetic, which no camera uses: it takes long for pixels that the file does not even have.
    private(set) var isArithmetic = false

    /// Looks through a file's segments as libjpeg does: what is between them is passed over.
    init(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            var position = 2
            while position + 1 < bytes.count, scans <= PictureLimits.mostScans {
                let marker = unsafe bytes[position + 1]
                // Bytes of pixels, stuffing and fill, and the markers that stand alone: between restarts, and of old versions.
                guard unsafe bytes[position] == 0xFF, marker != 0xFF, marker > 0x01, !(0xD0...0xD8).contains(marker)
                else {
                    position += 1
                    continue
                }
                guard marker != 0xD9, position + 3 < bytes.count else { return }
                if marker == 0xDA { scans += 1 }
                if (0xC9...0xCF).contains(marker), marker != 0xCC { isArithmetic = true }
                unsafe position += 2 + max(2, Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
            }
        }
    }

    func check(width: Int, height: Int, path: String) throws(PictureError) {
        try PictureLimits.check(width: width, height: height, path: path)
        guard !isArithmetic else {
            throw .unreadable(
                path: path,
                reason: Message(
                    en: "its coding is arithmetic: save it as an ordinary JPEG",
                    vi: "ảnh mã hóa theo kiểu số học: hãy lưu lại thành JPEG thường"))
        }
        guard scans <= PictureLimits.mostScans, width * height * scans <= PictureLimits.mostScannedPixels else {
            throw .unreadable(
                path: path,
                reason: Message(
                    en: "it goes over its pixels too often: save it as an ordinary JPEG, or smaller",
                    vi: "ảnh mô tả điểm ảnh quá nhiều lượt: hãy lưu lại thành JPEG thường, hoặc nhỏ hơn"))
        }
    }
}
