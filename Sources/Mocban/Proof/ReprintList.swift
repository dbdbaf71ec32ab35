/// A list of cards to print again: a serial at the start of each line.
public struct ReprintList: Sendable {
    /// What stands at the starts of the lines, as it is written; a CSV file's heading is left out.
    public let texts: [String]

    static let heading = "serial"

    /// Reads a list; throws `MocbanError.inputUnreadable`.
    public init(path: String) throws {
        texts = try readText(path).split(whereSeparator: \.isNewline).map { line in
            String(line.prefix { !",;\t".contains($0) }.filter { $0 != "\"" && $0 != "\u{FEFF}" })
        }.filter { !$0.isEmpty && $0 != Self.heading }
    }
}
