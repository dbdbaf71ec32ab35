public import Layout

/// Measures texts and fits them into their boxes, before anything is drawn.
public final class Typesetter {
    private let fonts: FontBook

    /// A typesetter with the fonts of a book; like the book, for one thread.
    public init(fonts: FontBook) { self.fonts = fonts }

    /// Sets every text of a page, so that it is ready to be drawn.
    ///
    /// `photograph` gives the bytes of a JPEG file for a photograph's path and the box that it fills. Throws `TypesettingError`
    /// for the first text that does not fit or has a letter that its font lacks, and whatever `photograph` throws.
    package func set(_ page: Page, photograph: (_ path: String, _ box: Size) throws -> [UInt8]) throws -> TypesetPage {
        TypesetPage(size: page.size, face: page.face, marks: try set(page.marks, photograph: photograph))
    }

    /// Whether a text fits its box, and its font has all of its letters.
    public func sets(_ mark: TextMark) -> Bool { (try? set(mark)) != nil }

    /// The extent of a text that is broken into lines of a width; the style's fit rule is not tried.
    ///
    /// It is as wide as its longest line, indent included, and as high as all lines together.
    ///
    /// Throws `TypesettingError` where a word is wider than that, or has a letter that the font lacks.
    public func extent(of string: String, style: TextStyle, width: Length) throws(TypesettingError) -> Size {
        let text = style.isUppercase ? string.uppercased() : string
        let face = try fonts.face(style.font)
        let tokens = try tokens(of: text, in: face, style, label: string)
        guard var broken = LineBreaker(tokens, width: width / style.size, indent: style.indent / style.size) else {
            throw .doesNotFit(label: string, text: text)
        }
        if broken.lineCount > broken.paragraphs, style.alignment != .justified {
            broken.balance(width: width / style.size)
        }
        let longest = broken.lines.map { $0.indent + $0.width }.max() ?? 0
        return Size(width: style.size * longest, height: style.size * (style.lineHeight * Double(broken.lineCount)))
    }

    /// Loads the fonts that a template's texts with fields may come to.
    ///
    /// Throws `TypesettingError` for the first that is not there.
    package func loadFonts(of template: Template) throws(TypesettingError) {
        for style in template.sides.flatMap(\.texts).map(\.style) {
            _ = try fonts.face(style.font)
            guard style.fit.contains(.condense), let family = style.condensedFamily else { continue }
            _ = try fonts.face(TextStyle.Font(family: family, weight: style.font.weight))
        }
    }

    /// Sets every text of some marks, as ``set(_:photograph:)`` does those of a page.
    package func set(
        _ marks: [Mark], photograph: (_ path: String, _ box: Size) throws -> [UInt8]
    ) throws -> [TypesetMark] {
        var result: [TypesetMark] = []
        result.reserveCapacity(marks.count)
        for mark in marks {
            switch mark {
            case .text(let text):
                let run = try set(text)
                // Each text names its font, and one that Cairo draws is recorded and analysed by itself.
                if case .text(let before)? = result.last, let joined = before.joined(with: run) {
                    result[result.count - 1] = .text(joined)
                } else {
                    result.append(.text(run))
                }
            case .portrait(let portrait):
                if let path = portrait.path {
                    result.append(.portrait(jpeg: try photograph(path, portrait.box.size), portrait))
                } else {
                    result.append(.other(mark))
                }
            case .code, .line, .box, .picture: result.append(.other(mark))
            }
        }
        return result
    }

    /// Sets a text in its box, its fit rule applied.
    ///
    /// Throws `TypesettingError`.
    package func set(_ mark: TextMark) throws(TypesettingError) -> GlyphRun {
        let style = mark.style
        let text = style.isUppercase ? mark.string.uppercased() : mark.string
        let ways: [LineBreaks] = style.breaks == .phrases ? [.phrases, .words] : [style.breaks]
        for breaks in ways { if let set = try set(text, mark, breaks) { return set } }
        throw .doesNotFit(label: mark.label, text: text)
    }

