import Drawing
import Foundation
import Glibc
import Synchronization

/// A run's files, written aside in the output folder and given their names together at the end.
///
/// What is in it outlives a stop of any kind: the same run goes on from its whole parts. Of another run it is thrown
/// away, since nothing of it was ever to be seen.
final class StagedFolder: Sendable {
    static let manifestName = "manifest.json"
    private static let asideName = ".mocban-run"
    // What is being removed, so that a stop in between leaves nothing that looks like a run.
    private static let goneName = ".mocban-gone"
    private static let runName = "run.json"
    private static let reportName = "report.json"
    private static let settlementName = "settling.json"
    private static let journalSuffix = ".journal"

    /// The lists of rows that a run may bring.
    private static let lists = [RowList.Kind.rejected, .changed].map(\.rawValue)

    let out: OutputFolder
    let run: StagedRun
    private let earlier: EarlierRun?
    private let isRegistered = Atomic(false)

    /// Takes up what a stopped run left, where it is the same run; else begins anew.
    ///
    /// Throws `MocbanError.outputUnwritable`, for instance where the folder has a manifest that is not ours.
    init(_ out: OutputFolder, run: StagedRun) throws {
        (self.out, self.run) = (out, run)
        earlier = try EarlierRun(in: out)
        if Self.stopped(in: out) == run {
            for name in [Self.settlementName, Self.reportName, Self.manifestName] + Self.lists {
                _ = unsafe unlink(path(of: name))
            }
        } else {
            Self.remove(in: out)
            guard unsafe mkdir(Self.folder(in: out), 0o755) == 0 else {
                throw MocbanError.outputUnwritable(path: out.path, reason: lastSystemError)
            }
            do { try writeJSON(run, to: path(of: Self.runName)) } catch {
                Self.remove(in: out)
                throw error
            }
        }
    }

    deinit { if wholeParts == 0, !isRegistered.load(ordering: .relaxed) { Self.remove(in: out) } }

    /// The run that was stopped in a folder; nil where there is none.
    static func stopped(in out: OutputFolder) -> StagedRun? {
        readJSON(StagedRun.self, from: folder(in: out) + "/" + runName)
    }

    /// How the stopped run of a folder was about to end; nil where it had not come so far.
    static func settlement(in out: OutputFolder) -> Settlement? {
        readJSON(Settlement.self, from: folder(in: out) + "/" + settlementName)
    }

    /// The folder's path.
    static func folder(in out: OutputFolder) -> String { out(asideName) }

    /// Where a file is written until the end.
    func path(of name: String) -> String { Self.folder(in: out) + "/" + name }

    private func isStaged(_ name: String) -> Bool { unsafe access(path(of: name), F_OK) == 0 }

    /// Whether an earlier run left a list of changed rows, which a new one, though empty, is to replace.
    var holdsChanges: Bool { earlier != nil && out.holds(RowList.Kind.changed.rawValue) }

    /// The path that a staged file is to have, for messages.
    static func finalPath(_ staged: String) -> String { staged.replacing("/\(asideName)/", with: "/") }

    /// Removes all that is staged; a stop in between does no harm.
    private static func remove(in out: OutputFolder) {
        try? FileManager.default.removeItem(atPath: out(goneName))
        _ = unsafe rename(folder(in: out), out(goneName))
        try? FileManager.default.removeItem(atPath: out(goneName))
    }

    /// Removes the rest of what was being removed when a run was stopped.
    static func sweep(_ out: OutputFolder) { try? FileManager.default.removeItem(atPath: out(goneName)) }

    // MARK: Parts

