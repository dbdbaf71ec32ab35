/// A text as its elements are reported: plain, or in runs of their own fonts; readings above the text are left out.
struct StringItem {
    /// A part of the text with a font of its own.
    struct Run: Equatable {
        /// The byte that it ends before.
        var end: Int
        /// The run's font; nil where it has the cell's.
        var font: LegacyFont?
        /// Whether it is struck out.
        var isStruck = false
    }

    private(set) var bytes: [UInt8] = []
    /// The runs in order; empty where all of the text has the cell's font.
    private(set) var runs: [Run] = []
    /// The name of the first legacy font of a run.
    private(set) var fontName: String?

    private enum Position { case item, text, run, runText, runProperties }

    private var position = Position.item
    private var skipped = 0, textStart = 0
    private var runFont: LegacyFont?
    private var isRunStruck = false
    private var hasRuns = false

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        if hasRuns {
            runs.removeAll(keepingCapacity: true)
            fontName = nil
            hasRuns = false
        }
        position = .item
        skipped = 0
    }

    /// An element within the text begins.
    mutating func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        guard skipped == 0 else {
            skipped += 1
            return
        }
        switch position {
        case .item where name.is(letter: "t"):
            position = .text
            textStart = bytes.count
        case .item where name.is(letter: "r"):
            position = .run
            runFont = nil
            isRunStruck = false
        case .run where name.is(letter: "t"):
            position = .runText
            textStart = bytes.count
        case .run where name.is("rPr"): position = .runProperties
        case .runProperties where name.is("rFont"):
            let fontName = attributes["val"]?.text ?? ""
            let font = LegacyFont(name: fontName)
            runFont = font
            if font != .unicode, self.fontName == nil { self.fontName = fontName }
            beginRuns()
            skipped = 1
        case .runProperties where name.is("strike"):
            isRunStruck = attributes["val"].map { $0.is("1") || $0.is("true") } ?? true
            if isRunStruck { beginRuns() }
            skipped = 1
        default: skipped = 1
        }
    }

    /// What stands before the first run of its own is one too.
    private mutating func beginRuns() {
        if !hasRuns, !bytes.isEmpty { runs.append(Run(end: bytes.count, font: nil)) }
        hasRuns = true
    }

    /// An element within the text ends.
    ///
    /// - Returns: whether it was the element around all of the text.
    mutating func end() -> Bool {
        guard skipped == 0 else {
            skipped -= 1
            return false
        }
        switch position {
        case .item: return true
        case .text:
            EscapedText.replace(in: &bytes, from: textStart)
            position = .item
        case .runText:
            EscapedText.replace(in: &bytes, from: textStart)
            if hasRuns { runs.add(Run(end: bytes.count, font: runFont, isStruck: isRunStruck)) }
            position = .run
        case .runProperties: position = .run
        case .run: position = .item
        }
        return false
    }

    mutating func take(_ text: MarkupText) {
        guard skipped == 0, position == .text || position == .runText else { return }
        text.append(to: &bytes)
    }

    /// Whether the runs change nothing: the text is the same in every font, and none of it is struck out.
    var isPlain: Bool { bytes.allSatisfy(LegacyFont.isPlain) && !runs.contains(where: \.isStruck) }
}

extension [StringItem.Run] {
    /// Adds a run, to the one before it where both have one font: a letter and its marks may be in two runs.
    mutating func add(_ run: StringItem.Run) {
        if let last, last.font == run.font, last.isStruck == run.isStruck {
            self[count - 1].end = Swift.max(last.end, run.end)
        } else {
            append(run)
        }
    }

    /// The text that the fonts show, the same without what is struck out, and the first legacy font that changed it.
    func shown(_ text: String, cellFont: LegacyFont) -> (text: String, live: String, changedBy: LegacyFont?) {
        var shown = "", live = ""
        var changedBy: LegacyFont?
        let utf8 = text.utf8
        var start = utf8.startIndex
        var offset = 0
        // Text behind the last run has the cell's font.
        let all = self + [StringItem.Run(end: utf8.count, font: nil)]
        let runs: [StringItem.Run] = all.reduce(into: []) {
            $0.add(.init(end: $1.end, font: $1.font ?? cellFont, isStruck: $1.isStruck))
        }
        for run in runs {
            guard run.end > offset, let end = utf8.index(start, offsetBy: run.end - offset, limitedBy: utf8.endIndex)
            else { continue }
            let (piece, font) = (String(text[start..<end]), run.font ?? cellFont)
            let decoded = font.shown(piece)
            shown += decoded ?? piece
            if !run.isStruck { live += decoded ?? piece }
            if decoded != nil, changedBy == nil { changedBy = font }
            (start, offset) = (end, run.end)
        }
        return (shown, live, changedBy)
    }
}
