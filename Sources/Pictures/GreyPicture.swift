import Messages
package import Scanning

extension GreyImage {
    /// The grey pixels of a PNG or JPEG file, as a scanner reads them; transparent ones are white, as on paper.
    ///
    /// Throws `PictureError.unreadable`.
    package init(picture path: String) throws(PictureError) { try self.init(PictureFile(path: path)) }

    init(_ file: PictureFile) throws(PictureError) {
        switch file.form {
        case .jpeg: try self.init(JPEGFile(file))
        case .png: try self.init(PNGFile(file))
        case .other:
            throw .unreadable(
                path: file.path,
                reason: Message(en: "it is neither a PNG nor a JPEG picture", vi: "không phải là ảnh PNG hay JPEG"))
        }
    }

    private init(_ file: JPEGFile) throws(PictureError) {
        var pixels = [UInt8](repeating: 255, count: file.width * file.height)
        try unsafe file.read(.grey, to: &pixels, size: (file.width, file.height), stride: file.width)
        self.init(unchecked: pixels, width: file.width, height: file.height)
    }

    private init(_ file: PNGFile) throws(PictureError) {
        let count = file.width * file.height
        let colours = UnsafeMutablePointer<UInt8>.allocate(capacity: 4 * count)
        defer { unsafe colours.deallocate() }
        try unsafe file.read(to: colours, stride: 4 * file.width)
        let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { pixels, filled in
            for index in 0..<count {
                // Blue, green, red, times their share of the paper, whose white shows through; weights of BT.601 in
                // 256ths, which come to 256.
                let pixel = unsafe colours + 4 * index
                let grey = unsafe 29 * Int(pixel[0]) + 150 * Int(pixel[1]) + 77 * Int(pixel[2])
                let white = unsafe 256 * (255 - Int(pixel[3]))
                unsafe pixels[index] = UInt8(min(255, (grey + white) >> 8))
            }
            filled = count
        }
        self.init(unchecked: pixels, width: file.width, height: file.height)
    }
}
