import GRDB

/// What a check of a whole register found.
public struct RegisterCheck: Sendable, Hashable {
    /// Entries of the log.
    public var entries: Int
    /// Cards and posters.
    public var cards: Int
    /// The first hundred faults, in the order in which the check meets them.
    public var faults: [RegisterFault]
    /// All faults.
    public var faultCount: Int

    /// Whether nothing is at fault.
    public var isGood: Bool { faultCount == 0 }
}

/// Faults as they are found: the first ones, and how many.
final class FaultList {
    private(set) var first: [RegisterFault] = []
    private(set) var count = 0

    func add(_ fault: RegisterFault) {
        count += 1
        if first.count < 100 { first.append(fault) }
    }
}

extension Register {
    /// Checks everything: the file, the log entry by entry, and every table against the log.
    ///
    /// Memory does not grow with the register. An older copy of the whole register has no fault: only another copy tells.
    ///
    /// - Returns: What was found.
    /// - Throws: `RegisterError.damaged` where SQLite cannot read the file.
    public func check() throws -> RegisterCheck {
        try naming {
            try queue.inDatabase { db in
                var result: RegisterCheck?
                try db.inTransaction(.deferred) {
                    result = try Snapshot(db: db, key: key).check(path: path)
                    return .commit
                }
                guard let result else { preconditionFailure("a check that does not throw has a result") }
                return result
            }
        }
    }
}

extension Register.Snapshot {
    func check(path: String) throws -> RegisterCheck {
        let state = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard state == "ok" else { throw RegisterError.damaged(path: path, reason: state) }
        let faults = FaultList()
        try checkSchema(faults)
        var log = LogCheck(snapshot: self, faults: faults)
        try log.run()
        try log.checkTables()
        let search = SearchTables(db)
        let cards = try checkCards(faults, search: search)
        if try !search.fit() { faults.add(.nameIndex) }
        if try !search.namesakesFit() { faults.add(.namesakes) }
        return RegisterCheck(entries: log.entries, cards: cards, faults: faults.first, faultCount: faults.count)
    }

    /// Holds the tables to what Mocban makes: a trigger could undo what is registered.
    private func checkSchema(_ faults: FaultList) throws {
        let expected = try Self.expectedParts.get()
        let found = try Self.parts(db)
        for part in expected.symmetricDifference(found).map(\.name).sorted().uniqued() { faults.add(.schema(part)) }
    }

    private static let expectedParts = Result {
        let model = try DatabaseQueue()
        try Schema.migrator.migrate(model)
        return try model.read(parts)
    }

    private struct Part: Hashable {
        var type, name: String
        var sql: String?
    }

    private static func parts(_ db: Database) throws -> Set<Part> {
        let rows = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM main.sqlite_schema")
        return try Set(
            rows.map {
                Part(
                    type: try $0.decode(atIndex: 0), name: try $0.decode(atIndex: 1), sql: try $0.decode(atIndex: 2))
            })
    }
}

extension [String] {
    /// The texts without repetitions of the one before.
    fileprivate func uniqued() -> [String] { reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}
