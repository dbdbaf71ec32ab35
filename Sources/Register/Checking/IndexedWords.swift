import GRDB

/// Compares the words of names that the search index has with those that it should have, by sums that no order changes.
///
/// The index keeps no names (its own `integrity-check` has nothing to compare with), so that this is the only way that
/// takes no memory. The sums are no defence against who knows them: the index decides nothing but what a search finds.
final class IndexedWords {
    private let db: Database
    private var sum: UInt64 = 0

    init(_ db: Database) { self.db = db }

    /// Takes the name of a card.
    func add(_ name: String, card: Int64) {
        for word in Set(SearchWords.words(name)) { sum &+= Self.weight(word.utf8, card) }
    }

    /// Whether the index has exactly the words that were taken.
    func fit() throws -> Bool {
        try db.execute(
            sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_word USING fts5vocab (main, name_index, instance)")
        var found: UInt64 = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT term, doc FROM temp.indexed_word")
        while let row = try rows.next() {
            found &+= Self.weight(try row.decode(String.self, atIndex: 0).utf8, try row.decode(atIndex: 1))
        }
        return found == sum
    }

    /// A number for a word of a card (FNV-1a, then SplitMix64's end).
    private static func weight(_ word: some Sequence<UInt8>, _ card: Int64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(bitPattern: card)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 30)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
