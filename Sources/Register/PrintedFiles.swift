import Foundation
import GRDB
public import Payload

extension Register.Snapshot {
    /// The SHA-256 of the files of a name, as they were when runs printed them, the first run's first.
    ///
    /// - Parameter name: the file's name, without its folder.
    /// - Returns: 32 bytes each, with the run's number; none where no run printed such a file.
    /// - Throws: `RegisterError.damaged`.
    public func printedFiles(named name: String) throws -> [(run: Int, sha256: [UInt8])] {
        try Row.fetchAll(db, sql: "SELECT run, sha256, id FROM file WHERE name = ? ORDER BY run, id", arguments: [name])
            .map { row in
                try entries.confirm(file: try row.decode(atIndex: 2))
                return (try row.decode(atIndex: 0), Array(try row.decode(Data.self, atIndex: 1)))
            }
    }

    /// Whether a run printed a file of these bytes, under whatever name.
    public func hasPrintedFile(sha256: [UInt8]) throws -> Bool {
        let file = try Int64.fetchOne(db, sql: "SELECT id FROM file WHERE sha256 = ?", arguments: [Data(sha256)])
        if let file { try entries.confirm(file: file) }
        return file != nil
    }

    /// Whether a run of a number began at a time: runs that came from another register may have another number here.
    public func hasRun(_ number: Int, at clock: Timestamp) throws -> Bool {
        let run = try Int64.fetchOne(
            db, sql: "SELECT id FROM run WHERE id = ? AND clock = ?", arguments: [number, clock.secondsSince1970])
        if let run { try entries.confirm(run: run) }
        return run != nil
    }
}
