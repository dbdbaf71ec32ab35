/// A person's name, family name first, taken apart for sorting and matching.
package struct VietnameseName: Hashable, Sendable {
    package let text: String

    /// Makes a name of clean text: single spaces, none at the ends.
    package init(_ text: String) { self.text = text }

    /// The last word, by which Vietnamese people are called and lists are sorted.
    package var given: String {
        text.utf8.lastIndex(of: 0x20).map { String(text[text.utf8.index(after: $0)...]) } ?? text
    }

    /// The family and middle names; empty for a name of one word.
    package var rest: String { text.utf8.lastIndex(of: 0x20).map { String(text[..<$0]) } ?? "" }

    /// The key of the given name, then of the rest.
    package var sortKey: CollationKey { CollationKey(parts: [given, rest]) }
}
