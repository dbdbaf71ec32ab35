/// A person's name, family name first, taken apart for sorting and matching.
public struct VietnameseName: Hashable, Sendable {
    /// The name as given.
    public let text: String

    /// Makes a name of clean text: single spaces, none at the ends.
    public init(_ text: String) {
        self.text = text
    }

    /// The last word, by which Vietnamese people are called and lists are sorted.
    public var given: String {
        text.utf8.lastIndex(of: 0x20).map { String(text[text.utf8.index(after: $0)...]) } ?? text
    }

    /// The family and middle names; empty for a name of one word.
    public var rest: String {
        text.utf8.lastIndex(of: 0x20).map { String(text[..<$0]) } ?? ""
    }

    /// The name without accents, đ and case: hòa and hoà are both `hoa`.
    public var folded: String {
        LatinFolding.folded(text)
    }

    /// The key of the given name, then of the rest.
    public var sortKey: CollationKey {
        CollationKey(parts: [given, rest])
    }
}
