import CCairo
public import Layout

/// Measures texts and fits them into their boxes, before anything is drawn.
public final class Typesetter {
    private let fonts: FontBook

    /// A typesetter with the fonts of a book; like the book, for one thread.
    public init(fonts: FontBook) { self.fonts = fonts }

    /// Sets every text of a page.
    ///
    /// Throws `DrawingError` for the first text that does not fit or has a letter that its font lacks.
    public func set(_ page: Page) throws(DrawingError) -> SetPage {
        SetPage(size: page.size, face: page.face, marks: try set(page.marks))
    }

    /// Loads a template's fonts and pictures and sets its fixed texts, so that its faults are found before any data are.
    ///
    /// Throws `DrawingError` for the first fault.
    public func prepare(_ template: Template) throws(DrawingError) {
        for mark in template.face.marks {
            switch mark {
            case .text(let text): _ = try set(text)
            case .picture(let picture): _ = try Picture(path: picture.path)
            case .code, .line, .box: continue
            }
        }
        for style in template.texts.map(\.style) {
            _ = try fonts.face(style.font)
            guard style.fit.contains(.condense), let family = style.condensedFamily else { continue }
            _ = try fonts.face(TextStyle.Font(family: family, weight: style.font.weight))
        }
    }

    func set(_ marks: [Mark]) throws(DrawingError) -> [SetMark] {
        var result: [SetMark] = []
        result.reserveCapacity(marks.count)
        for mark in marks {
            if case .text(let text) = mark { result.append(.text(try set(text))) } else { result.append(.other(mark)) }
        }
        return result
    }

    func set(_ mark: TextMark) throws(DrawingError) -> SetText {
        let style = mark.style
        let text = style.isUppercase ? mark.string.uppercased() : mark.string
        var attempt = Attempt(font: style.font, size: style.size, lines: 1)
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
        throw .doesNotFit(label: mark.label, text: text)
    }

    /// What the fit rule tries next.
    private struct Attempt {
        var font: TextStyle.Font
        var size: Length
        var lines: Int
    }

    /// Sets the text one way; nil where it does not fit.
    private func set(_ text: String, _ mark: TextMark, _ attempt: Attempt) throws(DrawingError) -> SetText? {
        let face = try fonts.face(attempt.font)
        let ems = mark.box.size.width / attempt.size
        let tracking = mark.style.tracking
        face.makeRoom()
        let tokens: [Token]
        do { tokens = try Self.tokens(of: text, in: face, tracking: tracking) } catch {
            throw .missingLetter(error.letter, font: attempt.font, label: mark.label, text: text)
        }
        guard var lines = Self.lines(of: tokens, width: ems) else { return nil }
        let explicit = tokens.count { $0.breaksLine } + 1
        let height = mark.style.lineHeight * Double(lines.count)
        guard lines.count <= max(attempt.lines, explicit), height <= mark.box.size.height / attempt.size + Self.slack
        else { return nil }
        if lines.count > explicit { lines = Self.balanced(tokens, lines: lines, width: ems) }
        return place(tokens, lines, mark, face, size: attempt.size)
    }

    private func place(
        _ tokens: [Token], _ lines: [Range<Int>], _ mark: TextMark, _ face: FontFace, size: Length
    ) -> SetText {
        let style = mark.style
        let em = size.points
        let (x, width) = (mark.box.minX.points, mark.box.size.width.points)
        let room = mark.box.size.height.points - style.lineHeight * em * Double(lines.count)
        let first = mark.box.minY.points + (style.anchor == .top ? 0 : style.anchor == .middle ? room / 2 : room)
        // The baseline stands so that ascent and descent share the line's white evenly.
        let baseline = (style.lineHeight - face.ascent - face.descent) / 2 + face.ascent
        var glyphs: [cairo_glyph_t] = []
        for (index, line) in lines.enumerated() {
            let y = first + em * (style.lineHeight * Double(index) + baseline)
            let used = Self.width(of: tokens[line]) * em
            var pen = style.alignment == .left ? x : x + (width - used) / (style.alignment == .centre ? 2 : 1)
            for token in tokens[line].drop(while: \.isSpace) {
                var tracked = 0.0
                for glyph in face.glyphs[token.word.glyphs] {
                    glyphs.append(
                        cairo_glyph_t(index: glyph.index, x: pen + (glyph.x + tracked) * em, y: y + glyph.y * em))
                    tracked += style.tracking
                }
                pen += token.advance * em
            }
        }
        return SetText(glyphs: glyphs, font: face.scaledFont(size: em), colour: style.colour)
    }

