package import Files
import Foundation
import Glibc
import Messages
package import Payload
import Synchronization
import SystemPackage

/// A run's files, written aside in the output folder and given their names together at the end.
///
/// What is in it outlives a stop of any kind: the same run goes on from its whole parts. Of another run it is thrown
/// away, since nothing of it was ever to be seen. What says how far the run is carries a MAC (``StagedSeal``); without a
/// good one it is as if it were not there.
package final class StagedFolder: Sendable {
    package static let manifestName = "manifest.json"
    private static let asideName = OutputName.ownPrefix + "-run"
    // What is being removed, so that a stop in between leaves nothing that looks like a run.
    private static let goneName = OutputName.ownPrefix + "-gone"
    // What is left of a run that has ended, until somebody was told.
    private static let endedName = OutputName.ownPrefix + "-ended"
    private static let runName = "run.json"
    private static let reportName = "report.json"
    private static let settlementName = "settling.json"
    private static let journalSuffix = ".journal"
    // A journal has some hundred bytes for a card, and a part a thousand cards; the other files have some for a part.
    private static let longestFile = 1 << 28

    private static let lists = [RowList.Kind.rejected, .changed].map(\.rawValue)

    package let out: OutputFolder
    package let run: StagedRun
    private let entries: OpenFolder
    private let earlier: EarlierRun?
    private let isRegistered = Atomic(false)
    /// The SHA-256 of the parts' PDFs that are whole, by their names.
    private let digests = Mutex<[String: [UInt8]]>([:])

    /// Takes up what a stopped run left, where it is the same run; else begins anew.
    ///
    /// Throws `FileError.unwritable`, for instance where the folder has a manifest that is not ours.
    package init(_ out: OutputFolder, run: StagedRun) throws {
        (self.out, self.run) = (out, run)
        earlier = try EarlierRun(in: out)
        if Self.stopped(in: out) == run, let entries = Self.entries(in: out) {
            self.entries = entries
            for name in [Self.settlementName, Self.reportName, Self.manifestName] + Self.lists { entries.remove(name) }
        } else {
            Self.remove(in: out)
            entries = try writing(out(Self.asideName)) {
                try out.entries.makeFolder(Self.asideName, mode: 0o700)
                return try OpenFolder(Self.asideName, in: out.entries)
            }
            do { try write(run, to: Self.runName, of: nil) } catch {
                Self.remove(in: out)
                throw error
            }
        }
    }

    deinit { if wholeParts == 0, !isRegistered.load(ordering: .relaxed) { Self.remove(in: out) } }

    /// The run that was stopped in a folder; nil where there is none.
    package static func stopped(in out: OutputFolder) -> StagedRun? {
        entries(in: out).flatMap { read(StagedRun.self, from: runName, in: $0, of: out, nil) }
    }

    /// How the stopped run of a folder was about to end; nil where it had not come so far.
    package static func settlement(in out: OutputFolder) -> CommitRecord? {
        entries(in: out).flatMap { settlement(in: $0, of: out) }
    }

    private static func settlement(in entries: OpenFolder, of out: OutputFolder) -> CommitRecord? {
        read(CommitRecord.self, from: settlementName, in: entries, of: out, nil)
    }

    /// The office whose run is about to end in a folder, as it says itself; nil where there is none.
    package static func unverifiedOffice(in out: OutputFolder) -> String? {
        entries(in: out)?.bytes(of: settlementName, limit: longestFile).flatMap {
            StagedSeal.unverified(CommitRecord.self, of: $0)?.run.identity.office
        }
    }

    private static func entries(in out: OutputFolder) -> OpenFolder? { try? OpenFolder(asideName, in: out.entries) }

    /// Where a file is written until the end.
    package func path(of name: String) -> String { out(Self.asideName) + "/" + name }

    /// Whether an earlier run left a list of changed rows, which a new one, though empty, is to replace.
    package var holdsChanges: Bool { earlier != nil && out.holds(RowList.Kind.changed.rawValue) }

    /// The path that a staged file is to have, for messages.
    package static func finalPath(_ staged: String) -> String { staged.replacing("/\(asideName)/", with: "/") }

    /// Removes what has the name of a file that is to be written.
    package func clear(_ name: String) { entries.remove(name) }

    /// Removes all that is staged; a stop in between does no harm.
    private static func remove(in out: OutputFolder) { remove(asideName, in: out) }

    private static func remove(_ name: String, in out: OutputFolder) {
        out.entries.remove(goneName)
        try? out.entries.move(name, to: out.entries, as: goneName)
        out.entries.remove(goneName)
    }

    /// Removes the rest of what was being removed when a run was stopped.
    package static func sweep(_ out: OutputFolder) { out.entries.remove(goneName) }

    // MARK: Files with a MAC

    private func write(_ value: some Codable & Sendable, to name: String, of run: StagedRun?) throws {
        let bytes = try out.seal.file(value, name: name, run: run)
        let part = name + ".part"
        try making(part, in: out(Self.asideName)) {
            try entries.make(part, mode: 0o600).closeAfter { file in
                try file.writeAll(bytes)
                try file.sync()
            }
            try entries.move(part, to: entries, as: name)
        }
        entries.sync()
    }

    /// Does work that makes an entry, which is gone where the work fails; throws `FileError.unwritable`.
    private func making(_ entry: String, in path: String, _ work: () throws -> Void) throws(FileError) {
        do { try work() } catch {
            entries.remove(entry)
            throw .unwritable(path: path, reason: Message(of: error))
        }
    }

    private static func read<Value: Codable & Sendable>(
        _: Value.Type, from name: String, in entries: OpenFolder, of out: OutputFolder, _ run: StagedRun?
    ) -> Value? {
        entries.bytes(of: name, limit: longestFile).flatMap {
            out.seal.value(Value.self, of: $0, name: name, run: run)
        }
    }

    // MARK: Parts

    /// Parts that have a journal.
    package var wholeParts: Int { entries.names.count { $0.hasSuffix(Self.journalSuffix) } }

    /// The journal of a part that was drawn before, where it and the PDF are whole; else both are gone.
    package func whole(_ number: Int, file: String) -> PartJournal? {
        if let journal = journal(number), journal.file == file {
            let digest = journal.sheets == 0 ? [] : FileDigest.of(file: file, in: entries)
            if journal.digest == digest {
                note(journal)
                return journal
            }
        }
        entries.remove(Self.journalName(number))
        entries.remove(file)
        return nil
    }

    /// Keeps the journal of a part whose PDF is on the disk.
    package func keep(_ number: Int, _ journal: PartJournal) throws {
        FaultPoint.drawnPart.pass()
        try write(journal.bytes, number)
        note(journal)
        FaultPoint.stagedPart.pass()
    }

    /// Keeps in mind which bytes a part's PDF has, so that no journal is read for that again.
    private func note(_ part: PartJournal) {
        guard part.sheets > 0 else { return }
        digests.withLock { $0[part.file] = part.digest }
    }

    // Nobody waits for the disk here: a journal that a power failure tears is seen, and its part drawn again.
    private func write(_ journal: [UInt8], _ number: Int) throws {
        let name = Self.journalName(number)
        let bytes = journal + out.seal.mac(journal, name: name, run: run)
        try making(name, in: out.path) {
            try entries.make(name, mode: 0o600).closeAfter { file in
                FaultPoint.writingJournal.pass { _ = try? file.writeAll(bytes.prefix(bytes.count / 2)) }
                try file.writeAll(bytes)
            }
        }
    }

    /// Goes through the parts in their order, one in memory at a time.
    package func forEachPart(_ body: (PartJournal) throws -> Void) throws {
        for number in 0..<wholeParts { try body(part(number)) }
    }

    /// A whole part, counted from 0.
    package func part(_ number: Int) throws(FileError) -> PartJournal {
        guard let journal = journal(number) else {
            throw .unreadable(
                path: path(of: Self.journalName(number)),
                reason: Message(en: "it was changed meanwhile", vi: "trong lúc đó đã bị thay đổi"))
        }
        return journal
    }

    private func journal(_ number: Int) -> PartJournal? {
        let name = Self.journalName(number)
        guard let bytes = entries.bytes(of: name, limit: Self.longestFile), bytes.count > StagedSeal.length else {
            return nil
        }
        let journal = Array(bytes.dropLast(StagedSeal.length))
        guard out.seal.isMAC(Array(bytes.suffix(StagedSeal.length)), of: journal, name: name, run: run) else {
            return nil
        }
        return PartJournal(journal)
    }

    private static func journalName(_ number: Int) -> String { "part-\(number)\(journalSuffix)" }

    // MARK: The end

    /// Throws where a file that no run made has one of these names.
    package func checkNames(_ files: [String]) throws(FileError) {
        let own = Set(earlier.map { $0.files.map(\.text) + Self.lists } ?? [])
        for name in files where !own.contains(name) && out.holds(name) { throw EarlierRun.foreign(out(name)) }
    }

    /// Writes down how a run ends all of whose files are whole, and is about to be registered.
    ///
    /// An earlier run's files are moved into a folder beside, which the report then names. A run that printed nothing
    /// leaves those of an earlier run as they are, and brings nothing but its lists of rows.
    package func prepare(_ report: inout RunReport) throws -> CommitRecord {
        let keepsEarlier = earlier != nil && report.files.isEmpty
        let names = report.files.map(\.file) + Self.lists.filter(entries.holds)
        try checkNames(names)
        let moved = keepsEarlier ? nil : earlier
        let lists = Self.lists.compactMap(OutputName.init)
        let archive = moved.flatMap { out.freeName($0.archiveName) }
        guard moved == nil || archive != nil else {
            throw FileError.unwritable(
                path: out.path,
                reason: Message(
                    en: "there are a thousand folders of earlier runs in it: choose another folder",
                    vi: "trong đó đã có một nghìn thư mục của các đợt in trước: hãy chọn thư mục khác"))
        }
        let digests = digests.withLock(\.self)
        let settlement = CommitRecord(
            run: run,
            files: try names.map { name in
                guard let output = OutputName(name) else { throw EarlierRun.foreign(out(name)) }
                return CommitRecord.File(name: output, sha256: try digests[name]?.hexadecimal ?? digest(of: name))
            }, manifest: keepsEarlier ? nil : try digest(of: Self.manifestName),
            earlier: moved.map { $0.files + lists } ?? [], archive: archive)
        report.earlierRun = settlement.archive.map { out($0.text) }
        try write(report, to: Self.reportName, of: run)
        try write(settlement, to: Self.settlementName, of: nil)
        out.sync()
        FaultPoint.beforeRegister.pass()
        return settlement
    }

    /// Gives the files of a run that is registered their names; ``forget(in:)`` takes the last trace of it away.
    package func end(_ settlement: CommitRecord, settled: (Int) throws -> Void) throws {
        isRegistered.store(true, ordering: .relaxed)
        FaultPoint.afterRegister.pass()
        do { try Self.end(settlement, in: out, from: entries, settled) } catch {
            let files = settlement.files.count
            throw StoppedRun(files: files, total: files, isRegistered: true, cause: error)
        }
    }

    private func digest(of name: String) throws(FileError) -> String {
        guard let digest = FileDigest.of(file: name, in: entries) else {
            throw .unwritable(
                path: out(name), reason: Message(en: "it was changed meanwhile", vi: "trong lúc đó đã bị thay đổi"))
        }
        return digest.hexadecimal
    }

    /// Ends the run that was stopped in a folder after it was registered, and only such a run; it can be repeated.
    ///
    /// `settled` is told its number when all its files have their names. Nil where the folder has no such run, or none
    /// any more, or one whose files were changed. Throws `FileError.unwritable`, and what `settled` throws.
    package static func settle(_ out: OutputFolder, settled: (Int) throws -> Void) throws -> SettledRun? {
        guard let entries = entries(in: out), let (settlement, run) = ending(in: entries, of: out),
            settlement.isWhole(in: entries)
        else { return nil }
        try end(settlement, in: out, from: entries, settled)
        return run
    }

    /// Ends a registered run by its folder's path, which need not be there any more; nil too where another run is
    /// there.
    ///
    /// `keepsMark` says whether the same command may come yet, which is then told what the run came to. Throws
    /// `FileError.busy` too.
    package static func settle(
        path: String, number: Int, office: String, key: StagingKey, keepsMark: Bool = false,
        settled: (Int) throws -> Void
    ) throws -> SettledRun? {
        guard FileManager.default.fileExists(atPath: path + "/" + asideName) else { return nil }
        let out = try OutputFolder(path, key: key)
        let run = settlement(in: out)?.run
        guard run?.number == number, run?.identity.office == office else { return nil }
        let settled = try settle(out, settled: settled)
        if !keepsMark { forget(in: out) }
        return settled
    }

    /// The run that ended last in a folder, if nobody was told that it has; nil where there is no such run.
    package static func ended(in out: OutputFolder) -> SettledRun? {
        guard let entries = try? OpenFolder(endedName, in: out.entries),
            let (settlement, run) = ending(in: entries, of: out)
        else { return nil }
        // What was printed has its name still.
        guard settlement.manifest == nil || (try? EarlierRun(in: out))?.id == run.run.number else { return nil }
        removeAllButMark(entries, in: out)
        return run
    }

    /// Takes the last trace of a run away that has ended: the same command then prints once more.
    package static func forget(in out: OutputFolder) {
        guard out.holds(endedName) else { return }
        remove(endedName, in: out)
        out.sync()
    }

    private static func ending(in entries: OpenFolder, of out: OutputFolder) -> (CommitRecord, SettledRun)? {
        guard let settlement = settlement(in: entries, of: out),
            var report = read(RunReport.self, from: reportName, in: entries, of: out, settlement.run)
        else { return nil }
        report.earlierRun = settlement.archive.map { out($0.text) }
        return (settlement, SettledRun(run: settlement.run, folder: out.absolute, report: report))
    }

    private static func end(
        _ settlement: CommitRecord, in out: OutputFolder, from entries: OpenFolder, _ settled: (Int) throws -> Void
    ) throws {
        try settlement.carryOut(in: out, from: entries)
        FaultPoint.beforeSettled.pass()
        try settled(settlement.run.number)
        FaultPoint.settled.pass()
        // The command may yet be killed before it has answered: what it came to stays until then.
        remove(endedName, in: out)
        try? out.entries.move(asideName, to: out.entries, as: endedName)
        FaultPoint.removing.pass()
        removeAllButMark(entries, in: out)
    }

    private static func removeAllButMark(_ entries: OpenFolder, in out: OutputFolder) {
        for name in entries.names where ![settlementName, reportName].contains(name) { entries.remove(name) }
        out.sync()
        FaultPoint.ended.pass()
    }
}
