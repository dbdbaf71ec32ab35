/// Reads the part of the texts that cells share.
final class SharedStringsHandler: MarkupHandler {
    private var strings = SharedStrings()
    private var item = StringItem()
    private var depth = 0
    private var isItem = false
    private let path: String
    private let part: String
    private let longest: Int
    private let most: Int

    private init(_ input: PartInput, limits: WorkbookLimits) {
        path = input.path
        part = input.name
        most = limits.sharedStrings
        longest = min(limits.cellText, SharedStrings.longest)
    }

    /// Reads the whole part.
    ///
    /// - Throws: ``WorkbookError``.
    static func read(_ input: PartInput, limits: WorkbookLimits) throws(WorkbookError) -> SharedStrings {
        let handler = SharedStringsHandler(input, limits: limits)
        try MarkupParser.parse(input, depth: limits.depth, handler: handler)
        return handler.strings
    }

    override func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
        depth += 1
        if depth == 2 {
            isItem = name.is("si")
            item.clear()
        } else if depth > 2, isItem {
            item.start(name, attributes)
        }
    }

    override func end() {
        if isItem {
            if depth > 2 { _ = item.end() }
            if depth == 2 { finish() }
        }
        depth -= 1
    }

    override func text(_ text: MarkupText) {
        guard isItem, depth > 2 else { return }
        item.take(text)
        if item.bytes.count > longest { failure = .tooLarge(path: path, part: part, .text(longest)) }
    }

    private func finish() {
        guard strings.count < most, strings.append(item) else {
            failure = .tooLarge(path: path, part: part, .sharedStrings(most))
            return
        }
    }
}
