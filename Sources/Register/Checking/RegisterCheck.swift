import Foundation
import GRDB
import Messages
package import Payload

/// What a check of a whole register found.
package struct RegisterCheck: Sendable, Hashable {
    package var entries, cards: Int
    /// The first hundred faults, in the order in which the check meets them.
    package var faults: [RegisterFault]
    package var faultCount: Int

    package var isGood: Bool { faultCount == 0 }
}

package final class FaultList {
    static let limit = 100

    private(set) var first: [RegisterFault] = []
    private(set) var count = 0

    func add(_ fault: RegisterFault) {
        count += 1
        if first.count < Self.limit { first.append(fault) }
    }
}

extension Register {
    /// Checks the file with its indexes, each entry of the log, every table against it, and it against ends kept
    /// elsewhere.
    ///
    /// Memory does not grow with the register. An older copy of the whole register has no fault by itself: what is kept
    /// elsewhere tells. Throws `RegisterError.damaged` where SQLite cannot read the file.
    package func check(against codes: [LogHead.Code] = []) throws -> RegisterCheck {
        try naming {
            // Read before the view is taken, so that it is of the same time or older.
            let kept = head.map { head in Result { () throws(RegisterError) in try head.read(key: key) } }
            return try checking { snapshot in
                try snapshot.check { faults in
                    if let kept, let head { try snapshot.checkEnd(kept, in: head, faults) }
                    for code in codes { try snapshot.checkEnd(code, faults) }
                }
            }
        }
    }

    /// Gives `body` a view that was checked whole, as for what leaves the office; throws the first fault as `damaged`.
    package func readingWhole<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try naming {
            let known = try knownHead()
            return try checking { snapshot in
                try snapshot.confirmWhole()
                if let known { try snapshot.log.confirm(known) }
                return try body(snapshot)
            }
        }
    }

    /// Gives `body` a view in which the check may keep tables of its own.
    private func checking<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try queue.inDatabase { db in
            var result: Result?
            try db.inTransaction(.deferred) {
                result = try body(Snapshot(db, key))
                return .commit
            }
            guard let result else { preconditionFailure("what does not throw has a result") }
            return result
        }
    }
}

extension Register.Snapshot {
    /// Checks everything, as `Register.check` does; throws what that finds first.
    package func confirmWhole() throws { if let fault = try check().faults.first { throw DamagedRow(fault.message) } }

    /// Checks a register of any schema; `others` adds faults at the end.
    package func check(others: (FaultList) throws -> Void = { _ in }) throws -> RegisterCheck {
        let faults = FaultList()
        try checkStructure(faults)
        let schema = try String.fetchOne(db, sql: "SELECT max(identifier) FROM grdb_migrations") ?? ""
        try checkSchema(schema, faults)
        var walk = LogCheck(snapshot: self, faults: faults)
        try walk.run()
        try walk.checkTables()
        let search = SearchSums(db)
        let cards = try checkCards(faults, search: search)
        if try !search.fit() { faults.add(.nameIndex) }
        if try schema > "1" && !search.namesakesFit() { faults.add(.namesakes) }
        if try isSealed { try checkState(at: walk.end, faults) }
        try others(faults)
        return RegisterCheck(entries: walk.entries, cards: cards, faults: faults.first, faultCount: faults.count)
    }

    /// Whether the register's schema has seals on what no entry vouches for.
    private var isSealed: Bool {
        get throws {
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'state')") ?? false
        }
    }

    /// Compares every index with its table, and values with the tables' rules.
    private func checkStructure(_ faults: FaultList) throws {
        // In these words SQLite says that a row and an index disagree, or that a value breaks a rule; all else is damage.
        let disagreements = [
            "missing from index", "wrong # of entries", "non-unique entry", "constraint failed", "value in",
        ]
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where line != "ok" {
            guard disagreements.contains(where: line.contains) else { throw DamagedRow(Message(verbatim: line)) }
            faults.add(.structure(line))
        }
    }

    /// Holds the tables to what Mocban makes: a trigger could undo what is registered.
    private func checkSchema(_ schema: String, _ faults: FaultList) throws {
        let expected = try Self.expectedParts.get()[schema] ?? []
        let found = try Self.parts(db)
        for part in expected.symmetricDifference(found).map(\.name).sorted().uniqued() { faults.add(.schema(part)) }
    }

    private static let expectedParts = Result {
        let model = try DatabaseQueue()
        var expected: [String: Set<Part>] = [:]
        for schema in Schema.migrator().migrations {
            try Schema.migrator().migrate(model, upTo: schema)
            expected[schema] = try model.read(parts)
        }
        return expected
    }

    /// Holds what no entry vouches for to its seal, at the log's end as it was walked to.
    private func checkState(at end: LogHead, _ faults: FaultList) throws {
        do {
            if try !RegisterState(db).fits(end, db, key) { faults.add(.state) }
        } catch is DamagedRow { faults.add(.state) } catch is RowDecodingError { faults.add(.state) }
    }

    /// Adds what the end of the log that is kept beside the register says.
    fileprivate func checkEnd(_ kept: Result<LogHead?, RegisterError>, in file: HeadFile, _ faults: FaultList) throws {
        switch kept {
        case .success(let known?): if let reason = try log.contradiction(of: known) { faults.add(.head(reason)) }
        case .success(nil) where try !isSealed: break
        case .success(nil):
            faults.add(
                .head(
                    Message(
                        en: "\(file.path), which keeps the newest end of its log, is not there",
                        vi: "không có \(file.path), nơi giữ điểm cuối mới nhất của nhật ký sổ")))
        case .failure:
            faults.add(
                .head(
                    Message(
                        en: "\(file.path), which keeps the newest end of its log, was changed",
                        vi: "\(file.path), nơi giữ điểm cuối mới nhất của nhật ký sổ, đã bị sửa")))
        }
    }

    fileprivate func checkEnd(_ code: LogHead.Code, _ faults: FaultList) throws {
        let last = try lastEntry
        guard code.entry <= last else {
            return faults.add(
                .head(
                    Message(
                        en: "its log ends with entry \(last), and had entry \(code.entry) when \(code) was printed",
                        vi: "nhật ký sổ kết thúc ở mục \(last), mà khi in mã \(code) đã có mục \(code.entry)")))
        }
        guard let mac = try log.mac(of: code.entry) else {
            return faults.add(.head(Message(en: "entry \(code.entry) is not there", vi: "không có mục \(code.entry)")))
        }
        let found = LogHead(at: code.entry, mac: mac).code
        if found != code {
            faults.add(
                .head(
                    Message(
                        en: "entry \(code.entry) of its log is \(found), not \(code)",
                        vi: "mục \(code.entry) của nhật ký sổ là \(found), không phải \(code)")))
        }
    }

    private struct Part: Hashable, Decodable, FetchableRecord {
        var type, name: String
        var sql: String?
    }

    private static func parts(_ db: Database) throws -> Set<Part> {
        try Part.fetchSet(db, sql: "SELECT type, name, sql FROM main.sqlite_schema")
    }
}

extension [String] {
    fileprivate func uniqued() -> [String] { reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}
