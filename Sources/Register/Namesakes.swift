import Foundation
import GRDB
import Payload

/// Finds cards of people without a national ID by name and birth.
final class Namesakes {
    private let addCard, removeCard, findCards: Statement

    init(_ db: Database) throws {
        addCard = try db.cachedStatement(sql: "INSERT INTO namesake (birth, name, card) VALUES (?, ?, ?)")
        removeCard = try db.cachedStatement(sql: "DELETE FROM namesake WHERE birth = ? AND name = ? AND card = ?")
        findCards = try db.cachedStatement(sql: "SELECT card FROM namesake WHERE birth = ? AND name = ?")
    }

    /// Adds a card; one of somebody with a national ID is left out.
    func add(_ name: String, birth: String, holder: Holder, card: Int64) throws {
        guard holder.isWithoutID else { return }
        try addCard.execute(arguments: [birth, SearchWords.text(name), card])
    }

    /// Removes a card, where it is there.
    func remove(_ name: String, birth: String, card: Int64) throws {
        try removeCard.execute(arguments: [birth, SearchWords.text(name), card])
    }

    /// The cards of people who were born on a day and are called so; accents and case make no difference.
    func cards(_ name: String, birth: String) throws -> [Int64] {
        try Int64.fetchAll(findCards, arguments: [birth, SearchWords.text(name)])
    }
}