    private func set(_ text: String, _ mark: TextMark, _ breaks: LineBreaks) throws(TypesettingError) -> GlyphRun? {
        let style = mark.style
        var attempt = Attempt(font: style.font, size: style.size, lines: 1, breaks: breaks)
        if let set = try set(text, mark, attempt) { return set }
        for step in style.fit {
            switch step {
            case .wrap(let lines): attempt.lines = lines
            case .condense: attempt.font.family = style.condensedFamily ?? style.font.family
            case .shrink(let smallest):
                while attempt.size > smallest {
                    attempt.size = max(smallest, attempt.size - .pt(0.25))
                    if let set = try set(text, mark, attempt) { return set }
                }
            }
            if let set = try set(text, mark, attempt) { return set }
        }
        return nil
    }

    private struct Attempt {
        var font: TextStyle.Font
        var size: Length
        var lines: Int
        var breaks: LineBreaks
    }

    private func set(_ text: String, _ mark: TextMark, _ attempt: Attempt) throws(TypesettingError) -> GlyphRun? {
        let face = try fonts.face(attempt.font)
        let style = mark.style
        let ems = mark.box.size.width / attempt.size
        var tokens = try tokens(of: text, in: face, style, label: mark.label)
        // Most texts fit on their line, whatever a break would cost.
        let isWide =
            tokens.reduce(style.indent / attempt.size) { $0 + $1.advance } > ems + LineBreaker.slack
            || tokens.contains(where: \.breaksLine)
        // Capitals and small letters tell names, before all are set in capitals.
        if isWide, style.breaks != .even { BreakCost.price(&tokens, of: mark.string) }
        guard
            var broken = LineBreaker(
                tokens, width: ems, indent: style.indent / attempt.size, breaks: attempt.breaks)
        else { return nil }
        let drop = try style.anchor == .baseline ? drop(of: attempt, style) : .zero
        let height = style.lineHeight * Double(broken.lineCount) + drop / attempt.size
        guard broken.lineCount <= max(attempt.lines, broken.paragraphs),
            height <= mark.box.size.height / attempt.size + LineBreaker.slack
        else { return nil }
        if broken.lineCount > broken.paragraphs, style.alignment != .justified { broken.balance(width: ems) }
        return run(of: broken.lines, mark, face, size: attempt.size, drop: drop)
    }

    /// How much lower a shrunk text begins, so that its first baseline is that of its style's own font and size.
    private func drop(of attempt: Attempt, _ style: TextStyle) throws(TypesettingError) -> Length {
        let full = style.size * style.baseline(in: try fonts.face(style.font))
        return full - attempt.size * style.baseline(in: try fonts.face(attempt.font))
    }

    private func run(
        of lines: [LineBreaker.Line], _ mark: TextMark, _ face: FontFace, size: Length, drop: Length
    ) -> GlyphRun {
        let style = mark.style
        let em = size.points
        let (x, width) = (mark.box.minX.points, mark.box.size.width.points)
        let room = mark.box.size.height.points - style.lineHeight * em * Double(lines.count)
        let above =
            switch style.anchor {
            case .top: 0.0
            case .middle: room / 2
            case .bottom: room
            case .baseline: drop.points
            }
        let first = mark.box.minY.points + above
        let baseline = style.baseline(in: face)
        var glyphs: [GlyphRun.Glyph] = []
        for (index, line) in lines.enumerated() {
            let y = first + em * (style.lineHeight * Double(index) + baseline)
            let left = width - (line.indent + line.width) * em
            var pen = x + line.indent * em
            var stretch = 0.0
            switch style.alignment {
            case .left: break
            case .spread:
                glyphs += spread(line, in: face, from: pen, width: width - line.indent * em, y: y, em: em)
                continue
            case .centre: pen += left / 2
            case .right: pen += left
            case .justified: if !line.endsParagraph, line.spaces > 0 { stretch = left / Double(line.spaces) }
            }
            for token in line.tokens {
                var tracked = 0.0
                for glyph in face.glyphs[token.word.glyphs] {
                    glyphs.append(
                        GlyphRun.Glyph(index: glyph.index, x: pen + (glyph.x + tracked) * em, y: y + glyph.y * em))
                    tracked += style.tracking
                }
                pen += token.advance * em + (token.isSpace ? stretch : 0)
            }
        }
        return GlyphRun(glyphs: glyphs, font: face, size: em, colour: style.colour)
    }

