import CCairo
import Layout
import Messages

/// A picture as black dots on white, that one ink can print.
///
/// The screen stands at 45° with 106 lines an inch, of which each dot has 32 bits at 600 dots an inch: what office
/// printers print evenly. A dot covers as much of its cell as the picture is dark, by the values of sRGB: dots grow in
/// print by about as much as these are lighter than the light they stand for.
final class ScreenedPicture {
    /// Bits from left to right and from top to bottom.
    let width, height: Int
    /// Where the picture has something to show, be it white.
    let opaque: Bitmap
    let dots: Bitmap

    private static let dotsPerInch = 600.0
    // Larger pictures get larger bits, so that a poster's picture does not fill the memory.
    private static let mostBits = 24_000_000.0

    convenience init(_ mark: PictureMark) throws {
        try self.init(mark.box.size) { canvas, whole in
            try canvas.draw(PictureMark(path: mark.path, box: whole, colour: mark.colour))
        }
    }

    convenience init(_ picture: Picture, _ size: Size) throws {
        try self.init(size) { canvas, whole in canvas.draw(picture, in: whole) }
    }

    /// Lets `draw` fill a box of a size, and screens what it has drawn.
    private init(_ size: Size, _ draw: (Canvas, Rectangle) throws -> Void) throws {
        let (across, down) = (size.width.points, size.height.points)
        let scale = min(Self.dotsPerInch / 72, (Self.mostBits / (across * down)).squareRoot())
        let (width, height) = (max(1, Int((across * scale).rounded())), max(1, Int((down * scale).rounded())))
        let picture = try Picture(width: width, height: height, hasAlpha: true)
        defer { withExtendedLifetime(picture) {} }
        let canvas = unsafe Canvas(surface: picture.surface)
        // Without a scale, points are pixels.
        try draw(canvas, Rectangle(x: .zero, y: .zero, width: .pt(Double(width)), height: .pt(Double(height))))
        try canvas.check()
        guard let data = unsafe picture.pixels else {
            throw DrawingError.failed(Message(en: "out of memory", vi: "hết bộ nhớ"))
        }
        let stride = picture.stride
        (self.width, self.height) = (width, height)
        opaque = Bitmap(width: width, height: height) { unsafe data[$1 * stride + $0 * 4 + 3] >= 128 }
        let screen = Self.screen
        dots = Bitmap(width: width, height: height) { column, row in
            // Blue, green, red and their share of the paper, times which they are kept; weights of BT.709 in 256ths.
            let pixel = unsafe data + row * stride + column * 4
            guard unsafe pixel[3] >= 128 else { return false }
            let light = unsafe 18 * Int(pixel[0]) + 183 * Int(pixel[1]) + 55 * Int(pixel[2])
            let paper = unsafe 256 * (255 - Int(pixel[3]))
            return screen[(row & 7) * 8 + column & 7] > light + paper
        }
    }

    /// For each bit of a tile of two dots, the light at which it turns white, in 256ths of 255.
    private static let screen: [Int] = {
        func height(_ bit: Int) -> Double {
            let (x, y) = (Double(bit % 8) + 0.5, Double(bit / 8) + 0.5)
            func wave(_ phase: Double) -> Double {
                // A triangle has its peaks where a cosine has them, and is the same on every machine.
                abs((phase / 8).truncatingRemainder(dividingBy: 1)) * 2 - 1
            }
            return abs(wave(x + y)) + abs(wave(x - y + 8))
        }
        let order = (0..<64).sorted { (height($0), $0) < (height($1), $1) }
        var screen = [Int](repeating: 0, count: 64)
        for (rank, bit) in order.enumerated() { screen[bit] = (2 * rank + 1) * 255 * 256 / 128 }
        return screen
    }()
}
