import CTurboJPEG
import Messages
package import Scanning

/// A grey picture in JPEG.
package struct JPEGPicture {
    /// Thrown where libturbojpeg refuses.
    package struct Failure: Error {}

    /// The file's bytes.
    package let bytes: [UInt8]

    /// A file that is there.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Compresses a picture, at a quality from 1 to 100.
    package init(_ image: GreyImage, quality: Int) throws {
        guard let encoder = unsafe tjInitCompress() else { throw Failure() }
        defer { unsafe tjDestroy(encoder) }
        var data: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        let status = unsafe tjCompress2(
            encoder, image.pixels, Int32(image.width), 0, Int32(image.height), Int32(TJPF_GRAY.rawValue), &data, &size,
            Int32(TJSAMP_GRAY.rawValue), Int32(quality), 0)
        defer { unsafe tjFree(data) }
        guard status == 0, let data = unsafe data else { throw Failure() }
        bytes = unsafe Array(UnsafeBufferPointer(start: data, count: Int(size)))
    }

    /// The picture as it is read back.
    package func image() throws -> GreyImage {
        guard let decoder = unsafe tjInitDecompress() else { throw Failure() }
        defer { unsafe tjDestroy(decoder) }
        var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        guard unsafe tjDecompressHeader3(decoder, bytes, UInt(bytes.count), &width, &height, &sampling, &colours) == 0
        else { throw Failure() }
        var pixels = [UInt8](repeating: 0, count: Int(width) * Int(height))
        let status = unsafe tjDecompress2(
            decoder, bytes, UInt(bytes.count), &pixels, width, 0, height, Int32(TJPF_GRAY.rawValue), 0)
        guard status == 0 else { throw Failure() }
        return GreyImage(unchecked: pixels, width: Int(width), height: Int(height))
    }
}
