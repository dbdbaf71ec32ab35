import CCairo
import Foundation
import Scanning
import TestSupport
import Testing

@testable import Pictures

/// What Cairo makes of a PNG file is what proofs and gates read until libpng took its part: the pixels must not change.
@Suite("Pixels of PNG pictures")
struct PNGPixelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A colour type, and the bits that its channels may have.
    private static let kinds: [(colourType: UInt8, depth: UInt8)] = [
        (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16),
        (6, 8), (6, 16),
    ]
    private static let (width, height) = (37, 29)

    /// A picture whose pixels are chance.
    private func file(
        _ kind: (colourType: UInt8, depth: UInt8), isInterlaced: Bool, more: [(name: String, content: [UInt8])] = []
    ) -> Data {
        var numbers = SeededNumbers(UInt64(kind.colourType) << 8 | UInt64(kind.depth))
        let channels = [1, 0, 3, 1, 2, 0, 4][Int(kind.colourType)]
        // Adam7's seven pictures: the first column and row of each, and the steps to the next.
        let passes =
            isInterlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)]
        var lines: [[UInt8]] = []
        for (left, top, right, down) in passes {
            let columns = (Self.width - left + right - 1) / right
            for _ in stride(from: top, to: Self.height, by: down) {
                let count = (columns * channels * Int(kind.depth) + 7) / 8
                lines.append((0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) })
            }
        }
        var parts = more
        if kind.colourType == 3 {
            let palette = (0..<3 << kind.depth).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            parts.insert((name: "PLTE", content: palette), at: 0)
        }
        return HandmadePNG.file(
            width: Self.width, height: Self.height, colourType: kind.colourType, depth: kind.depth,
            isInterlaced: isInterlaced, more: parts, lines: lines)
    }

    /// The pixels as Cairo reads them, blue, green, red and alpha; nil where it refuses the file.
    private func cairoPixels(_ path: String) throws -> [UInt8]? {
        let surface = unsafe cairo_image_surface_create_from_png(path)
        defer { unsafe cairo_surface_destroy(surface) }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
        let format = unsafe cairo_image_surface_get_format(surface)
        try #require(format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24)
        guard let data = unsafe cairo_image_surface_get_data(surface) else { return nil }
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        return (0..<Self.height).flatMap { row in
            (0..<4 * Self.width).map { index in
                index % 4 == 3 && format == CAIRO_FORMAT_RGB24 ? 255 : unsafe data[row * stride + index]
            }
        }
    }

    /// The same as libpng reads them here.
    private func pixels(_ path: String) throws(PictureError) -> [UInt8] {
        let png = try PNGFile(PictureFile(path: path))
        var pixels = [UInt8](repeating: 7, count: 4 * png.width * png.height)
        try unsafe png.read(to: &pixels, stride: 4 * png.width)
        return pixels
    }

    /// Parts that say which pixels are transparent, for a colour type.
    private func transparency(_ kind: (colourType: UInt8, depth: UInt8)) -> [UInt8]? {
        switch kind.colourType {
        case 0: [0, UInt8(min(9, 1 << kind.depth - 1))]
        case 2: [0, 1, 0, 2, 0, 3]
        case 3: [0, 128]
        default: nil
        }
    }

    @Test("they are Cairo's, of whatever kind the file is", arguments: kinds, [false, true])
    func same(kind: (colourType: UInt8, depth: UInt8), isInterlaced: Bool) throws {
        // Cairo before 1.17: later ones read 16 bits a channel as floating-point numbers.
        guard kind.depth < 16 || cairo_version() < 11700 else { return }
        // A gamma of 1, which Cairo does not apply, and a transparent colour.
        let gamma = (name: "gAMA", content: [0, 1, 0x86, 0xA0] as [UInt8])
        var kinds: [[(name: String, content: [UInt8])]] = [[], [gamma]]
        if let transparent = transparency(kind) { kinds.append([(name: "tRNS", content: transparent)]) }
        for more in kinds {
            let path = try folder.write("a.png", file(kind, isInterlaced: isInterlaced, more: more))
            let expected = try #require(try cairoPixels(path))
            #expect(try pixels(path) == expected)
            let image = try GreyImage(picture: path)
            let greys = stride(from: 0, to: expected.count, by: 4).map { index -> UInt8 in
                let (blue, green, red) = (Int(expected[index]), Int(expected[index + 1]), Int(expected[index + 2]))
                let paper = 256 * (255 - Int(expected[index + 3]))
                return UInt8(min(255, (29 * blue + 150 * green + 77 * red + paper) >> 8))
            }
            #expect((image.width, image.height) == (Self.width, Self.height) && image.pixels == greys)
        }
    }

    @Test("a damaged file is refused where Cairo refuses it, and else read as it reads it", arguments: 0..<150)
    func damaged(seed: Int) throws {
        var numbers = SeededNumbers(UInt64(seed))
        let kind = Self.kinds[seed % Self.kinds.count]
        guard kind.depth < 16 || cairo_version() < 11700 else { return }
        var bytes = [UInt8](file(kind, isInterlaced: seed.isMultiple(of: 2)))
        // Not the sides, which Cairo takes as they are, nor the name of the first part.
        let index = Int.random(in: 24..<bytes.count, using: &numbers)
        bytes[index] ^= UInt8.random(in: 1...255, using: &numbers)
        let path = try folder.write("a.png", Data(bytes))
        #expect((try? pixels(path)) == (try cairoPixels(path)))
    }
}
