import Foundation
package import GRDB
import Messages
package import Payload

/// Reads the log, and holds single entries, and the rows that they vouch for, to their MACs.
///
/// An entry's MAC covers the MAC of the one before, so that neither can be anything else than what was written with the
/// key. What a command prints, signs or lists is held to it here; the whole log is `Register.check()`'s.
package final class LogReader {
    let db: Database
    private let key: RegisterKey
    /// Runs that were found to be as their entries have them.
    private var runs: [Int64: RunRow] = [:]

    package init(_ db: Database, _ key: RegisterKey) { (self.db, self.key) = (db, key) }

    /// Gives an entry that is as it was written; throws `DamagedRow` for another.
    @discardableResult
    func confirm(_ number: Int64) throws -> LogEntry {
        let statement = try db.cachedStatement(sql: LoggedEntry.selection + "WHERE event.id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else { throw Self.missing(number) }
        let logged = try LoggedEntry(row, self)
        guard let previous = number > 1 ? try mac(of: Int(number) - 1) : [] else { throw Self.missing(number - 1) }
        guard let expected = logged.expectedMAC(number, after: previous, key), expected == logged.mac,
            let entry = logged.entry
        else {
            throw DamagedRow(
                en: "entry \(number) of its log (\(logged.about(db).english)) was changed, or what it is " + "about",
                vi: "mục \(number) của nhật ký sổ (\(logged.about(db).vietnamese)) đã bị sửa, hoặc nội dung "
                    + "mà mục nói đến đã bị sửa")
        }
        return entry
    }

    private static func missing(_ entry: Int64) -> DamagedRow {
        DamagedRow(en: "entry \(entry) of its log is not there", vi: "không có mục \(entry) của nhật ký sổ")
    }

    /// Throws `DamagedRow` where a card's row is not as it was issued, in the columns that it keeps for ever.
    func confirm(card: Int64, serial: Serial) throws {
        let entries = try numbers("card = ? AND kind IN (1, 4)", card)
        guard entries.count == 1 else {
            throw DamagedRow(
                en: "the log has the issue of the card \(serial) \(entries.count) times",
                vi: "nhật ký sổ ghi việc cấp thẻ \(serial) \(entries.count) lần")
        }
        guard try confirm(entries[0]).card == card else {
            throw DamagedRow(
                en: "the log does not have the issue of the card \(serial)",
                vi: "nhật ký sổ không ghi việc cấp thẻ \(serial)")
        }
    }

    /// Throws `DamagedRow` where a card without personal data was not forgotten.
    func confirm(forgotten card: Int64, serial: Serial) throws {
        guard let entry = try numbers("card = ? AND kind = 11", card).last, try confirm(entry).card == card else {
            throw DamagedRow(
                en: "the card \(serial) has no personal data, and the log has no reason why",
                vi: "thẻ \(serial) không có dữ liệu cá nhân, mà nhật ký sổ không ghi lý do")
        }
    }

    /// Throws `DamagedRow` where a card was not revoked by an entry.
    func confirm(revocation entry: Int64, of card: Int64) throws {
        let entry = try confirm(entry)
        guard entry.kind == .revoked, entry.card == card else {
            throw DamagedRow(
                en: "a card is revoked by an entry of the log that is about something else",
                vi: "một thẻ bị thu hồi theo một mục nhật ký nói về việc khác")
        }
    }

    /// Gives a run that is as its entry has it; throws `DamagedRow` for another.
    @discardableResult
    package func confirm(run: Int64) throws -> RunRow {
        if let known = runs[run] { return known }
        let entries = try numbers("kind = 12 AND run = ? AND detail IS NULL", run)
        guard entries.count == 1, try confirm(entries[0]).run == run, let row = try RunRow.fetchOne(db, number: run)
        else {
            throw DamagedRow(en: "run \(run) is not as the log has it", vi: "đợt in \(run) không đúng với nhật ký sổ")
        }
        runs[run] = row
        return row
    }

    /// Throws `DamagedRow` where a file, or what is on its pages, is not as its entry has it.
    func confirm(file: Int64) throws {
        let entries = try numbers("file = ? AND kind = 2", file)
        guard entries.count == 1, try confirm(entries[0]).file == file else {
            throw DamagedRow(
                en: "file \(file) is not as the log has it", vi: "tệp số \(file) không đúng với nhật ký sổ")
        }
    }

    private func numbers(_ condition: String, _ row: Int64) throws -> [Int64] {
        try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM event WHERE \(condition)"), arguments: [row])
    }
}

extension LogReader {
    package func sealedRun(of entry: LogEntry) throws -> [UInt8]? {
        try entry.run.flatMap { try RunRow.fetchOne(db, number: $0) }?.sealed
    }

    /// What the entry of a file vouches for; nil where that is not there.
    package func sealedFile(of entry: LogEntry) throws -> [UInt8]? {
        guard let number = entry.file, let file = try FileRow.fetchOne(db, number: number), file.run == entry.run else {
            return nil
        }
        var digest = PrintDigest()
        let prints = try PrintRow.fetchCursor(db, inFile: number)
        while let print = try prints.next() { digest.add(print) }
        return file.sealed(digest, key)
    }
}

// MARK: The end of the log

extension LogReader {
    package var last: Int { get throws { try Int.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM event") ?? 0 } }

    /// The MAC of an entry, which covers all before it; nil where there is none of the number.
    package func mac(of entry: Int) throws -> [UInt8]? {
        let statement = try db.cachedStatement(sql: "SELECT mac FROM event WHERE id = ?")
        return try Data.fetchOne(statement, arguments: [entry]).map { Array($0) }
    }

    /// The log's end and the state that it vouches for.
    ///
    /// Throws `DamagedRow` where the log was cut or grew without the key, or what is sealed was changed.
    func confirmedEnd() throws -> (head: LogHead, state: RegisterState) {
        let (head, state) = (try confirmedHead(), try RegisterState(db))
        guard try state.fits(head, db, key) else { throw DamagedRow(RegisterFault.state.message) }
        return (head, state)
    }

    private func confirmedHead() throws -> LogHead {
        let last = try EventRow.greatestNumber(db)
        guard let end = try LogEndRow.fetchOne(db, number: 1) else {
            guard last == 0 else {
                throw DamagedRow(
                    en: "the record of the log's end is gone", vi: "không còn bản ghi điểm cuối nhật ký sổ")
            }
            return .none
        }
        guard end.last == last, last > 0 else {
            let isShort = end.last > last
            throw DamagedRow(
                en: "its log ended with entry \(end.last) and ends with entry \(last): entries were "
                    + (isShort ? "cut off" : "added"),
                vi: "nhật ký sổ từng kết thúc ở mục \(end.last) mà nay kết thúc ở mục \(last): có mục đã bị "
                    + (isShort ? "cắt" : "thêm vào"))
        }
        guard let head = try EventRow.fetchOne(db, number: last)?.head else { throw Self.missing(last) }
        guard end.hasMAC(of: head, key) else {
            throw DamagedRow(
                en: "the record of the log's end was changed", vi: "bản ghi điểm cuối nhật ký sổ đã bị sửa")
        }
        try confirm(last)
        return head
    }

    /// Throws `DamagedRow` where the log does not have an end that it had once.
    package func confirm(_ known: LogHead) throws {
        if let reason = try contradiction(of: known) { throw DamagedRow(reason) }
    }

    /// In what way the log does not have an end that it had once, as a sentence without its end; nil where it has it.
    func contradiction(of known: LogHead) throws -> Message? {
        guard known.entry > 0 else { return nil }
        let last = try last
        guard known.entry <= last else {
            return Message(
                en: "its log ends with entry \(last), and had entry \(known.entry) at \(known.time): it was "
                    + "cut off, or an older register stands in its place",
                vi: "nhật ký sổ kết thúc ở mục \(last), mà lúc \(known.time) đã có mục \(known.entry): nhật "
                    + "ký đã bị cắt, hoặc đây là sổ cũ hơn")
        }
        guard try mac(of: known.entry) != known.mac else { return nil }
        return Message(
            en: "entry \(known.entry) of its log is another one than at \(known.time): it is another " + "register",
            vi: "mục \(known.entry) của nhật ký sổ khác với lúc \(known.time): đây là sổ khác")
    }
}
