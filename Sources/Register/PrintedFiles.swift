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
        try Row.fetchAll(db, sql: "SELECT run, sha256 FROM file WHERE name = ? ORDER BY run, id", arguments: [name])
            .map { (try $0.decode(atIndex: 0), Array(try $0.decode(Data.self, atIndex: 1))) }
    }

    /// Whether a run printed a file of these bytes, under whatever name.
    public func hasPrintedFile(sha256: [UInt8]) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE sha256 = ?)", arguments: [Data(sha256)]) == true
    }

    /// Whether a run of a number began at a time: runs that came from another register may have another number here.
    public func hasRun(_ number: Int, at clock: Timestamp) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE id = ? AND clock = ?)",
            arguments: [number, clock.secondsSince1970]) == true
    }
}
