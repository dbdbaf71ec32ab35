import GRDB

/// Writes the search index of names: the cards of each folded word, and the list of the words.
final class NameIndex {
    private let db: Database
    private let addName, addWord: Statement
    private var known: Set<Substring> = []

    init(_ db: Database) throws {
        self.db = db
        addName = try db.cachedStatement(sql: "INSERT INTO name_index (rowid, name) VALUES (?, ?)")
        addWord = try db.cachedStatement(sql: "INSERT OR IGNORE INTO name_word (word) VALUES (?)")
    }

    /// Adds the name of a card.
    func add(_ name: String, card: Int64) throws {
        let words = SearchWords.words(name)
        addName.setUncheckedArguments([card, words.joined(separator: " ")])
        try addName.execute()
        for word in words where known.insert(word).inserted {
            addWord.setUncheckedArguments([String(word)])
            try addWord.execute()
        }
    }

    /// Removes the name of a card, with its words that no other name has: a rare one would be read off the list.
    func remove(_ name: String, card: Int64) throws {
        try db.execute(
            sql: "INSERT INTO name_index (name_index, rowid, name) VALUES ('delete', ?, ?)",
            arguments: [card, SearchWords.text(name)])
        for word in SearchWords.words(name) {
            known.remove(word)
            try db.execute(
                sql: """
                    DELETE FROM name_word WHERE word = ?
                    AND NOT EXISTS (SELECT 1 FROM name_index WHERE name_index MATCH ?)
                    """, arguments: [String(word), "\"\(word)\""])
        }
    }
}
