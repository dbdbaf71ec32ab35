import Foundation
import Register
import VietnameseText

/// A name as somebody looks for it: its words in any order, of which the last may be a beginning.
///
/// A word with accents finds names with the same accents before all others; a word without finds any.
struct NameQuery {
    /// More words than a name has narrow no search.
    private static let wordLimit = 12

    private let folded: [Substring]
    private let accented: [Word]

    /// A word that was written with accents.
    private struct Word {
        var key: [UInt8]
        /// The word's letters, where it may be a beginning.
        var beginning: String?
    }

    /// Takes a text apart; nil for one without a word.
    init?(_ text: String) {
        folded = Array(SearchWords.words(text).prefix(Self.wordLimit))
        guard !folded.isEmpty else { return nil }
        let words = Self.words(text.precomposedStringWithCanonicalMapping.lowercased())
        accented = words.enumerated().compactMap { index, word in
            guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
            return Word(key: Self.key(word), beginning: index == words.count - 1 ? word : nil)
        }
    }

    var hasAccents: Bool { !accented.isEmpty }

    /// The last word, which may be a beginning.
    var last: Substring { folded[folded.count - 1] }

    /// What FTS5 is asked, with one of `ends` instead of ``last``; words are quoted, so that none is taken for an
    /// operator.
    func expression(ends: [String]) -> String {
        let others = folded.dropLast().map { "\"\($0)\"" }
        return (others + ["(" + ends.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"]).joined(separator: " AND ")
    }

    /// Whether a name has the words, or ends with one of `ends`, as the index says.
    func fits(_ name: String, ends: [String]) -> Bool {
        let words = Set(SearchWords.words(name))
        return folded.dropLast().allSatisfy(words.contains) && ends.contains { words.contains(Substring($0)) }
    }

    /// Whether a name, which the index has found, has the accents that were written.
    func hasItsAccents(_ name: String) -> Bool {
        guard hasAccents else { return true }
        let words = Self.words(name)
        let keys = words.map(Self.key)
        return accented.allSatisfy { word in
            keys.contains(word.key)
                || word.beginning.map { start in words.contains { $0.lowercased().hasPrefix(start) } } ?? false
        }
    }

    private static func words(_ text: String) -> [String] {
        text.utf8.split {
            $0 < 0x30 || ($0 > 0x39 && $0 < 0x41) || ($0 > 0x5A && $0 < 0x61) || ($0 > 0x7A && $0 < 0x80)
        }
        .compactMap { String($0) }
    }

    private static func key(_ word: String) -> [UInt8] {
        var key: [UInt8] = []
        ToneKey.append(word, to: &key)
        return key
    }
}
