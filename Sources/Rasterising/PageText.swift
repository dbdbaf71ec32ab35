package import Layout

/// The text of a page, scalar by scalar, each at its position.
package struct PageText: Sendable {
    /// A Unicode scalar and the middle of what is printed for it.
    package struct Glyph: Sendable, Hashable {
        /// The scalar; white space stands between words and at the end of lines.
        package var scalar: Unicode.Scalar
        /// The middle of its box, from the page's top left corner.
        package var centre: Point
    }

    package let glyphs: [Glyph]

    package init(glyphs: [Glyph] = []) { self.glyphs = glyphs }

    package func within(_ box: Rectangle) -> PageText { PageText(glyphs: glyphs.filter { box.contains($0.centre) }) }

    /// The text in NFC, with one space for all white space between two glyphs.
    package var string: String {
        var scalars = String.UnicodeScalarView()
        var isApart = false
        for glyph in glyphs {
            if glyph.scalar.properties.isWhitespace {
                isApart = true
            } else {
                if isApart, !scalars.isEmpty { scalars.append(" ") }
                scalars.append(glyph.scalar)
                isApart = false
            }
        }
        return String(scalars).precomposed
    }
}

extension Rectangle {
    fileprivate func contains(_ point: Point) -> Bool {
        point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }
}
