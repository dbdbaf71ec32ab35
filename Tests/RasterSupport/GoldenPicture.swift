import Foundation
import Pictures
package import Scanning
import TestSupport

/// A picture that a drawing must look like; `MOCBAN_RECORD=1` stores the drawings instead.
///
/// A pixel differs where none of its neighbours in the other picture, itself among them, comes within 48 of its 255
/// greys: what another version of a rasteriser does at the edges of letters is not seen, a letter that is moved by more
/// than a pixel is. Up to four such pixels are let pass in each square of 16 × 16, but no small word is as small as that.
package struct GoldenPicture {
    private static let side = 16
    private static let most = 4
    private static let contrast = 48

    private let width: Int
    private let height: Int
    private let pixels: [UInt8]

    package init(_ picture: GreyImage) {
        (width, height, pixels) = (picture.width, picture.height, picture.pixels)
    }

    /// Nil where a PNG file looks like the recorded one of the name, else what is wrong.
    package static func fault(_ path: String, _ name: String, source: String = #filePath) throws -> String? {
        let golden = (source as NSString).deletingLastPathComponent + "/Resources/golden/" + name + ".png"
        if ProcessInfo.processInfo.environment["MOCBAN_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                atPath: (golden as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(contentsOf: URL(fileURLWithPath: path)).write(to: URL(fileURLWithPath: golden))
            return nil
        }
        guard FileManager.default.fileExists(atPath: golden) else {
            return "\(name) has never been recorded: look at it, then run the test with MOCBAN_RECORD=1"
        }
        let difference = GoldenPicture(try GreyImage(picture: path)).difference(
            from: GoldenPicture(try GreyImage(picture: golden)))
        guard let difference else { return nil }
        // Kept for whoever looks into it.
        // Not in the temporary folder, which goes with the tests.
        let folder = repositoryRoot + "/build"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let kept = folder + "/" + name.replacing("/", with: "-") + "-differs.png"
        try Data(contentsOf: URL(fileURLWithPath: path)).write(to: URL(fileURLWithPath: kept))
        return "\(name) \(difference); the new picture is \(kept), and MOCBAN_RECORD=1 makes it the recorded one"
    }

    /// Nil where the picture looks like another, else where it does not.
    package func difference(from golden: GoldenPicture) -> String? {
        guard width == golden.width, height == golden.height else {
            return "is \(width) × \(height) pixels instead of \(golden.width) × \(golden.height)"
        }
        var squares: [Int: Int] = [:]
        let columns = (width + Self.side - 1) / Self.side
        for (place, pixel) in pixels.enumerated() where pixel != golden.pixels[place] {
            let (x, y) = (place % width, place / width)
            if !golden.has(pixel, near: x, y) || !has(golden.pixels[place], near: x, y) {
                squares[y / Self.side * columns + x / Self.side, default: 0] += 1
            }
        }
        guard let worst = squares.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), worst.value > Self.most
        else { return nil }
        let (x, y) = (worst.key % columns * Self.side, worst.key / columns * Self.side)
        return "differs in \(worst.value) pixels of the square at \(x), \(y)"
    }

    /// Whether a pixel or one of its neighbours is about as light.
    private func has(_ value: UInt8, near x: Int, _ y: Int) -> Bool {
        for row in max(0, y - 1)...min(height - 1, y + 1) {
            for column in max(0, x - 1)...min(width - 1, x + 1)
            where abs(Int(pixels[row * width + column]) - Int(value)) <= Self.contrast { return true }
        }
        return false
    }
}

/// Rasterises the first page of a PDF file with Poppler, in greys, into a PNG file.
package func rasterise(_ pdf: String, page: Int = 1, dotsPerInch: Int, to path: String, _ more: [String] = []) throws {
    let made = try Program.system("pdftoppm").run(
        ["-gray", "-png", "-singlefile", "-f", "\(page)", "-r", "\(dotsPerInch)"] + more
            + [pdf, String(path.dropLast(".png".count))])
    guard made.status == 0, FileManager.default.fileExists(atPath: path) else {
        throw RasterError(description: made.errors)
    }
}

/// Why there is no picture.
package struct RasterError: Error, CustomStringConvertible {
    package let description: String
}
