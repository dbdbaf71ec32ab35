import Files

/// The different spellings of a column with few of them, each kept once.
struct Spellings: Sendable {
    /// A spelling's number; 0 is the empty one.
    typealias Number = UInt16

    private let seed: UInt64
    private let most: Int
    private var numbers: KeyTable
    private(set) var texts = [""]

    /// Keeps so many spellings, the empty one counted.
    ///
    /// A country has fewer communes than 65,535, and a province fewer hamlets: a column with more is no column of
    /// localities.
    init(seed: UInt64, most: Int = Int(UInt16.max)) {
        (self.seed, self.most) = (seed, most)
        numbers = KeyTable(seed: seed, isLarge: false)
    }

    /// A text's number; none for a new one when there are too many.
    mutating func number(of text: String) -> Number? {
        if text.isEmpty { return 0 }
        let key = TextDigest.value(of: text, seed: seed)
        if let known = numbers.value(of: key) { return Number(known) }
        guard texts.count < most else { return nil }
        numbers.insert(UInt32(texts.count), for: key)
        texts.append(text)
        return Number(texts.count - 1)
    }
}
