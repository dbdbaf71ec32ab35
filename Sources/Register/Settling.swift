import GRDB
public import Payload

/// A run whose files may not all have their names yet.
public struct UnsettledRun: Sendable, Hashable {
    /// Its number.
    public var number: Int
    /// The folder that its files belong in, as an absolute path.
    public var folder: String
}

extension Register.Snapshot {
    /// Runs that were stopped between their registration and their last file's name.
    public var unsettledRuns: [UnsettledRun] {
        get throws {
            try Row.fetchAll(db, sql: "SELECT id, folder FROM run WHERE settled = 0 ORDER BY id").map { row in
                let number = try row.decode(Int64.self, atIndex: 0)
                try entries.confirm(run: number)
                guard try !isSettled(number) else { throw DamagedRow(reason: "run \(number) is not as the log has it") }
                return UnsettledRun(number: Int(number), folder: try row.decode(atIndex: 1))
            }
        }
    }

    /// Whether the log says that all files of a run have their names.
    private func isSettled(_ run: Int64) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = 12 AND run = ? AND detail = ?)")
        return try Bool.fetchOne(statement, arguments: [run, LogEntry.settled]) ?? false
    }

    /// The number that the next run gets.
    public var nextRun: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM run") ?? 1 }
    }

    /// The folder that a run's files belong in, as an absolute path; nil where there is no run of the number.
    public func folder(ofRun number: Int) throws -> String? {
        let folder = try String.fetchOne(db, sql: "SELECT folder FROM run WHERE id = ?", arguments: [number])
        if folder != nil { try entries.confirm(run: Int64(number)) }
        return folder
    }

    /// Throws `RegisterError.unknownRun` where there is no run of a number.
    func confirm(run number: Int) throws {
        guard try folder(ofRun: number) != nil else { throw RegisterError.unknownRun(number) }
    }

    /// The end of the log as a text, which differs whenever anything was changed.
    public var head: String {
        get throws { try head(at: lastEntry) ?? "0" }
    }

    /// The end that the log had after an entry; nil where there is none of the number.
    func head(at entry: Int) throws -> String? {
        try String.fetchOne(db, sql: "SELECT id || '-' || hex(mac) FROM event WHERE id = ?", arguments: [entry])
    }

    /// The time of the log's last entry.
    public var lastTime: Timestamp? {
        get throws {
            try Row.fetchOne(db, sql: "SELECT at FROM event ORDER BY id DESC LIMIT 1")?.moment(atIndex: 0)
        }
    }
}
