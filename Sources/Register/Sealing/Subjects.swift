import Foundation
import GRDB
import Payload

/// What entries vouch for in the tables of runs and files, as those stand now.
final class Subjects {
    private let db: Database
    private let key: RegisterKey

    init(db: Database, key: RegisterKey) { (self.db, self.key) = (db, key) }

    private static let file = "SELECT run, name, sheets, sha256 FROM file WHERE id = ?"
    private static let prints = "SELECT page, position, card FROM print WHERE file = ? ORDER BY page, position"
    private static let run = """
        SELECT command, kind, roster, input, template, kid, algorithm, unit, name_form, clock, expires, folder, rows,
            printed
        FROM run WHERE id = ?
        """

    /// The run of an entry; nil where it is not there as Mocban writes it.
    func run(of entry: LogEntry) throws -> [UInt8]? {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.run), arguments: [entry.run]),
            let (run, printed) = Run.sealed(row)
        else {
            return nil
        }
        return Seal.run(run, printed: printed)
    }

    /// The file of an entry with all that is on its pages; nil where it is not there as Mocban writes it.
    func file(of entry: LogEntry) throws -> [UInt8]? {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.file), arguments: [entry.file]),
            let run = Int64.fromDatabaseValue(row[0]), run == entry.run,
            let name = String.fromDatabaseValue(row[1]), let sheets = Int64.fromDatabaseValue(row[2]),
            let sha256 = Data.fromDatabaseValue(row[3])
        else { return nil }
        var digest = Seal.Prints()
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.prints), arguments: [entry.file])
        while let row = try rows.next() {
            guard let page = Int64.fromDatabaseValue(row[0]), let position = Int64.fromDatabaseValue(row[1]),
                let card = Int64.fromDatabaseValue(row[2])
            else { return nil }
            digest.add(page: page, position: position, card: card)
        }
        return Seal.file(name: name, sheets: sheets, sha256: Array(sha256), prints: digest.digest(key))
    }
}

extension Run {
    /// A run as its entry in the log vouches for it; nil where a column is not as Mocban writes it.
    fileprivate static func sealed(_ row: Row) -> (Run, printed: Int64)? {
        func number(_ index: Int) -> Int64? { Int64.fromDatabaseValue(row[index]) }
        func text(_ index: Int) -> String? { String.fromDatabaseValue(row[index]) }
        guard let command = text(0), let kind = number(1).flatMap({ ClaimsKind(rawValue: .init(clamping: $0)) }),
            let roster = text(2), let template = text(4), let kid = number(5), let shortKID = UInt32(exactly: kid),
            let algorithm = text(6).flatMap(Algorithm.init(rawValue:)), let unit = number(7),
            let nameForm = text(8).flatMap(NameForm.init(rawValue:)), let clock = number(9), let expires = number(10),
            let folder = text(11), let rows = number(12), let printed = number(13)
        else { return nil }
        let run = Run(
            command: command, kind: kind, roster: roster, input: Data.fromDatabaseValue(row[3]).map(Array.init),
            template: template, key: KeyID(rawValue: shortKID), algorithm: algorithm,
            unit: UnitCode(rawValue: UInt64(bitPattern: unit)), nameForm: nameForm,
            clock: Timestamp(secondsSince1970: clock), expires: Timestamp(secondsSince1970: expires), folder: folder,
            rows: Int(rows))
        return (run, printed)
    }
}
