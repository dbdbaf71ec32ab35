import Files
import Foundation
import Glibc
import Messages
import Roster
package import RosterValues
package import Tables
import SystemPackage

/// A clean copy of a roster, and beside it the list of what was changed in it and what might be.
package struct CleanRoster {
    /// What a clean copy came to.
    package struct Copy: Sendable {
        package let path: String
        /// The list of changes beside it.
        package let changes: String
        /// Proposals that were carried out, and those that were left alone.
        package internal(set) var done = 0, leftAlone = 0
        /// Rows that are nobody's or damaged, which stand in the list of changes alone.
        package internal(set) var rowsLeftOut = 0
        /// Where older files of the same names are now.
        package internal(set) var earlier: [String] = []
    }

    private let file: CheckedFile
    private let name: String
    private let clean, changes: AtomicFile
    private let approved: ApprovedChanges?
    private let approvedPath: String?
    private let writer = CSVWriter()
    private var rowsWritten = 1
    /// Whether a row was left out after the last one written.
    private var hasGap = false
    private var copy: Copy

    /// Begins both files; without changes that a person has approved, what is certain is done.
    ///
    /// - Throws: `TableError`; `faultyChanges` or `FileError.unwritable`.
    package init(path: String, of file: CheckedFile, approved: String?) throws {
        self.file = file
        name = (file.path as NSString).lastPathComponent
        self.approved = try approved.map { try ApprovedChanges(path: $0, roster: file.path) }
        approvedPath = approved
        copy = Copy(path: path, changes: ChangesFile.path(beside: path))
        clean = try AtomicFile(path: path)
        changes = try AtomicFile(path: copy.changes)
        try clean.write(CSVWriter.byteOrderMark + writer.bytes(of: file.plainColumns))
        try changes.write(CSVWriter.byteOrderMark + writer.bytes(of: ChangesFile.Column.allCases.map(\.rawValue)))
    }

    /// Writes a row with what is certain or approved done to it; a damaged one or nobody's is left out.
    ///
    /// `again` tells what is found in it with other cells.
    package mutating func add(_ row: CheckedRow, again: (Row) -> [Finding]) throws {
        guard row.status != .passedOver, row.row.damage.isEmpty else { return try leaveOut(row) }
        try closeGap(before: row)
        rowsWritten += 1
        let proposals = RowProposals(row, of: file, again: again)
        var cells = proposals.cells
        var repairs: [(field: Int, text: String, isCertain: Bool)] = []
        for proposal in proposals.list {
            let entry = approved?.take(
                row: row.position.row, column: proposal.column, code: proposal.rule, before: proposal.before)
            let isDone = approved == nil ? proposal.isCertain : entry?.decision == .yes
            let after = entry?.after ?? proposal.after
            if isDone { repairs.append((proposal.field, after, proposal.isCertain)) }
            try note(row, proposal.column, proposal.rule, proposal.before, after, isDone ? .yes : .no)
        }
        // What a person approved was proposed for the cell as it is after what is certain.
        for repair in repairs where repair.isCertain { cells[repair.field] = repair.text }
        for repair in repairs where !repair.isCertain { cells[repair.field] = repair.text }
        try clean.write(writer.bytes(of: cells))
    }

    /// Gives both files their names, once every decision has been carried out.
    package mutating func finish() throws -> Copy {
        try approved?.confirmAllTaken()
        try clean.finish()
        try changes.finish()
        for file in [changes, clean] { try keepEarlier(file) }
        for file in [changes, clean] { try file.commit() }
        return copy
    }

    /// Puts a note where a row was left out and the next one has no household: it must not get that of the rows above.
    private mutating func closeGap(before row: CheckedRow) throws {
        defer { hasGap = false }
        guard hasGap, let field = file.carriedField, row.row.fields[field].allSatisfy(\.isWhitespace) else { return }
        var cells = Array(repeating: "", count: file.columns.count)
        cells[file.nameField ?? 0] = "Ghi chú: ở đây có dòng đã bỏ ra"
        try clean.write(writer.bytes(of: cells))
        rowsWritten += 1
    }

    private mutating func leaveOut(_ row: CheckedRow) throws {
        // A repeated header ends no household.
        if row.findings.first?.rule != .headerRow { hasGap = true }
        guard let rule = row.findings.first?.rule else { return }
        let text = String(decoding: writer.bytes(of: row.row.fields).dropLast(2), as: UTF8.self)
        try approved?.takeLeftOut(row: row.position.row, code: rule, text: text)
        try note(row, "", rule, text, "", .leftOut)
    }

    private mutating func note(
        _ row: CheckedRow, _ column: String, _ rule: Rule, _ before: String, _ after: String,
        _ decision: ChangesFile.Decision
    ) throws {
        switch decision {
        case .yes: copy.done += 1
        case .no: copy.leftAlone += 1
        case .leftOut: copy.rowsLeftOut += 1
        }
        let newRow = decision == .leftOut ? "" : String(rowsWritten)
        try changes.write(
            writer.bytes(of: [
                name, String(row.position.row), newRow, column, rule.rawValue, GuardedCell.guarded(before),
                GuardedCell.guarded(after), decision.rawValue,
            ]))
    }

    /// Gives a file another name that is free, on a disk where it cannot have two, such as a USB stick.
    package static func move(_ path: String, toFree name: String) throws {
        try FileDescriptor.open(name, .writeOnly, [.create, .exclusiveCreate], permissions: 0o600).close()
        do { try Errno.check(unsafe rename(path, name)) } catch {
            _ = unsafe unlink(name)
            throw error
        }
    }

    /// Keeps an older file of the name, in which somebody may have worked, under another name.
    private mutating func keepEarlier(_ file: AtomicFile) throws {
        guard let older = FileStamp(file.path), !file.isSameAsBefore() else { return }
        // The decisions that were carried out stand in the new file.
        if let approvedPath, FileStamp(approvedPath)?.isSameFile(as: older) == true { return }
        let names = ["earlier"] + (2...999).map { "earlier-\($0)" }
        for name in names {
            let path = (file.path.hasSuffix(".csv") ? String(file.path.dropLast(4)) : file.path) + ".\(name).csv"
            do {
                if unsafe link(file.path, path) != 0 {
                    guard errno != EEXIST else { continue }
                    try Self.move(file.path, toFree: path)
                }
                copy.earlier.append(path)
                return
            } catch Errno.fileExists { continue } catch {
                throw FileError.unwritable(
                    path: file.path,
                    reason: Message(
                        en: "it is there already and cannot be kept: \(error)",
                        vi: "đã có sẵn mà không giữ lại được: \(Message(of: error).vietnamese)"))
            }
        }
        throw FileError.unwritable(
            path: file.path,
            reason: Message(
                en: "it is there already, and a thousand older ones", vi: "đã có sẵn, cùng một nghìn bản cũ hơn"))
    }
}
