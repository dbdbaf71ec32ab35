/// A text's words, shaped, and the lines that they are broken into.
struct LineBreaker {
    /// A word, a space, a digit or a line break, shaped.
    struct Token {
        var word: FontFace.Word
        /// How far it reaches, tracking included, in ems.
        var advance: Double
        var isSpace = false
        var breaksLine = false
    }

    struct Line {
        let tokens: ArraySlice<Token>
        /// How far its first word is set in, in ems.
        let indent: Double
        let endsParagraph: Bool

        /// How far it reaches, the indent left out, in ems.
        var width: Double { tokens.reduce(0) { $0 + $1.advance } }
        var spaces: Int { tokens.count { $0.isSpace } }
    }

    // Widths are compared with a little slack, so that rounding does not break a line that fits exactly.
    static let slack = 0.001

    private let tokens: [Token]
    private let indent: Double
    private var ranges: [Range<Int>]
    let paragraphs: Int

    /// Breaks tokens into lines of at most `width` ems, as few as can be; nil where a single word is wider.
    init?(_ tokens: [Token], width: Double, indent: Double) {
        guard let ranges = Self.ranges(of: tokens, width: width, indent: indent) else { return nil }
        self.tokens = tokens
        self.indent = indent
        self.ranges = ranges
        paragraphs = tokens.count { $0.breaksLine } + 1
    }

    var lineCount: Int { ranges.count }

    var lines: [Line] {
        ranges.map { range in
            var line = tokens[range]
            while line.last?.isSpace == true { line.removeLast() }
            return Line(
                tokens: line.drop(while: \.isSpace), indent: startsParagraph(range.lowerBound) ? indent : 0,
                endsParagraph: range.upperBound == tokens.count || tokens[range.upperBound].breaksLine)
        }
    }

    /// Makes the same number of lines, of lengths as even as can be, so that no word stands alone.
    mutating func balance(width: Double) {
        var (narrow, wide) = (0.0, width)
        for _ in 0..<16 {
            let middle = (narrow + wide) / 2
            if let tried = Self.ranges(of: tokens, width: middle, indent: indent), tried.count == ranges.count {
                (wide, ranges) = (middle, tried)
            } else {
                narrow = middle
            }
        }
    }

    private func startsParagraph(_ index: Int) -> Bool { index == 0 || tokens[index - 1].breaksLine }

    private static func ranges(of tokens: [Token], width: Double, indent: Double) -> [Range<Int>]? {
        var lines: [Range<Int>] = []
        var start = 0
        var used = indent
        var lastSpace: Int?
        for index in tokens.indices {
            if tokens[index].breaksLine {
                lines.append(start..<index)
                (start, used, lastSpace) = (index + 1, indent, nil)
                continue
            }
            if tokens[index].isSpace { lastSpace = index }
            used += tokens[index].advance
            if used > width + slack, !tokens[index].isSpace {
                guard let space = lastSpace, space > start else { return nil }
                lines.append(start..<space)
                start = space + 1
                used = tokens[start...index].drop(while: \.isSpace).reduce(0) { $0 + $1.advance }
                lastSpace = nil
                guard used <= width + slack else { return nil }
            }
        }
        lines.append(start..<tokens.count)
        return lines
    }
}
