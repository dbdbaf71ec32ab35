package struct WrappedText {
    private static let width = 100

    package private(set) var lines: [String] = []

    package init() {}

    package mutating func add(line: String = "") { lines.append(line) }

    /// Adds text; lines after the first begin below its text.
    package mutating func add(_ text: String, first: String = "", hanging: Int = 0) {
        let others = String(repeating: " ", count: first.count + hanging)
        var line = first
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !isEmpty, line.count + 1 + word.count > Self.width {
                lines.append(line)
                line = others
                isEmpty = true
            }
            line += isEmpty ? String(word) : " " + word
            isEmpty = false
        }
        lines.append(line)
    }
}
