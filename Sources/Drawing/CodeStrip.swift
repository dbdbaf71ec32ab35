import Layout
import QRCode

/// The codes of a sheet's side that are drawn through masks, side by side in one picture.
///
/// Of a picture for each code, the PDF file would have nearly as many bytes of dictionaries as of modules, and Cairo would set up
/// a compressor for each.
@safe final class CodeStrip {
    /// A code's place in the strip.
    struct Piece {
        /// The strip.
        let strip: CodeStrip
        /// The code's first column.
        let column: Int
    }

    // A light column between two codes, so that the clip, half a module from both, touches neither.
    private static let gap = 1

    let bits: Bitmap
    private let columns: [[Int]]

    /// A strip of the masked codes of pages, in their order; nil where there are fewer than two.
    init?(_ pages: [SetPage?]) {
        var codes: [QRCode] = []
        var columns: [[Int]] = []
        var width = 0
        for page in pages {
            columns.append([])
            for case .other(.code(let mark)) in page?.marks ?? [] where mark.rendering == .mask {
                columns[columns.count - 1].append(width)
                codes.append(mark.code)
                width += mark.code.width + Self.gap
            }
        }
        guard codes.count > 1 else { return nil }
        bits = Bitmap(codes, gap: Self.gap)
        self.columns = columns
    }

    /// The pieces of a page, by its place among the pages, in the order of its marks.
    func pieces(of page: Int) -> [Piece] { columns[page].map { Piece(strip: self, column: $0) } }
}
