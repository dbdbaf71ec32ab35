import Layout

/// A text's words, shaped, and the lines that they are broken into.
struct LineBreaker {
    /// A word, a space, a digit or a line break, shaped.
    struct Token {
        var word: FontFace.Word
        /// How far it reaches, tracking included, in ems.
        var advance: Double
        var isSpace = false
        var breaksLine = false
        /// How bad it is to end a line at this space; see ``BreakCost``.
        var cost = 0
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
    /// The dearest break that is allowed.
    private let dearest: Int
    private let isWeighed: Bool
    private var ranges: [Range<Int>]
    let paragraphs: Int

    /// Breaks tokens into lines of at most `width` ems, as few as can be; nil where a single word is wider.
    init?(_ tokens: [Token], width: Double, indent: Double, breaks: LineBreaks = .even) {
        let dearest = breaks == .phrases ? BreakCost.tearing - 1 : Int.max
        guard let ranges = Self.ranges(of: tokens, width: width, indent: indent, dearest: dearest) else { return nil }
        self.tokens = tokens
        self.indent = indent
        self.dearest = dearest
        isWeighed = breaks != .even
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

    /// Makes the same number of lines, broken where it is best and then of lengths as even as can be, so that no word
    /// stands alone.
    mutating func balance(width: Double) {
        // Longer texts are paragraphs, where a line's end matters less than an even edge.
        if isWeighed, tokens.count <= Self.mostWeighed, let best = weighed(width: width) {
            var (narrow, wide) = (0.0, width)
            ranges = best.ranges
            for _ in 0..<16 {
                let middle = (narrow + wide) / 2
                if let tried = weighed(width: middle), tried.cost <= best.cost {
                    (wide, ranges) = (middle, tried.ranges)
                } else {
                    narrow = middle
                }
            }
            return
        }
        var (narrow, wide) = (0.0, width)
        for _ in 0..<16 {
            let middle = (narrow + wide) / 2
            if let tried = Self.ranges(of: tokens, width: middle, indent: indent, dearest: dearest),
                tried.count == ranges.count
            {
                (wide, ranges) = (middle, tried)
            } else {
                narrow = middle
            }
        }
    }

    private func startsParagraph(_ index: Int) -> Bool { index == 0 || tokens[index - 1].breaksLine }

    private static let mostWeighed = 200

    /// The cheapest breaks into as many lines as there are; of those that cost the same the ones with the longest first lines.
    private func weighed(width: Double) -> (cost: Int, ranges: [Range<Int>])? {
        /// From a token to the end: what the breaks cost and where the first line ends.
        typealias Rest = (cost: Int, end: Int)
        var lines: [[Rest?]] = []
        let last = tokens.count
        for count in 0..<ranges.count {
            var rests = [Rest?](repeating: nil, count: last + 1)
            for start in stride(from: last, through: 0, by: -1) {
                var used = startsParagraph(start) ? indent : 0
                // Spaces that a line begins with are not printed; they go with a break that is not this one.
                var isBlank = true
                var best: Rest?
                var index = start
                while true {
                    if index == last {
                        if count == 0 { best = (0, last) }
                        break
                    }
                    let token = tokens[index]
                    if token.breaksLine || (token.isSpace && !isBlank && token.cost <= dearest) {
                        if count > 0, let rest = lines[count - 1][index + 1] {
                            let cost = rest.cost + (token.breaksLine ? 0 : token.cost)
                            if best.map({ cost <= $0.cost }) ?? true { best = (cost, index) }
                        }
                        if token.breaksLine { break }
                    }
                    if !token.isSpace { isBlank = false }
                    if !isBlank { used += token.advance }
                    if used > width + Self.slack, !token.isSpace { break }
                    index += 1
                }
                rests[start] = best
            }
            lines.append(rests)
        }
        guard let whole = lines.last?[0] else { return nil }
        var found: [Range<Int>] = []
        var start = 0
        for count in stride(from: ranges.count - 1, through: 0, by: -1) {
            guard let rest = lines[count][start] else { return nil }
            found.append(start..<rest.end)
            start = rest.end + 1
        }
        return (whole.cost, found)
    }

    private static func ranges(
        of tokens: [Token], width: Double, indent: Double, dearest: Int
    ) -> [Range<Int>]? {
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
            if tokens[index].isSpace, tokens[index].cost <= dearest { lastSpace = index }
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
