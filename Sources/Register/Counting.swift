import GRDB
public import Payload

/// People and cards of a place, counted in a register.
public struct PlaceCount: Sendable, Hashable {
    /// The place.
    public var place: Place
    /// People whom the last roster that named the place had there; nil where none was read.
    public var people: Int?
    /// When that roster was read.
    public var counted: Timestamp?
    /// Cards by what they are good for.
    public var cards = StateCount()
    /// Times that a card was printed once more.
    public var reprints = 0
}

/// Cards or posters by what they are good for, as ``RegisteredCard/state(at:)`` has it.
public struct StateCount: Sendable, Hashable {
    /// Those that are good.
    public var valid = 0
    /// Those whose time is over, and that were not revoked.
    public var expired = 0
    /// Those that were revoked, by their serial or by their key.
    public var revoked = 0

    /// Counts of nothing.
    public init() {}
}

extension Register.Snapshot {
    /// Cards by place, with the people there; places without either are left out.
    public func cardCounts(at clock: Timestamp) throws -> [PlaceCount] {
        var counts: [Int64: PlaceCount] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, commune, hamlet, people, counted FROM place") {
            let place = Place(commune: row[1], hamlet: row[2])
            counts[row[0]] = PlaceCount(
                place: place, people: row[3], counted: (row[4] as Int64?).map(Timestamp.init(secondsSince1970:)))
        }
        for row in try states(of: .card, by: "place", at: clock) { counts[row.group]?.cards = row.count }
        // Reprints are few, and cards found by their number.
        let reprints = try Row.fetchAll(
            db,
            sql: """
                SELECT card.place, count(*) FROM event CROSS JOIN card ON card.id = event.card
                JOIN run ON run.id = card.run WHERE event.kind = ? AND run.kind = ? GROUP BY card.place
                """, arguments: [Event.Kind.reprinted.rawValue, ClaimsKind.card.rawValue])
        for row in reprints { counts[row[0]]?.reprints = row[1] }
        return counts.sorted { $0.key < $1.key }.map(\.value).filter { $0.people != nil || $0.cards != StateCount() }
    }

    /// Posters by the type of venue.
    public func posterCounts(at clock: Timestamp) throws -> [VenueType: StateCount] {
        var counts: [VenueType: StateCount] = [:]
        for row in try states(of: .venue, by: "venue", at: clock) {
            if let type = VenueType(rawValue: Int(row.group)) { counts[type] = row.count }
        }
        return counts
    }

    /// Counts what a kind's cards are good for, by a column of theirs.
    private func states(
        of kind: ClaimsKind, by column: String, at clock: Timestamp
    ) throws -> [(group: Int64, count: StateCount)] {
        // Times and cut-offs are a run's, so that they are looked at once a run and not once a card.
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT part, sum(iif(cut, 0, iif(over, 0, cards - revoked))), sum(iif(cut, 0, iif(over, cards - revoked, 0))),
                    sum(iif(cut, cards, revoked))
                FROM (
                    SELECT part, cards, revoked, expires < ?1 AS over,
                        EXISTS (SELECT 1 FROM cut_off WHERE cut_off.kid = run.kid AND run.clock < moment) AS cut
                    FROM (SELECT \(column) AS part, run, count(*) AS cards, count(revoked) AS revoked
                        FROM card GROUP BY \(column), run)
                    JOIN run ON run.id = run WHERE kind = ?2)
                GROUP BY part
                """, arguments: [clock.secondsSince1970, kind.rawValue])
        return rows.compactMap { row in
            guard let group = row[0] as Int64? else { return nil }
            var count = StateCount()
            (count.valid, count.expired, count.revoked) = (row[1], row[2], row[3])
            return (group, count)
        }
    }
}
