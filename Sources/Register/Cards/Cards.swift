import Foundation
import GRDB
import Messages
package import Payload

extension Register.Snapshot {
    package func card(_ serial: Serial) throws -> RegisteredCard? { try confirmedCard(serial)?.card }

    /// All cards of a household, whatever they are good for; codes that differ in case alone are one.
    package func cards(household: String) throws -> [RegisteredCard] {
        try confirmedCards(household: household).map(\.card)
    }

    /// All cards that a run issued, in the order of its sheets.
    package func cards(issuedIn run: Int) throws -> [RegisteredCard] { try confirmedCards(run: run).map(\.card) }

    /// The entries of the log that are about a card or poster, or about files that it was printed in, in order.
    package func history(of serial: Serial) throws -> [Event] {
        guard let id = try confirmedCard(serial)?.row.id else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(EventRow.selection), file.name FROM event LEFT JOIN file ON file.id = event.file
                WHERE event.card = ?1
                UNION ALL
                SELECT \(EventRow.selection), file.name
                FROM print JOIN file ON file.id = print.file JOIN event ON event.file = file.id AND event.kind = 2
                WHERE print.card = ?1
                UNION ALL
                SELECT \(EventRow.selection), NULL
                FROM card JOIN run ON run.id = card.run JOIN event ON event.kid = run.kid
                WHERE card.id = ?1 AND (
                    event.kind = 7 AND event.moment > run.clock
                    OR event.kind = 8 AND EXISTS (
                        SELECT 1 FROM event earlier WHERE earlier.kid = run.kid AND earlier.kind = 7
                        AND earlier.moment > run.clock AND earlier.id < event.id))
                ORDER BY 1
                """, arguments: [id]
        ).map { row in
            let event = try EventRow(row: row)
            try log.confirm(event.id)
            let (entry, names) = (event.entry, EventRow.columnCount)
            return Event(
                number: Int(event.id), time: entry.time, kind: entry.kind, serial: serial, run: entry.run.map(Int.init),
                file: try row.decode(atIndex: names), key: entry.key, moment: entry.moment, detail: entry.detail)
        }
    }

    /// Where a card or poster was printed: the files, pages and positions, the first copy first.
    package func prints(of serial: Serial) throws -> [PrintedPosition] {
        guard let id = try confirmedCard(serial)?.row.id else { return [] }
        return try PrintRow.all(db, "WHERE card = ? ORDER BY file, page, position", [id]).map { print in
            try log.confirm(file: print.file)
            guard let file = try FileRow.fetchOne(db, number: print.file) else {
                throw DamagedRow(
                    en: "file \(print.file) is not as the log has it",
                    vi: "tệp số \(print.file) không đúng với nhật ký sổ")
            }
            return PrintedPosition(print, in: file)
        }
    }

    /// What a run printed, with the cards as they are now, in the order of files, pages and positions.
    ///
    /// Sheets count from 1 in a file of the run, or else through all of them. Throws `RegisterError.unknownRun`.
    package func printed(
        in run: Int, file: String? = nil, sheets: ClosedRange<Int>? = nil
    ) throws -> [(position: PrintedPosition, card: RegisteredCard)] {
        try confirm(run: run)
        var first = 1
        var result: [(PrintedPosition, RegisteredCard)] = []
        for row in try FileRow.all(db, "WHERE run = ? ORDER BY id", [run]) {
            guard 0...(1 << 32) ~= row.sheets else {
                throw DamagedRow(
                    en: "the file \(row.name) has \(row.sheets) sheets", vi: "tệp \(row.name) có \(row.sheets) tờ")
            }
            defer { if file == nil { first += row.sheets } }
            guard file == nil || file == row.name else { continue }
            let pages = (sheets ?? 1...Int.max).clamped(to: 1...Int.max)
            guard pages.upperBound >= first else { continue }
            try log.confirm(file: row.id)
            let prints = try PrintRow.all(
                db, "WHERE file = ? AND page BETWEEN ? AND ? ORDER BY page, position",
                [row.id, max(1, pages.lowerBound - first + 1), pages.upperBound - first + 1])
            for print in prints {
                guard let card = try confirmedCard(number: print.card)?.card else {
                    throw DamagedRow(
                        en: "a card of the file \(row.name) is not there", vi: "không có một thẻ của tệp \(row.name)")
                }
                result.append((PrintedPosition(print, in: row), card))
            }
        }
        return result
    }

    /// The SHA-256, 32 bytes, of the files of a name as runs printed them, the first run's first.
    package func printedFiles(named name: String) throws -> [(run: Int, sha256: [UInt8])] {
        try FileRow.all(db, "WHERE name = ? ORDER BY run, id", [name]).map { file in
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

package struct PrintedPosition: Sendable, Hashable {
    package var run: Int
    package var file: String
    /// The page and the position on it, both from 1, row by row.
    package var page, position: Int
}

extension PrintedPosition {
    fileprivate init(_ print: PrintRow, in file: FileRow) {
        self.init(run: Int(file.run), file: file.name, page: Int(print.page), position: Int(print.position))
    }
}
