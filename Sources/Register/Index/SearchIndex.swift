import Foundation
package import GRDB
import Payload
import VietnameseText

/// The tables that names are looked for in: the cards of each folded word, the list of the words, and the cards of people
/// without a national ID by name and birth.
package final class SearchIndex {
    private let db: Database
    private let addName, addWord, addNamesake, findNamesakes: Statement
    private var known: Set<Substring> = []

    package init(_ db: Database) throws {
        self.db = db
        addName = try db.cachedStatement(sql: "INSERT INTO name_index (rowid, name) VALUES (?, ?)")
        addWord = try db.cachedStatement(sql: "INSERT OR IGNORE INTO name_word (word) VALUES (?)")
        addNamesake = try db.cachedStatement(sql: "INSERT INTO namesake (birth, name, card) VALUES (?, ?, ?)")
        findNamesakes = try db.cachedStatement(sql: "SELECT card FROM namesake WHERE birth = ? AND name = ?")
    }

    /// Adds a card; where its holder has no national ID, it is found by name and birth too.
    package func add(_ name: String, birth: String, holder: Holder?, card: Int64) throws {
        let words = SearchWords.words(name)
        let text = words.joined(separator: " ")
        addName.setUncheckedArguments([card, text])
        try addName.execute()
        for word in words where known.insert(word).inserted {
            addWord.setUncheckedArguments([String(word)])
            try addWord.execute()
        }
        if let holder, holder.isWithoutID { try add(namesake: text, birth: birth, card: card) }
    }

    private func add(namesake text: String, birth: String, card: Int64) throws {
        addNamesake.setUncheckedArguments([birth, text, card])
        try addNamesake.execute()
    }

    package func fill() throws { try forEachCard { try add($0, birth: $1, holder: $2, card: $3) } }

    func fillNamesakes() throws {
        try forEachCard { name, birth, holder, card in
            guard let holder, holder.isWithoutID else { return }
            try add(namesake: SearchWords.text(name), birth: birth, card: card)
        }
    }

    private func forEachCard(
        _ body: (_ name: String, _ birth: String, _ holder: Holder?, _ card: Int64) throws -> Void
    ) throws {
        let cards = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(CardRow.selection), \(HolderRow.selection) FROM card JOIN holder ON holder.id = card.holder
                WHERE card.name IS NOT NULL ORDER BY card.id
                """)
        while let row = try cards.next() {
            let card = try CardRow(row: row)
            let holder = try HolderRow(row, from: CardRow.columnCount).holder
            try body(card.name ?? "", card.birth ?? "", holder, card.id)
        }
    }

    /// Removes a card, with the words of its name that no other name has: a rare one would be read off the list.
    package func remove(_ name: String, birth: String, card: Int64) throws {
        let text = SearchWords.text(name)
        try db.execute(
            sql: "INSERT INTO name_index (name_index, rowid, name) VALUES ('delete', ?, ?)", arguments: [card, text])
        for word in SearchWords.words(name) {
            known.remove(word)
            try db.execute(
                sql: """
                    DELETE FROM name_word WHERE word = ?
                    AND NOT EXISTS (SELECT 1 FROM name_index WHERE name_index MATCH ?)
                    """, arguments: [String(word), "\"\(word)\""])
        }
        try db.execute(
            sql: "DELETE FROM namesake WHERE birth = ? AND name = ? AND card = ?", arguments: [birth, text, card])
    }

    /// The cards of people without a national ID who were born on a day and are called so; accents and case make no
    /// difference.
    package func namesakes(_ name: String, birth: String) throws -> [Int64] {
        try Int64.fetchAll(findNamesakes, arguments: [birth, SearchWords.text(name)])
    }
}

/// Names as the search index has them: folded words, so that accents and case make no difference.
package enum SearchWords {
    /// The words of a text, `nguyen thi huong` for `Nguyễn Thị Hương`.
    package static func words(_ text: String) -> [Substring] {
        LatinFolding.folded(text).split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    }

    package static func text(_ text: String) -> String { words(text).joined(separator: " ") }
}
