package import QRCode
package import Scanning

/// Cards and sheets of them, painted plainly: a bar, lines for text, and a code where the template has it.
package enum PaintedCards {
    /// Pixels of a millimetre; every measure below is in millimetres.
    private static let scale = 5.0
    private static let (cardWidth, cardHeight) = (85.6, 53.98)
    private static let (left, top) = (19.4, 13.55)

    /// A code alone, with its quiet zone.
    package static func code(_ code: QRCode, pixels: Int) -> GreyImage {
        let side = (code.width + 2 * QRCode.quietZone) * pixels
        let modules = (0..<side).map { $0 / pixels - QRCode.quietZone }
        let inside = 0..<code.width
        let greys = modules.flatMap { y in
            modules.map { x -> UInt8 in inside.contains(x) && inside.contains(y) && code[x, y] ? 0 : 255 }
        }
        return GreyImage(unchecked: greys, width: side, height: side)
    }

    /// A card.
    package static func card(_ code: QRCode) -> GreyImage {
        var paper = Paper(width: cardWidth, height: cardHeight)
        paper.paint(code, x: 0, y: 0)
        return paper.image
    }

    /// A sheet of ten cards; where there is no code, there is no card.
    package static func sheet(_ codes: [QRCode?]) -> GreyImage {
        var paper = Paper(width: 210, height: 297)
        for (position, code) in codes.enumerated() {
            guard let code else { continue }
            paper.paint(
                code, x: left + cardWidth * Double(position % 2), y: top + cardHeight * Double(position / 2))
        }
        return paper.image
    }

    /// Where a card's code is on a sheet, in shares of its sides.
    package static func box(at position: Int) -> (x: Double, y: Double, width: Double, height: Double) {
        (
            (left + cardWidth * Double(position % 2) + 52.4) / 210,
            (top + cardHeight * Double(position / 2) + 16.6) / 297, 30.0 / 210, 30.0 / 297
        )
    }

    private struct Paper {
        let width, height: Int
        var pixels: [UInt8]

        init(width: Double, height: Double) {
            (self.width, self.height) = (Int(width * scale), Int(height * scale))
            pixels = Array(repeating: 255, count: self.width * self.height)
        }

        var image: GreyImage { GreyImage(unchecked: pixels, width: width, height: height) }

        mutating func paint(_ code: QRCode, x: Double, y: Double) {
            fill(x + 3, y + 10.1, 79.6, 6.4, grey: 70)
            for line in 0..<6 { fill(x + 5, y + 18 + 5 * Double(line), 30, 1.5, grey: 120) }
            let module = 30 / Double(code.width + 2 * QRCode.quietZone)
            let (left, top) = (x + 52.4 + 4 * module, y + 16.6 + 4 * module)
            for row in 0..<code.width {
                for column in 0..<code.width where code[column, row] {
                    fill(left + Double(column) * module, top + Double(row) * module, module, module, grey: 0)
                }
            }
        }

        private mutating func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, grey: UInt8) {
            let columns = Int((x * scale).rounded())..<Int(((x + width) * scale).rounded())
            for row in Int((y * scale).rounded())..<Int(((y + height) * scale).rounded()) {
                for column in columns { pixels[row * self.width + column] = grey }
            }
        }
    }
}
