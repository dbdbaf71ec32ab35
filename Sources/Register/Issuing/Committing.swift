import GRDB
import Messages
import Payload

/// A run whose files may not all have their names yet.
package struct UncommittedRun: Sendable, Hashable {
    package var number: Int
    /// The folder that its files belong in, as an absolute path.
    package var folder: String
}

extension Register.Snapshot {
    /// Runs that were stopped between their registration and their last file's name.
    package var uncommittedRuns: [UncommittedRun] {
        get throws {
            try Int64.fetchAll(db, sql: "SELECT id FROM run WHERE settled = 0 ORDER BY id").map { number in
                let run = try log.confirm(run: number)
                guard try !isCommitted(number) else {
                    throw DamagedRow(
                        en: "run \(number) is not as the log has it", vi: "đợt in \(number) không đúng với nhật ký sổ")
                }
                return UncommittedRun(number: Int(number), folder: run.folder)
            }
        }
    }

    private func isCommitted(_ run: Int64) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = 12 AND run = ? AND detail = ?)")
        return try Bool.fetchOne(statement, arguments: [run, LogEntry.committed]) ?? false
    }

    package var nextRun: Int {
        get throws { try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM run") ?? 1 }
    }

    /// The folder that a run's files belong in, as an absolute path; nil where there is no run of the number.
    package func folder(ofRun number: Int) throws -> String? {
        let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [number]) != nil
        return isThere ? try log.confirm(run: Int64(number)).folder : nil
    }

    /// Throws `RegisterError.unknownRun` where there is no run of a number.
    func confirm(run number: Int) throws {
        guard try folder(ofRun: number) != nil else { throw RegisterError.unknownRun(number) }
    }
}

extension Register.Transaction {
    /// Notes that all files of a run have their names.
    package func commit(_ run: Int) throws {
        let sql = "SELECT clock FROM run WHERE id = ? AND settled = 0"
        guard let clock = try Timestamp.fetchOne(db, sql: sql, arguments: [run]) else { return }
        try log.add(LogEntry(.ran, clock, run: Int64(run), detail: LogEntry.committed))
        try db.execute(sql: "UPDATE run SET settled = 1 WHERE id = ?", arguments: [run])
    }
}
