package import Layout

/// The text of a page, scalar by scalar, each at its position.
package struct PageText: Sendable {
    /// A Unicode scalar and the middle of what is printed for it.
    package struct Glyph: Sendable, Hashable {
        /// The scalar; white space stands between words and at the end of lines.
        package var scalar: Unicode.Scalar
        /// The middle of its box, from the page's top left corner.
        package var centre: Point
        /// How wide and how high its box is; nothing where that is not known.
        package var size: Size

        package init(scalar: Unicode.Scalar, centre: Point, size: Size = Size(width: .zero, height: .zero)) {
            (self.scalar, self.centre, self.size) = (scalar, centre, size)
        }
    }

    package let glyphs: [Glyph]

    package init(glyphs: [Glyph] = []) { self.glyphs = glyphs }

    package func within(_ box: Rectangle) -> PageText { PageText(glyphs: glyphs.filter { box.contains($0.centre) }) }

    /// Whether the page has just the letters of a text, in their order, and room where the text has spaces.
    ///
    /// Where spaces are is Poppler's guess, by the room between boxes: `Y A`, which kerns, has less than most. Where the
    /// guess differs from the text, the room itself is looked at; `isSpread` letters are apart anyway.
    package func agrees(with expected: String, isSpread: Bool) -> Bool {
        var letters: [(glyph: Glyph, isApart: Bool)] = []
        var isApart = false
        for glyph in glyphs {
            if glyph.scalar.properties.isWhitespace {
                isApart = true
            } else {
                letters.append((glyph, isApart && !letters.isEmpty))
                isApart = false
            }
        }
        var wanted: [(scalar: Unicode.Scalar, isApart: Bool)] = []
        for scalar in expected.unicodeScalars {
            if scalar.properties.isWhitespace {
                isApart = true
            } else {
                wanted.append((scalar, isApart && !wanted.isEmpty))
                isApart = false
            }
        }
        guard letters.count == wanted.count else { return false }
        for index in letters.indices {
            let (found, want) = (letters[index], wanted[index])
            guard found.glyph.scalar == want.scalar else { return false }
            guard found.isApart != want.isApart, !isSpread else { continue }
            let before = letters[index - 1].glyph
            // A back may stand on its head, and is read from right to left.
            let isOnNextLine = Self.distance(found.glyph.centre.y, before.centre.y) > before.size.height / 2
            let room =
                Self.distance(found.glyph.centre.x, before.centre.x) - (found.glyph.size.width + before.size.width) / 2
            let em = found.glyph.size.height
            // A space is a quarter of an em; kerning takes a tenth at most, and pushes letters apart by less.
            let hasRoom = em > .zero && room > em * Self.leastSpace
            guard !isOnNextLine, hasRoom == want.isApart else { return false }
        }
        return true
    }

    private static let leastSpace = 0.08

    private static func distance(_ a: Length, _ b: Length) -> Length { max(a, b) - min(a, b) }

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
