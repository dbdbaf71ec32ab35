import CZXing
import Foundation
package import Layout
package import Scanning

/// The pages that pdftoppm writes one after the other: binary PGM pictures.
package struct GreyPages {
    private let bytes: [UInt8]
    private var place = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next page; nil at the end.
    package mutating func next() -> GreyPart? {
        // "P5", width, height and 255, each ended by a single white space.
        var words: [String] = []
        while words.count < 4 {
            guard let end = bytes[place...].firstIndex(where: { $0 == 0x20 || $0 == 0x0A }) else { return nil }
            words.append(String(decoding: bytes[place..<end], as: UTF8.self))
            place = end + 1
        }
        guard words[0] == "P5", words[3] == "255", let width = Int(words[1]), let height = Int(words[2]),
            place + width * height <= bytes.count
        else { return nil }
        defer { place += width * height }
        let pixels = Array(bytes[place..<place + width * height])
        return GreyPart(image: GreyImage(width: width, height: height, pixels: pixels))
    }
}

/// A page's pixels, or a part of them.
package struct GreyPart {
    package let image: GreyImage

    package init?(image: GreyImage?) {
        guard let image else { return nil }
        self.image = image
    }

    /// The part in a box of a page; nil where it does not lie within.
    package func part(_ box: Rectangle, dotsPerInch: Int) -> GreyPart? {
        func pixel(_ length: Length) -> Int { Int((length.points * Double(dotsPerInch) / 72).rounded()) }
        let (left, top) = (pixel(box.minX), pixel(box.minY))
        let (width, height) = (pixel(box.maxX) - left, pixel(box.maxY) - top)
        guard left >= 0, top >= 0, left + width <= image.width, top + height <= image.height else { return nil }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * height)
        for row in top..<top + height {
            pixels += image.pixels[row * image.width + left..<row * image.width + left + width]
        }
        return GreyPart(image: GreyImage(width: width, height: height, pixels: pixels))
    }

    /// The picture after a Gauss filter with a standard deviation in pixels.
    package func blurred(deviation: Double) -> GreyPart {
        var pixels = image.pixels
        unsafe pixels.withUnsafeMutableBufferPointer {
            unsafe grey_blur($0.baseAddress, Int32(image.width), Int32(image.height), deviation)
        }
        return GreyPart(image: GreyImage(width: image.width, height: image.height, pixels: pixels)) ?? self
    }

    /// The text of the QR code by ZXing; nil where it reads none.
    package func readByZXing() -> String? {
        var text = [CChar](repeating: 0, count: 4096)
        let count = unsafe zxing_read(
            image.pixels, Int32(image.width), Int32(image.height), Int32(image.width), &text, Int32(text.count))
        guard count >= 0, count <= text.count else { return nil }
        return String(decoding: text[..<Int(count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
