import GRDB
public import Payload

extension Register.Snapshot {
    /// The card or poster of a serial; nil where none is registered.
    public func card(_ serial: Serial) throws -> RegisteredCard? { try CardRow.fetch(serial, self)?.card }

    /// All cards of a household, whatever they are good for; codes that differ in case alone are one.
    public func cards(household: String) throws -> [RegisteredCard] {
        try CardRow.fetch(household: household, self).map(\.card)
    }

    /// All cards that a run issued, in the order of its sheets.
    public func cards(issuedIn run: Int) throws -> [RegisteredCard] { try CardRow.fetch(run: run, self).map(\.card) }

    /// The entries of the log that are about a card or poster, or about files that it was printed in, in order.
    public func history(of serial: Serial) throws -> [Event] {
        guard let id = try CardRow.fetch(serial, self)?.id else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT event.id, at, kind, event.run, name, kid, moment, detail
                FROM event LEFT JOIN file ON file.id = event.file WHERE card = ?1
                UNION ALL
                SELECT event.id, at, kind, event.run, name, kid, moment, detail
                FROM print JOIN file ON file.id = print.file JOIN event ON event.file = file.id AND event.kind = 2
                WHERE print.card = ?1
                UNION ALL
                SELECT event.id, at, event.kind, NULL, NULL, event.kid, moment, detail
                FROM card JOIN run ON run.id = card.run JOIN event ON event.kid = run.kid
                WHERE card.id = ?1 AND (
                    event.kind = 7 AND moment > run.clock
                    OR event.kind = 8 AND EXISTS (
                        SELECT 1 FROM event earlier WHERE earlier.kid = run.kid AND earlier.kind = 7
                        AND earlier.moment > run.clock AND earlier.id < event.id))
                ORDER BY 1
                """, arguments: [id]
        ).map { row in
            try entries.confirm(try row.decode(atIndex: 0))
            return try Event(row, serial: serial)
        }
    }

    /// Where a card or poster was printed: the files, pages and positions, the first copy first.
    public func prints(of serial: Serial) throws -> [PrintedPlace] {
        guard let id = try CardRow.fetch(serial, self)?.id else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT file.run, file.name, page, position, print.file FROM print
                LEFT JOIN file ON file.id = print.file WHERE print.card = ? ORDER BY print.file, page, position
                """, arguments: [id]
        ).map {
            try entries.confirm(file: try $0.decode(atIndex: 4))
            return PrintedPlace(
                run: try $0.decode(atIndex: 0), file: try $0.decode(atIndex: 1), page: try $0.decode(atIndex: 2),
                position: try $0.decode(atIndex: 3))
        }
    }

    /// What a run printed on its sheets, in the order of files, pages and positions.
    ///
    /// - Parameters:
    ///   - run: the run's number.
    ///   - file: a file of the run, in which sheets are then counted; nil to count them through all files.
    ///   - sheets: which sheets, from 1; nil for all.
    /// - Returns: Each copy's place, and the card as it is now.
    /// - Throws: `RegisterError.unknownRun`.
    public func printed(
        in run: Int, file: String? = nil, sheets: ClosedRange<Int>? = nil
    ) throws -> [(place: PrintedPlace, card: RegisteredCard)] {
        try confirm(run: run)
        var first = 1
        var result: [(PrintedPlace, RegisteredCard)] = []
        let files = try Row.fetchAll(
            db, sql: "SELECT id, name, sheets FROM file WHERE run = ? ORDER BY id", arguments: [run])
        for row in files {
            let (id, name, count) = (
                try row.decode(Int64.self, atIndex: 0), try row.decode(String.self, atIndex: 1),
                try row.decode(Int.self, atIndex: 2)
            )
            guard 0...(1 << 32) ~= count else { throw DamagedRow(reason: "the file \(name) has \(count) sheets") }
            defer { if file == nil { first += count } }
            guard file == nil || file == name else { continue }
            let pages = (sheets ?? 1...Int.max).clamped(to: 1...Int.max)
            guard pages.upperBound >= first else { continue }
            try entries.confirm(file: id)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT page, position, card FROM print
                    WHERE file = ? AND page BETWEEN ? AND ? ORDER BY page, position
                    """, arguments: [id, max(1, pages.lowerBound - first + 1), pages.upperBound - first + 1])
            for row in rows {
                guard let card = try CardRow.fetch(number: try row.decode(atIndex: 2), self)?.card else {
                    throw DamagedRow(reason: "a card of the file \(name) is not there")
                }
                let place = PrintedPlace(
                    run: run, file: name, page: try row.decode(atIndex: 0), position: try row.decode(atIndex: 1))
                result.append((place, card))
            }
        }
        return result
    }
}

/// Where on paper a card or poster is.
public struct PrintedPlace: Sendable, Hashable {
    /// The run.
    public var run: Int
    /// The name of the file.
    public var file: String
    /// The page, from 1.
    public var page: Int
    /// The position on the page, from 1, row by row.
    public var position: Int
}

extension Event {
    fileprivate init(_ row: Row, serial: Serial?) throws {
        guard let kind = Kind(rawValue: try row.decode(atIndex: 2)) else {
            throw DamagedRow(reason: "entry \(try row.decode(Int64.self, atIndex: 0)) is of no known kind")
        }
        self.init(
            number: try row.decode(atIndex: 0), time: try row.moment(atIndex: 1),
            kind: kind, serial: serial, run: try row.decode(atIndex: 3),
            file: try row.decode(atIndex: 4),
            key: try row.decode(Int64?.self, atIndex: 5) == nil ? nil : try row.key(atIndex: 5),
            moment: try row.momentIfAny(atIndex: 6),
            detail: try row.decode(atIndex: 7))
    }
}