    /// Parts that have a journal.
    var wholeParts: Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder(in: out))) ?? []
        return names.count { $0.hasSuffix(Self.journalSuffix) }
    }

    /// The journal of a part that was drawn before, where it and the PDF are whole; else both are gone.
    func whole(_ number: Int, file: String) -> PartJournal? {
        if let journal = journal(number), journal.file == file {
            let digest = journal.sheets == 0 ? [] : FileDigest.of(file: path(of: file))
            if journal.digest == digest { return journal }
        }
        _ = unsafe unlink(journalPath(number))
        _ = unsafe unlink(path(of: file))
        return nil
    }

    /// Keeps a part whose PDF is on the disk; gives its journal.
    func keep(_ number: Int, _ part: PartJournal) throws -> PartJournal {
        FaultPoint.drawnPart.pass()
        var journal = part
        if part.sheets > 0 {
            let path = path(of: part.file)
            guard let digest = FileDigest.of(file: path) else {
                throw MocbanError.outputUnwritable(path: Self.finalPath(path), reason: lastSystemError)
            }
            journal.digest = digest
        }
        try write(journal.bytes, number)
        FaultPoint.stagedPart.pass()
        return journal
    }

    // Nobody waits for the disk here: a journal that a power failure tears is seen, and its part drawn again.
    private func write(_ bytes: [UInt8], _ number: Int) throws {
        let path = journalPath(number)
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        FaultPoint.writingJournal.pass { _ = writeWhole(Array(bytes.prefix(bytes.count / 2)), to: descriptor) }
        let isWritten = descriptor >= 0 && writeWhole(bytes, to: descriptor)
        let reason = lastSystemError
        if descriptor >= 0 { close(descriptor) }
        guard isWritten else {
            _ = unsafe unlink(path)
            throw MocbanError.outputUnwritable(path: out.path, reason: reason)
        }
    }

    /// Goes through the parts in their order, one in memory at a time.
    func forEachPart(_ body: (PartJournal) throws -> Void) throws {
        for number in 0..<wholeParts { try body(part(number)) }
    }

    /// A whole part, counted from 0.
    func part(_ number: Int) throws(MocbanError) -> PartJournal {
        guard let journal = journal(number) else {
            throw .inputUnreadable(path: journalPath(number), reason: "it was changed meanwhile")
        }
        return journal
    }

    private func journal(_ number: Int) -> PartJournal? {
        FileManager.default.contents(atPath: journalPath(number)).flatMap { PartJournal(Array($0)) }
    }

    private func journalPath(_ number: Int) -> String { path(of: "part-\(number)\(Self.journalSuffix)") }

    // MARK: The end

    /// Throws where a file that no run made has one of these names.
    func checkNames(_ files: [String]) throws(MocbanError) {
        let own = Set(earlier.map { $0.files + Self.lists } ?? [])
        for name in files where !own.contains(name) && out.holds(name) { throw EarlierRun.foreign(out(name)) }
    }

    /// Lets the run be registered, all of whose files are whole, and gives them their names; gives the report, now complete.
    ///
    /// An earlier run's files are moved into a folder beside. A run that printed nothing leaves those of an earlier run as
    /// they are, and brings nothing but its lists of rows.
    func commit(
        _ report: RunReport, _ registrar: Registrar, settled: (Int) throws -> Void
    ) throws -> RunReport {
        let keepsEarlier = earlier != nil && report.files.isEmpty
        let files = report.files.map(\.file) + Self.lists.filter(isStaged)
        try checkNames(files)
        let moved = keepsEarlier ? nil : earlier
        let settlement = Settlement(
            run: run, files: files, hasManifest: !keepsEarlier,
            earlier: moved.map { $0.files + Self.lists } ?? [],
            archive: moved.map { out.freeName($0.archiveName) })
        var report = report
        report.earlierRun = settlement.archive.map { out($0) }
        try writeJSON(report, to: path(of: Self.reportName))
        try writeJSON(settlement, to: path(of: Self.settlementName))
        out.sync()
        FaultPoint.beforeRegister.pass()
        try registrar.end()
        isRegistered.store(true, ordering: .relaxed)
        FaultPoint.afterRegister.pass()
        do { try Self.end(settlement, in: out, settled) } catch {
            throw StoppedRun(files: files.count, total: files.count, isRegistered: true, cause: error)
        }
        return report
    }

    /// Ends the run that was stopped in a folder after it was registered, and only such a run.
    ///
    /// It can be repeated after any stop. `settled` is told the run's number when all files have their names.
    ///
    /// - Parameters:
    ///   - out: the output folder.
    ///   - settled: told the run's number when all its files have their names.
    /// - Returns: the run and what it came to; nil where the folder has no such run, or none any more.
    /// - Throws: `MocbanError.outputUnwritable`, and what `settled` throws.
    static func settle(_ out: OutputFolder, settled: (Int) throws -> Void) throws -> SettledRun? {
        guard let settlement = settlement(in: out),
            var report = readJSON(RunReport.self, from: folder(in: out) + "/" + reportName)
        else { return nil }
        report.earlierRun = settlement.archive.map { out($0) }
        try end(settlement, in: out, settled)
        return SettledRun(run: settlement.run, folder: out.absolute, report: report)
    }

    /// Ends a registered run by its folder's path; as ``settle(_:settled:)``, and nil too where another run is there.
    ///
    /// - Parameters:
    ///   - path: the output folder, which need not be there any more.
    ///   - number: the run's number.
    ///   - office: the office's own ID, `Keyring.officeID`.
    ///   - settled: told the run's number when all its files have their names.
    /// - Returns: the run and what it came to.
    /// - Throws: `MocbanError.outputBusy` or `outputUnwritable`, and what `settled` throws.
    static func settle(
        path: String, number: Int, office: String, settled: (Int) throws -> Void
    ) throws -> SettledRun? {
        guard FileManager.default.fileExists(atPath: path + "/" + asideName) else { return nil }
        let out = try OutputFolder(path)
        let run = settlement(in: out)?.run
        guard run?.number == number, run?.identity.office == office else { return nil }
        return try settle(out, settled: settled)
    }

    private static func end(_ settlement: Settlement, in out: OutputFolder, _ settled: (Int) throws -> Void) throws {
        try settlement.carryOut(in: out, from: folder(in: out))
        FaultPoint.beforeSettled.pass()
        try settled(settlement.run.number)
        FaultPoint.settled.pass()
        remove(in: out)
        out.sync()
    }
}
