import RosterValues

/// A roster’s words for relations, each understood once.
struct RelationSpellings: Sendable {
    /// A word's number, 0 for none that is kept.
    typealias Number = Spellings.Number

    // A roster has a dozen; of a column that is something else, the first are enough.
    private static let most = 4096

    private var spellings: Spellings
    private var relations: [Relation?] = [nil]
    private var last: (text: String, number: Number) = ("", 0)

    init(seed: UInt64) { spellings = Spellings(seed: seed, most: Self.most) }

    /// What a word means, and the number that gives it back.
    mutating func relation(_ text: String) -> (relation: Relation?, word: Number) {
        if text.isEmpty { return (nil, 0) }
        if !text.hasSameBytes(as: last.text) {
            guard let number = spellings.number(of: text) else { return (Relation(text), 0) }
            if relations.count == Int(number) { relations.append(Relation(text)) }
            last = (text, number)
        }
        return (relations[Int(last.number)], last.number)
    }

    /// A word by its number; empty for one that is not kept.
    func text(_ number: Number) -> String { spellings.texts[Int(number)] }
}
