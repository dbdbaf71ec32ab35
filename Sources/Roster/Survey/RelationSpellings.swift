import VietnameseText

/// A roster’s words for relations, each understood once.
struct RelationSpellings: Sendable {
    /// A word's number, 0 for none that is kept.
    typealias Number = UInt16

    // A roster has a dozen; of a column that is something else, the first are enough.
    private static let most = 4096

    private let seed: UInt64
    private var numbers: KeyTable
    private var words: [(text: String, relation: Relation?)] = [("", nil)]
    private var last: (text: String, number: Number) = ("", 0)

    init(seed: UInt64) {
        self.seed = seed
        numbers = KeyTable(seed: seed, isLarge: false)
    }

    /// What a word means, and the number that gives it back.
    mutating func relation(_ text: String) -> (relation: Relation?, word: Number) {
        if text.isEmpty { return (nil, 0) }
        if !ByteText.areSame(text, last.text) {
            var digest = TextDigest(seed: seed)
            digest.add(bytes: text)
            let key = digest.value
            guard let known = numbers.value(of: key) else {
                let relation = Relation(text)
                guard words.count < Self.most else { return (relation, 0) }
                numbers.insert(UInt32(words.count), for: key)
                words.append((text, relation))
                last = (text, Number(words.count - 1))
                return (relation, last.number)
            }
            last = (text, Number(known))
        }
        return (words[Int(last.number)].relation, last.number)
    }

    /// A word by its number; empty for one that is not kept.
    func text(_ number: Number) -> String { words[Int(number)].text }
}
