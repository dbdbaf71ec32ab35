package import Layout

/// A page whose texts are typeset and known to fit.
public struct TypesetPage {
    package let size: Size
    /// The marks that it shares with others, which are drawn first.
    package let face: Face
    /// The page's own marks, in the order of drawing.
    package let marks: [TypesetMark]
}

/// A mark that is ready to be drawn.
package enum TypesetMark {
    /// A text, or several of one font, size and colour.
    case text(GlyphRun)
    /// A photograph, cut to its box, as the bytes of a JPEG file.
    case portrait(jpeg: [UInt8], PortraitMark)
    /// A mark without a text, or a portrait without a photograph.
    case other(Mark)
}

/// Glyphs at fixed positions of a page.
package struct GlyphRun {
    /// A glyph, and where its origin is on the page, in points from its top left corner.
    package struct Glyph: Hashable, Sendable {
        package var index: UInt
        /// How far to the right, and how far down.
        package var x, y: Double

        package init(index: UInt, x: Double, y: Double) { (self.index, self.x, self.y) = (index, x, y) }
    }

    package let glyphs: [Glyph]
    package let font: FontFace
    /// The type size in points.
    package let size: Double
    package let colour: Colour

    package init(glyphs: [Glyph], font: FontFace, size: Double, colour: Colour) {
        (self.glyphs, self.font, self.size, self.colour) = (glyphs, font, size, colour)
    }

    /// This run and another; nil where they differ in font, size or colour.
    func joined(with other: GlyphRun) -> GlyphRun? {
        guard font === other.font, size == other.size, colour == other.colour else { return nil }
        return GlyphRun(glyphs: glyphs + other.glyphs, font: font, size: size, colour: colour)
    }
}
