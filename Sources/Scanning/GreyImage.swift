/// A picture of grey pixels, as scanners read it.
public struct GreyImage: Sendable, Equatable {
    /// Pixels from left to right and from top to bottom.
    public let width, height: Int
    /// The pixels, row by row from the top left, 0 for black to 255 for white.
    public let pixels: [UInt8]

    /// A picture; nil where the pixels are not `width` times `height`.
    public init?(width: Int, height: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, pixels.count == width * height else { return nil }
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// A picture of pixels that are known to be `width` times `height`, at least one.
    package init(unchecked pixels: [UInt8], width: Int, height: Int) {
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }
}