    // MARK: Words and lines

    /// A word, a space, a digit or a line break, shaped.
    private struct Token {
        var word: FontFace.Word
        /// How far it reaches, tracking included, in ems.
        var advance: Double
        var isSpace = false
        var breaksLine = false
    }

    // Widths are compared with a little slack, so that rounding does not break a line that fits exactly.
    private static let slack = 0.001

    private static func tokens(
        of text: String, in face: FontFace, tracking: Double
    ) throws(FontFace.MissingLetter) -> [Token] {
        var tokens: [Token] = []
        let utf8 = text.utf8
        var start = utf8.startIndex
        func end(of first: UInt8, after index: String.Index) -> String.Index {
            var end = index
            if first == 0x20 || first == 0x0A || (0x30...0x39).contains(first) { return end }
            while end < utf8.endIndex, !isBreak(utf8[end]) { end = utf8.index(after: end) }
            return end
        }
        while start < utf8.endIndex {
            let first = utf8[start]
            let next = end(of: first, after: utf8.index(after: start))
            if first == 0x0A {
                let nothing = FontFace.Word(glyphs: 0..<0, advance: 0)
                tokens.append(Token(word: nothing, advance: 0, isSpace: true, breaksLine: true))
            } else {
                let word = try face.word(String(text[start..<next]))
                let advance = word.advance + tracking * Double(word.glyphs.count)
                tokens.append(Token(word: word, advance: advance, isSpace: first == 0x20))
            }
            start = next
        }
        return tokens
    }

    private static func isBreak(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || (0x30...0x39).contains(byte) }

    /// Breaks tokens into lines of at most `width` ems, as few as can be; nil where a single word is wider.
    private static func lines(of tokens: [Token], width: Double) -> [Range<Int>]? {
        var lines: [Range<Int>] = []
        var start = 0
        var used = 0.0
        var lastSpace: Int?
        for index in tokens.indices {
            if tokens[index].breaksLine {
                lines.append(start..<index)
                (start, used, lastSpace) = (index + 1, 0, nil)
                continue
            }
            if tokens[index].isSpace { lastSpace = index }
            used += tokens[index].advance
            if used > width + slack, !tokens[index].isSpace {
                guard let space = lastSpace, space > start else { return nil }
                lines.append(start..<space)
                start = space + 1
                used = Self.width(of: tokens[start...index])
                lastSpace = nil
                guard used <= width + slack else { return nil }
            }
        }
        lines.append(start..<tokens.count)
        return lines
    }

    /// The same number of lines, of lengths as even as can be, so that no word stands alone.
    private static func balanced(_ tokens: [Token], lines: [Range<Int>], width: Double) -> [Range<Int>] {
        var (narrow, wide, best) = (0.0, width, lines)
        for _ in 0..<16 {
            let middle = (narrow + wide) / 2
            if let tried = Self.lines(of: tokens, width: middle), tried.count == lines.count {
                (wide, best) = (middle, tried)
            } else {
                narrow = middle
            }
        }
        return best
    }

    private static func width(of tokens: ArraySlice<Token>) -> Double {
        var tokens = tokens
        while tokens.last?.isSpace == true { tokens.removeLast() }
        return tokens.drop(while: \.isSpace).reduce(0) { $0 + $1.advance }
    }
}

/// A page whose texts are set and known to fit.
public struct SetPage {
    let size: Size
    let face: Face
    let marks: [SetMark]
}

/// A mark that is ready to be drawn.
enum SetMark {
    case text(SetText)
    case other(Mark)
}

/// Glyphs at their places on a page, in points from its top left corner.
struct SetText {
    let glyphs: [cairo_glyph_t]
    let font: ScaledFont
    let colour: Colour
}
