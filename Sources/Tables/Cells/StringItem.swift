/// A text as its elements are reported: plain, or in runs of their own fonts; readings above the text are left out.
struct StringItem {
    /// A part of the text with a font of its own.
    struct Run: Equatable {
        /// The byte that it ends before.
        var end: Int
        /// The run's font; nil where it has the cell's.
        var font: LegacyFont?
    }

    /// The text in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The runs in order; empty where all of the text has the cell's font.
    private(set) var runs: [Run] = []
    /// The name of the first legacy font of a run.
    private(set) var fontName: String?

    private enum Position { case item, text, run, runText, runProperties }

    private var position = Position.item
    private var skipped = 0
    private var textStart = 0
    private var runFont: LegacyFont?
    private var hasFonts = false

    /// Begins another text.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        if hasFonts {
            runs.removeAll(keepingCapacity: true)
            fontName = nil
            hasFonts = false
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
        case .run where name.is(letter: "t"):
            position = .runText
            textStart = bytes.count
        case .run where name.is("rPr"): position = .runProperties
        case .runProperties where name.is("rFont"):
            let fontName = attributes["val"]?.text ?? ""
            let font = LegacyFont(name: fontName)
            runFont = font
            if font != .unicode, self.fontName == nil { self.fontName = fontName }
            if !hasFonts, !bytes.isEmpty { runs.append(Run(end: bytes.count, font: nil)) }
            hasFonts = true
            skipped = 1
        default: skipped = 1
        }
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
            if hasFonts { closeRun() }
            position = .run
        case .runProperties: position = .run
        case .run: position = .item
        }
        return false
    }

    /// A piece of text.
    mutating func take(_ text: MarkupText) {
        guard skipped == 0, position == .text || position == .runText else { return }
        text.append(to: &bytes)
    }

    private mutating func closeRun() {
        // A letter and its marks may be in two runs of one font.
        if let last = runs.last, last.font == runFont {
            runs[runs.count - 1].end = bytes.count
        } else {
            runs.append(Run(end: bytes.count, font: runFont))
        }
    }

    /// Whether the text is the same in every font.
    var isPlain: Bool { bytes.allSatisfy(LegacyFont.isPlain) }
}
