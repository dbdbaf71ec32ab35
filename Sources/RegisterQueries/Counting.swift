import GRDB
package import Payload
package import Register

package struct LocalityCount: Sendable, Hashable {
    package var locality: Locality
    /// People whom the last roster that named the locality had there; nil where none was read.
    package var people: Int?
    package var counted: Timestamp?
    package var cards = StateCount()
    /// Times that a card was printed once more.
    package var reprints = 0
}

/// Cards or posters by what they are good for, as ``RegisteredCard/state(at:)`` has it.
package struct StateCount: Sendable, Hashable {
    package var valid = 0
    /// Those whose time is over, and that were not revoked.
    package var expired = 0
    /// Those that were revoked, by their serial or by their key.
    package var revoked = 0

    fileprivate mutating func add(_ row: CountedCards) {
        valid += row.valid
        expired += row.expired
        revoked += row.revoked
    }
}

package struct RegisterCount: Sendable, Hashable {
    /// Cards by locality, with the people there; localities without either are left out.
    package var localities: [LocalityCount] = []
    /// Posters by the type of venue; types without any are left out.
    package var posters: [VenueType: StateCount] = [:]
}

extension Register.Snapshot {
    package func count(at clock: Timestamp) throws -> RegisterCount {
        var localities: [Int64: LocalityCount] = [:]
        for row in try LocalityRow.all(db, "") {
            localities[row.id ?? 0] = LocalityCount(locality: row.locality, people: row.people, counted: row.counted)
        }
        var posters: [VenueType: StateCount] = [:]
        for row in try states(at: clock) {
            if row.kind == .card {
                localities[row.locality]?.cards.add(row)
            } else if let type = row.venue.flatMap(VenueType.init(rawValue:)) {
                posters[type, default: StateCount()].add(row)
            }
        }
        for row in try reprints() {
            localities[try row.decode(Int64.self, atIndex: 0)]?.reprints = try row.decode(atIndex: 1)
        }
        return RegisterCount(
            localities: localities.sorted { $0.key < $1.key }.map(\.value).filter {
                $0.people != nil || $0.cards != StateCount()
            },
            posters: posters)
    }

    private func states(at clock: Timestamp) throws -> [CountedCards] {
        // Times and cut-offs are a run's, so that they are looked at once a run and not once a card.
        try CountedCards.fetchAll(
            db,
            sql: """
                SELECT kind, place AS locality, venue, sum(iif(cut OR over, 0, cards - revoked)) AS valid,
                    sum(iif(over AND NOT cut, cards - revoked, 0)) AS expired, sum(iif(cut, cards, revoked)) AS revoked
                FROM (
                    SELECT kind, place, venue, cards, revoked, expires < ?1 AS over,
                        EXISTS (SELECT 1 FROM cut_off WHERE cut_off.kid = run.kid AND run.clock < moment) AS cut
                    FROM (SELECT place, venue, run, count(*) AS cards, count(revoked) AS revoked
                        FROM card GROUP BY place, venue, run)
                    JOIN run ON run.id = run)
                GROUP BY kind, place, venue
                """, arguments: [clock])
    }

    private func reprints() throws -> [Row] {
        // They are few among the log's entries, so that the cards are found by them and not the other way round.
        try Row.fetchAll(
            db,
            sql: """
                SELECT card.place, count(*) FROM event CROSS JOIN card ON card.id = event.card
                JOIN run ON run.id = card.run WHERE event.kind = ? AND run.kind = ? GROUP BY card.place
                """, arguments: [Event.Kind.reprinted, ClaimsKind.card])
    }
}

/// Cards of a kind, a locality and a type of venue, by what they are good for.
private struct CountedCards: Decodable, FetchableRecord {
    var kind: ClaimsKind
    var locality: Int64
    var venue: Int?
    var valid, expired, revoked: Int
}
