import GRDB

/// Compares what the search tables have with what they should have of the cards' names, by sums that no order changes.
///
/// The index keeps no names (its own `integrity-check` has nothing to compare with), so that this is the only way that
/// takes no memory. The sums are no defence against who knows them: these tables decide nothing but what a search finds
/// and whom a roster's correction is offered to.
final class SearchSums {
    private let db: Database
    private var words = UnorderedSum()
    private var namesakes = UnorderedSum()

    init(_ db: Database) { self.db = db }

    /// Takes the name of a card; where its holder has no national ID, with the birth.
    func add(_ name: String, birth: String, holder: Holder?, card: Int64) {
        let folded = SearchWords.words(name)
        for word in Set(folded) { words.add(word.utf8, number: card) }
        if holder?.isWithoutID == true { namesakes.add("\(birth) \(folded.joined(separator: " "))".utf8, number: card) }
    }

    /// Whether the index has exactly the words that were taken, and the list of words those of the index.
    func fit() throws -> Bool {
        try db.execute(
            sql: """
                CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_word USING fts5vocab (main, name_index, instance);
                CREATE VIRTUAL TABLE IF NOT EXISTS temp.listed_word USING fts5vocab (main, name_index, row);
                """)
        var found = UnorderedSum()
        let rows = try Row.fetchCursor(db, sql: "SELECT term, doc FROM temp.indexed_word")
        while let row = try rows.next() {
            found.add(try row.decode(String.self, atIndex: 0).utf8, number: try row.decode(atIndex: 1))
        }
        guard found == words else { return false }
        let strays = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM (
                    SELECT * FROM (SELECT word FROM name_word EXCEPT SELECT term FROM temp.listed_word)
                    UNION ALL SELECT * FROM (SELECT term FROM temp.listed_word EXCEPT SELECT word FROM name_word))
                """)
        return strays == 0
    }

    /// Whether the list of namesakes has exactly those that were taken.
    func namesakesFit() throws -> Bool {
        var found = UnorderedSum()
        let rows = try Row.fetchCursor(db, sql: "SELECT birth, name, card FROM namesake")
        while let row = try rows.next() {
            let (birth, name) = (String.fromDatabaseValue(row[0]), String.fromDatabaseValue(row[1]))
            guard let birth, let name, let card = Int64.fromDatabaseValue(row[2]) else { return false }
            found.add("\(birth) \(name)".utf8, number: card)
        }
        return found == namesakes
    }
}

/// A sum of texts with a number each that is the same in whatever order they come.
private struct UnorderedSum: Equatable {
    private var sum: UInt64 = 0

    /// Adds a text (FNV-1a, then SplitMix64's end).
    mutating func add(_ text: some Sequence<UInt8>, number: Int64) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ UInt64(bitPattern: number)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 30)) &* 0x94D0_49BB_1331_11EB
        sum &+= hash ^ (hash >> 31)
    }
}
