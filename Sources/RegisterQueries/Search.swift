import GRDB
import Messages
package import Payload
package import Register
package import struct Register.Record
import VietnameseText

package struct SearchResult: Sendable {
    package enum Count: Sendable, Hashable {
        case exactly(Int)
        /// More than that; counting on would take too long.
        case moreThan(Int)
    }

    /// The cards of each person or venue that was found, the newest first; sorted by their names.
    package var holders: [[RegisteredCard]] = []
    /// How many were found, of whom ``holders`` has the first.
    package var count = Count.exactly(0)
    /// Whether nobody's name has the accents that were written, so that they were left aside.
    package var isWithoutAccents = false
    /// Where nothing was found: how the text fails to be a serial, which it looks like.
    package var serialFault: Serial.ParseError?
    /// Where nothing was found: cards whose serials differ from the text by one character or a swap of two.
    package var similar: [RegisteredCard] = []
}

extension Register.Snapshot {
    // Each takes some microseconds, and the whole has to be done in 50 ms.
    private static let candidateLimit = 2_000
    // Vietnamese has some 150 syllables to a first letter.
    private static let wordLimit = 300

    /// Looks for cards and posters by a serial, a household's code, or words of a name, of which the last may be a
    /// beginning.
    ///
    /// Accents may be left out; where they are written, names that have them hide the others. A serial comes before a
    /// household, a household before names; `limit` is how many people or venues to give at most.
    package func find(_ text: String, limit: Int) throws -> SearchResult {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let serial = try? Serial(parsing: text), let found = try confirmedCard(serial) {
            return try result([found.card.holder], limit: 1)
        }
        let household = try Int64.fetchAll(
            db, sql: "SELECT DISTINCT holder FROM card WHERE household = ? COLLATE NOCASE", arguments: [text])
        if !household.isEmpty {
            // Whoever is there is held to the log, and so is whether the household's index fits its rows.
            _ = try confirmedCards(household: text)
            return try result(household, limit: limit)
        }
        if let query = NameQuery(text) {
            let found = try find(query, limit: limit)
            if !found.holders.isEmpty { return found }
        }
        var result = SearchResult()
        guard let typed = TypedSerial(text) else { return result }
        result.serialFault = typed.fault
        result.similar = try typed.neighbours.compactMap { try card($0) }
        return result
    }

    /// All holders of these numbers, sorted, as far as the limit.
    private func result(_ numbers: [Int64], limit: Int) throws -> SearchResult {
        let holders = try numbers.map { number in
            let cards = try confirmedCards(holder: number).map(\.card)
            guard !cards.isEmpty else { throw DamagedRow.index(of: "cards") }
            return cards.reversed() as [RegisteredCard]
        }
        let sorted = holders.map { (FoundName($0[0].record), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        return SearchResult(holders: Array(sorted.prefix(limit)), count: .exactly(holders.count))
    }

    private func find(_ query: NameQuery, limit: Int) throws -> SearchResult {
        var names = try NameMatches(query, ends: [String(query.last)], limit: Self.candidateLimit, db)
        // Names with the word as it is leave no room for those that begin so.
        if names.chosen.count < limit || names.isWithoutAccents {
            let words = try String.fetchAll(
                db, sql: "SELECT word FROM name_word WHERE word >= ? AND word < ? LIMIT ?",
                arguments: [String(query.last), query.last + "~", Self.wordLimit])
            names = try NameMatches(query, ends: words, limit: Self.candidateLimit, db)
            if words.count == Self.wordLimit { names.isWhole = false }
        }
        var chosen = names.chosen.map { ($0.key, $0.value) }
        if chosen.count > limit {
            chosen = chosen.map { (FoundName($0.1), $0) }.sorted { $0.0 < $1.0 }.prefix(limit).map(\.1)
        }
        var result = try result(chosen.map(\.0), limit: limit)
        result.count = names.isWhole ? .exactly(names.chosen.count) : .moreThan(max(names.chosen.count, limit))
        result.isWithoutAccents = query.hasAccents && names.isWithoutAccents
        return result
    }
}

private struct NameMatches {
    /// Of each holder, the name that was found.
    private(set) var chosen: [Int64: String] = [:]
    /// Whether all that the index has were looked at.
    var isWhole = true
    private(set) var isWithoutAccents = false

    init(_ query: NameQuery, ends: [String], limit: Int, _ db: Database) throws {
        guard !ends.isEmpty else { return }
        var others: [Int64: String] = [:]
        let statement = try db.cachedStatement(
            sql: """
                SELECT card.holder, card.name FROM name_index LEFT JOIN card ON card.id = name_index.rowid
                WHERE name_index MATCH ?
                """)
        let rows = try Row.fetchCursor(statement, arguments: [query.expression(ends: ends)])
        var seen = 0
        while let row = try rows.next() {
            seen += 1
            guard seen <= limit else {
                isWhole = false
                break
            }
            guard let name = try row.decode(String?.self, atIndex: 1), query.fits(name, ends: ends) else {
                throw DamagedRow(
                    en: "the search index does not fit the names", vi: "chỉ mục tìm kiếm không khớp với các tên")
            }
            let holder = try row.decode(Int64.self, atIndex: 0)
            if query.hasItsAccents(name) { chosen[holder] = name } else { others[holder] = name }
        }
        if chosen.isEmpty, !others.isEmpty { (chosen, isWithoutAccents) = (others, true) }
    }
}

/// Where a name stands in a list: by the given name, then the rest, then the birth.
private struct FoundName: Comparable {
    private var key: CollationKey
    private var birth: String

    init(_ name: String, birth: String = "") {
        key = VietnameseName(name).sortKey
        self.birth = birth
    }

    init(_ record: Record?) { self.init(record?.name ?? "", birth: record?.birth ?? "") }

    static func < (one: FoundName, other: FoundName) -> Bool {
        one.key == other.key ? one.birth < other.birth : one.key < other.key
    }
}
