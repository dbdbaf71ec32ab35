import CTurboJPEG
import Messages

/// A JPEG file whose head is read.
@safe package final class JPEGFile {
    package enum Layout {
        /// Blue, green, red, and a byte that says nothing.
        case colour
        case grey

        fileprivate var format: Int32 {
            switch self {
            case .colour: Int32(TJPF_BGRX.rawValue)
            case .grey: Int32(TJPF_GRAY.rawValue)
            }
        }
    }

    package let width, height: Int
    private let file: PictureFile
    private let colours: Int32
    private let decoder: tjhandle

    /// Reads a file's head.
    ///
    /// Throws `PictureError.unreadable` where it is damaged, or the pixels would take too long.
    package init(_ file: PictureFile) throws(PictureError) {
        guard let decoder = unsafe tjInitDecompress() else {
            throw .failed(Message(en: "out of memory", vi: "hết bộ nhớ"))
        }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        let status = unsafe tjDecompressHeader3(
            decoder, file.bytes, UInt(file.bytes.count), &width, &height, &sampling, &colours)
        unsafe self.decoder = decoder
        (self.file, self.colours, self.width, self.height) = (file, colours, Int(width), Int(height))
        guard status == 0 else { throw .unreadable(path: file.path, reason: Self.damaged) }
        try JPEGOutline(file.bytes).check(width: self.width, height: self.height, path: file.path)
    }

    deinit { unsafe tjDestroy(decoder) }

    /// The smallest size that pixels can be decoded at and that still covers another, both in pixels.
    package func size(covering least: (width: Int, height: Int)) -> (width: Int, height: Int) {
        var best = (width: width, height: height)
        var count: Int32 = 0
        guard let factors = unsafe tjGetScalingFactors(&count) else { return best }
        for index in 0..<Int(count) {
            let factor = unsafe factors[index]
            func side(_ length: Int) -> Int { (length * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom) }
            let candidate = (width: side(width), height: side(height))
            if candidate.width >= least.width, candidate.height >= least.height, candidate.width < best.width {
                best = candidate
            }
        }
        return best
    }

    /// Decodes the pixels; of a file that is cut off, those before the cut.
    ///
    /// There is room for `stride`, the bytes from a row to the next, times the height bytes; the size is the file's own or one
    /// of ``size(covering:)``. Throws `PictureError.unreadable` where the file is damaged, or its colours are those of a press.
    package func read(
        _ layout: Layout, to pixels: UnsafeMutablePointer<UInt8>?, size: (width: Int, height: Int), stride: Int
    ) throws(PictureError) {
        let status = unsafe tjDecompress2(
            decoder, file.bytes, UInt(file.bytes.count), pixels, Int32(size.width), Int32(stride), Int32(size.height),
            layout.format, 0)
        guard unsafe status == 0 || tjGetErrorCode(decoder) == Int32(TJERR_WARNING.rawValue) else {
            let isForPress = colours == Int32(TJCS_CMYK.rawValue) || colours == Int32(TJCS_YCCK.rawValue)
            throw .unreadable(
                path: file.path,
                reason: isForPress && layout == .colour
                    ? Message(
                        en: "its colours are CMYK: save it in RGB", vi: "ảnh dùng màu CMYK: hãy lưu lại ở dạng RGB")
                    : Self.damaged)
        }
    }

    private static let damaged = Message(en: "the JPEG picture is damaged", vi: "ảnh JPEG bị hỏng")

    /// The bytes of a file of pixels, at a quality from 1 to 100; the same pixels give the same bytes.
    ///
    /// A pixel is four bytes, blue, green, red and one that says nothing; `stride` is the bytes from a row to the next.
    /// Throws `PictureError.failed`.
    package static func bytes(
        of pixels: UnsafePointer<UInt8>?, width: Int, height: Int, stride: Int, quality: Int32
    ) throws(PictureError) -> [UInt8] {
        guard let coder = unsafe tjInitCompress() else { throw .failed(Message(en: "out of memory", vi: "hết bộ nhớ")) }
        defer { unsafe tjDestroy(coder) }
        var output: UnsafeMutablePointer<UInt8>?
        var count: UInt = 0
        let status = unsafe tjCompress2(
            coder, pixels, Int32(width), Int32(stride), Int32(height), Layout.colour.format, &output, &count,
            Int32(TJSAMP_444.rawValue), quality, 0)
        defer { unsafe tjFree(output) }
        guard status == 0, let output = unsafe output else {
            throw .failed(Message(en: "a photograph cannot be made smaller", vi: "không thu nhỏ được ảnh chụp"))
        }
        return unsafe [UInt8](UnsafeBufferPointer(start: output, count: Int(count)))
    }
}
