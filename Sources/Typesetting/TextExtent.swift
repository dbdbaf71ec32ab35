import CCairo
import CPango
package import Layout

/// How a text comes out: where its ink lies, and in what font and at what size it is set.
package struct TextExtent {
    /// The ink of each line, on the page.
    package var lines: [Rectangle]
    /// Each line's baseline, from the top of the page.
    package var baselines: [Length]
    package var font: TextStyle.Font
    package var size: Length
}

extension Typesetter {
    /// How a text is set in its box, its fit rule applied.
    ///
    /// Throws `TypesettingError` where it does not fit, or has a letter that its font lacks.
    package func extent(of mark: TextMark) throws(TypesettingError) -> TextExtent {
        let run = try set(mark)
        let em = run.size
        var lines: [Rectangle] = []
        var baselines: [Length] = []
        var start = 0
        for (index, glyph) in run.glyphs.enumerated() {
            let isLast = index == run.glyphs.count - 1
            let endsLine = isLast || abs(run.glyphs[index + 1].y - glyph.y) > em / 2
            guard endsLine else { continue }
            if let ink = run.font.scaled(to: em).ink(of: run.glyphs[start...index]) {
                lines.append(ink)
                baselines.append(.pt(glyph.y))
            }
            start = index + 1
        }
        return TextExtent(lines: lines, baselines: baselines, font: run.font.font, size: .pt(em))
    }

    /// Those of some letters that a font lacks.
    ///
    /// Throws `TypesettingError.missingFont` where the font is not there.
    package func lacking(_ letters: [Character], in font: TextStyle.Font) throws(TypesettingError) -> [Character] {
        var lacking: [Character] = []
        let style = TextStyle(font: font, size: .pt(10))
        let box = Rectangle.mm(0, 0, 1000, 1000)
        for letter in letters {
            do { _ = try set(TextMark(String(letter), style: style, box: box)) } catch {
                guard case .missingLetter = error else { throw error }
                lacking.append(letter)
            }
        }
        return lacking
    }
}

extension ScaledFont {
    /// How far a glyph's ink is from its origin, and how wide it is, in points.
    func reach(of glyph: UInt) -> (bearing: Double, width: Double) {
        let ink = ink(of: [GlyphRun.Glyph(index: glyph, x: 0, y: 0)])
        return (ink?.minX.points ?? 0, ink?.size.width.points ?? 0)
    }

    /// The rectangle of what glyphs draw; nil for spaces alone.
    fileprivate func ink(of run: ArraySlice<GlyphRun.Glyph>) -> Rectangle? {
        guard let first = run.first else { return nil }
        let glyphs = run.map { cairo_glyph_t(index: $0.index, x: $0.x, y: $0.y) }
        var extents = cairo_text_extents_t()
        unsafe cairo_scaled_font_glyph_extents(pointer, glyphs, Int32(glyphs.count), &extents)
        guard extents.width > 0, extents.height > 0 else { return nil }
        // Cairo gives the bearings from the first glyph's origin.
        return Rectangle(
            x: .pt(first.x + extents.x_bearing), y: .pt(first.y + extents.y_bearing), width: .pt(extents.width),
            height: .pt(extents.height))
    }
}
