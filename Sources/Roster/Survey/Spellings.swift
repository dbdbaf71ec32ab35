/// The different spellings of a column with few of them, each kept once.
struct Spellings: Sendable {
    /// A spelling's number; 0 is the empty one.
    typealias Number = UInt16

    /// The spellings that are kept; a country has fewer communes, and a province fewer hamlets.
    ///
    /// A column with more is no column of places.
    static let most = Int(UInt16.max)

    private let seed: UInt64
    private var numbers: KeyTable
    private(set) var texts = [""]

    init(seed: UInt64) {
        self.seed = seed
        numbers = KeyTable(seed: seed, isLarge: false)
    }

    /// A text's number; none for a new one when there are too many.
    mutating func number(of text: String) -> Number? {
        if text.isEmpty { return 0 }
        var digest = TextDigest(seed: seed)
        digest.add(bytes: text)
        let key = digest.value
        if let known = numbers.value(of: key) { return Number(known) }
        guard texts.count < Self.most else { return nil }
        numbers.insert(UInt32(texts.count), for: key)
        texts.append(text)
        return Number(texts.count - 1)
    }
}
