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

    fileprivate init(valid: Int, expired: Int, revoked: Int) {
        (self.valid, self.expired, self.revoked) = (valid, expired, revoked)
    }

    fileprivate mutating func add(_ other: StateCount) {
        valid += other.valid
        expired += other.expired
        revoked += other.revoked
    }
}

/// What a register holds, counted.
public struct RegisterCount: Sendable, Hashable {
    /// Cards by place, with the people there; places without either are left out.
    public var places: [PlaceCount] = []
    /// Posters by the type of venue; types without any are left out.
    public var posters: [VenueType: StateCount] = [:]

    /// Counts of nothing.
    public init() {}

    fileprivate init(places: [PlaceCount], posters: [VenueType: StateCount]) {
        (self.places, self.posters) = (places, posters)
    }
}

extension Register.Snapshot {
    /// Counts people, cards and posters, with what they are good for at a moment.
    public func count(at clock: Timestamp) throws -> RegisterCount {
        var places: [Int64: PlaceCount] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, commune, hamlet, people, counted FROM place") {
            let place = Place(commune: try row.decode(atIndex: 1), hamlet: try row.decode(atIndex: 2))
            let counted = try row.momentIfAny(atIndex: 4)
            places[try row.decode(Int64.self, atIndex: 0)] = PlaceCount(
                place: place, people: try row.decode(atIndex: 3), counted: counted)
        }
        var posters: [VenueType: StateCount] = [:]
        for row in try states(at: clock) {
            let count = StateCount(
                valid: try row.decode(atIndex: 3), expired: try row.decode(atIndex: 4),
                revoked: try row.decode(atIndex: 5))
            if try row.decode(Int.self, atIndex: 0) == ClaimsKind.card.rawValue {
                places[try row.decode(Int64.self, atIndex: 1)]?.cards.add(count)
            } else if let type = try row.decode(Int?.self, atIndex: 2).flatMap(VenueType.init(rawValue:)) {
                posters[type, default: StateCount()].add(count)
            }
        }
        for row in try reprints() {
            places[try row.decode(Int64.self, atIndex: 0)]?.reprints = try row.decode(atIndex: 1)
        }
        return RegisterCount(
            places: places.sorted { $0.key < $1.key }.map(\.value).filter {
                $0.people != nil || $0.cards != StateCount()
            },
            posters: posters)
    }

    /// Kind, place and type of venue, with what is valid, expired and revoked.
    private func states(at clock: Timestamp) throws -> [Row] {
        // Times and cut-offs are a run's, so that they are looked at once a run and not once a card.
        try Row.fetchAll(
            db,
            sql: """
                SELECT kind, place, venue, sum(iif(cut OR over, 0, cards - revoked)),
                    sum(iif(over AND NOT cut, cards - revoked, 0)), sum(iif(cut, cards, revoked))
                FROM (
                    SELECT kind, place, venue, cards, revoked, expires < ?1 AS over,
                        EXISTS (SELECT 1 FROM cut_off WHERE cut_off.kid = run.kid AND run.clock < moment) AS cut
                    FROM (SELECT place, venue, run, count(*) AS cards, count(revoked) AS revoked
                        FROM card GROUP BY place, venue, run)
                    JOIN run ON run.id = run)
                GROUP BY kind, place, venue
                """, arguments: [clock.secondsSince1970])
    }

    /// How often cards of a place were printed once more.
    private func reprints() throws -> [Row] {
        // They are few among the log's entries, so that the cards are found by them and not the other way round.
        try Row.fetchAll(
            db,
            sql: """
                SELECT card.place, count(*) FROM event CROSS JOIN card ON card.id = event.card
                JOIN run ON run.id = card.run WHERE event.kind = ? AND run.kind = ? GROUP BY card.place
                """, arguments: [Event.Kind.reprinted.rawValue, ClaimsKind.card.rawValue])
    }
}
