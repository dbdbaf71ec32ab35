import Foundation
import GRDB
package import Payload

extension Register.Snapshot {
    /// The SHA-256 of the files of a name, as they were when runs printed them, the first run's first.
    ///
    /// - Parameter name: the file's name, without its folder.
    /// - Returns: 32 bytes each, with the run's number; none where no run printed such a file.
    /// - Throws: `RegisterError.damaged`.
    package func printedFiles(named name: String) throws -> [(run: Int, sha256: [UInt8])] {
        let sql = "SELECT \(FileRow.selection) FROM file WHERE name = ? ORDER BY run, id"
        return try FileRow.fetchAll(db, sql: sql, arguments: [name]).map { file in
            try log.confirm(file: file.id)
            return (Int(file.run), Array(file.sha256))
        }
    }

    /// Whether a run printed a file of these bytes, under whatever name.
    package func hasPrintedFile(sha256: [UInt8]) throws -> Bool {
        let file = try Int64.fetchOne(db, sql: "SELECT id FROM file WHERE sha256 = ?", arguments: [Data(sha256)])
        if let file { try log.confirm(file: file) }
        return file != nil
    }

    /// Whether a run of a number began at a time: runs that came from another register may have another number here.
    package func hasRun(_ number: Int, at clock: Timestamp) throws -> Bool {
        let run = try Int64.fetchOne(
            db, sql: "SELECT id FROM run WHERE id = ? AND clock = ?", arguments: [number, clock])
        if let run { try log.confirm(run: run) }
        return run != nil
    }
}
