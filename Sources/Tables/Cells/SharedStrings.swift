/// The texts that cells share, kept as bytes: memory is the texts' own and 4 bytes for each.
struct SharedStrings {
    /// Blocks of 1 MiB that are never copied as the strings grow; a text lies in one block.
    private var blocks: [[UInt8]] = []
    /// Where each text ends, as an offset in all blocks; the highest bit tells that it has runs.
    private var ends: [UInt32] = []
    /// The runs of texts with fonts of their own: the text's number, then as in ``StringItem/Run``.
    private var runs: [(text: UInt32, end: UInt32, font: LegacyFont?, isStruck: Bool)] = []
    /// The name of the first legacy font of a run.
    private(set) var fontName: String?

    private static let blockSize = 1 << 20
    private static let hasRuns: UInt32 = 1 << 31

    /// The longest text that a block holds.
    static let longest = blockSize

    var count: Int { ends.count }

    /// Adds a text.
    ///
    /// - Returns: whether there was room: 2 GiB in all.
    mutating func append(_ item: StringItem) -> Bool {
        let bytes = item.bytes
        var start = blocks.isEmpty ? 0 : (blocks.count - 1) * Self.blockSize + blocks[blocks.count - 1].count
        if blocks.isEmpty || start % Self.blockSize + bytes.count > Self.blockSize
            || start == blocks.count * Self.blockSize
        {
            guard blocks.count < 2_047 else { return false }
            start = blocks.count * Self.blockSize
            var block: [UInt8] = []
            block.reserveCapacity(Self.blockSize)
            blocks.append(block)
        }
        blocks[blocks.count - 1].append(contentsOf: bytes)
        var end = UInt32(start + bytes.count)
        if !item.runs.isEmpty, !item.isPlain {
            end |= Self.hasRuns
            for run in item.runs { runs.append((UInt32(ends.count), UInt32(run.end), run.font, run.isStruck)) }
            if fontName == nil { fontName = item.fontName }
        }
        ends.append(end)
        return true
    }

    /// A text by its number, from 0 to `count - 1`.
    func text(_ number: Int) -> String {
        let (block, range) = position(number)
        return blocks[block].text(range)
    }

    func size(_ number: Int) -> Int { position(number).range.count }

    /// The runs of a text; empty where all of it has the cell's font.
    func runs(_ number: Int) -> [StringItem.Run] {
        guard ends[number] & Self.hasRuns != 0 else { return [] }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].text < UInt32(number) { low = middle + 1 } else { high = middle }
        }
        return runs[low...].prefix { $0.text == UInt32(number) }
            .map { StringItem.Run(end: Int($0.end), font: $0.font, isStruck: $0.isStruck) }
    }

    func hasRuns(_ number: Int) -> Bool { ends[number] & Self.hasRuns != 0 }

    private func position(_ number: Int) -> (block: Int, range: Range<Int>) {
        let end = Int(ends[number] & ~Self.hasRuns)
        let before = number == 0 ? 0 : Int(ends[number - 1] & ~Self.hasRuns)
        guard end > before else { return (0, 0..<0) }
        let block = (end - 1) / Self.blockSize
        let offset = block * Self.blockSize
        return (block, max(before - offset, 0)..<end - offset)
    }
}

extension [UInt8] {
    /// The text of a range of bytes.
    @inline(__always)
    func text(_ range: Range<Int>) -> String {
        let bytes = span.extracting(range)
        // expat gives valid UTF-8 only.
        guard let text = try? UTF8Span(validating: bytes) else { return String(decoding: self[range], as: UTF8.self) }
        return String(copying: text)
    }
}

/// Reads the part of the texts that cells share.
final class SharedStringsHandler: MarkupHandler {
    private var strings = SharedStrings()
    private var item = StringItem()
    private var isItem = false
    private var longest: Int { min(limits.cellText, SharedStrings.longest) }

    static func read(_ input: PartInput, limits: WorkbookLimits) throws(WorkbookError) -> SharedStrings {
        let handler = SharedStringsHandler(input, limits)
        try handler.parse()
        return handler.strings
    }

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        if depth == 2 {
            isItem = name.is("si")
            item.clear()
        } else if depth > 2, isItem {
            item.start(name, attributes)
        }
    }

    override func end() {
        guard isItem else { return }
        if depth > 2 { _ = item.end() }
        if depth == 2, strings.count >= limits.sharedStrings || !strings.append(item) {
            refuse(.sharedStrings(limits.sharedStrings))
        }
    }

    override func text(_ text: MarkupText) {
        guard isItem, depth > 2 else { return }
        item.take(text)
        if item.bytes.count > longest { refuse(.text(longest)) }
    }
}