    /// A line's glyphs from edge to edge as far as their ink goes, the middles of their advances equally far apart.
    ///
    /// So the room between letters of a font whose letters are all alike wide is the same everywhere, and no reader takes
    /// some of it for a space.
    private func spread(
        _ line: LineBreaker.Line, in face: FontFace, from x: Double, width: Double, y: Double, em: Double
    ) -> [GlyphRun.Glyph] {
        var letters: [(glyph: FontFace.Glyph, advance: Double)] = []
        for word in line.tokens.map(\.word) {
            let glyphs = face.glyphs[word.glyphs]
            for (glyph, next) in zip(glyphs, glyphs.dropFirst().map(\.x) + [word.advance]) {
                letters.append((glyph, next - glyph.x))
            }
        }
        guard let first = letters.first, let last = letters.last, letters.count > 1 else { return [] }
        let (start, end) = (face.reach(of: first.glyph.index), face.reach(of: last.glyph.index))
        let left = x + (first.advance / 2 - start.bearing) * em
        let right = x + width - (end.bearing + end.width - last.advance / 2) * em
        let pitch = (right - left) / Double(letters.count - 1)
        return letters.enumerated().map { index, letter in
            GlyphRun.Glyph(
                index: letter.glyph.index, x: left + pitch * Double(index) - letter.advance / 2 * em,
                y: y + letter.glyph.y * em)
        }
    }

    // MARK: Words

    /// The text's words; throws `missingLetter` for the first letter that the font lacks.
    private func tokens(
        of text: String, in face: FontFace, _ style: TextStyle, label: String
    ) throws(TypesettingError) -> [LineBreaker.Token] {
        face.makeRoom()
        do { return try Self.tokens(of: text, in: face, tracking: style.tracking) } catch {
            switch error {
            case .missingLetter(let letter): throw .missingLetter(letter, font: face.font, label: label, text: text)
            case .damagedFont: throw .damagedFont(name: face.font.family)
            }
        }
    }

    private static func tokens(
        of text: String, in face: FontFace, tracking: Double
    ) throws(FontFace.WordFault) -> [LineBreaker.Token] {
        var tokens: [LineBreaker.Token] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        func end(of first: UInt8, after index: String.Index) -> String.Index {
            var end = index
            if isBreak(first) { return end }
            while end < utf8.endIndex, !isBreak(utf8[end]) { end = utf8.index(after: end) }
            return end
        }
        while start < utf8.endIndex {
            let first = utf8[start]
            let next = end(of: first, after: utf8.index(after: start))
            if first == 0x0A {
                let nothing = FontFace.Word(glyphs: 0..<0, advance: 0)
                tokens.append(LineBreaker.Token(word: nothing, advance: 0, isSpace: true, breaksLine: true))
            } else {
                let word = try face.word(String(text[start..<next]))
                let advance = word.advance + tracking * Double(word.glyphs.count)
                tokens.append(LineBreaker.Token(word: word, advance: advance, isSpace: first == 0x20))
            }
            start = next
        }
        return tokens
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || (0x30...0x39).contains(byte) }
}

extension TextStyle {
    /// How far the first baseline is below the top of its line, in ems: ascent and descent share the line's white evenly.
    fileprivate func baseline(in face: FontFace) -> Double {
        (lineHeight - face.ascent - face.descent) / 2 + face.ascent
    }
}
