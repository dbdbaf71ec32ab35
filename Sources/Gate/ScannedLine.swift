/// A line of a scanner's, or a text of that kind: bytes that may be no text, or the beginning of too long a one.
public struct ScannedLine: Sendable, Hashable {
    /// How many bytes a line may have: no code comes near it.
    public static let longest = 16 << 10

    /// The bytes, without the line's end; of a line that is too long, those at its beginning.
    public let bytes: [UInt8]
    /// Whether there were more bytes than a line may have.
    public let isCut: Bool

    /// A line of bytes, which is cut where it is too long.
    public init(_ bytes: some Collection<UInt8>) {
        isCut = bytes.count > Self.longest
        self.bytes = Array(bytes.prefix(Self.longest))
    }

    /// The text; nil where it is too long, no UTF-8, or holds a NUL, which no scanner types.
    public var text: String? { isCut || bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self) }

    /// How many bytes of a line that is too long are shown.
    private static let shownBytes = 64

    /// The line as an answer names it: what is no UTF-8 is U+FFFD, and too long a line is cut.
    package var shown: String {
        guard isCut else { return String(decoding: bytes, as: UTF8.self) }
        var text = String(decoding: bytes.prefix(Self.shownBytes), as: UTF8.self)
        // A character that was cut through.
        while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
        return text + "…"
    }
}
