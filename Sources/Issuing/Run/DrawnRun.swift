import Files
import Office
import Payload
import Register

/// A run whose files are whole and have no names yet; let go of before it is published, it is not registered either.
package final class DrawnRun {
    package let planned: PlannedRun
    /// Files of cards or posters in their order.
    package internal(set) var files: [RunReport.File] = []
    private let registrar: Registrar

    init(_ planned: PlannedRun, _ registrar: Registrar) { (self.planned, self.registrar) = (planned, registrar) }

    deinit { registrar.giveUp() }

    /// How many cards or posters are drawn.
    package var items: Int { files.reduce(0) { $0 + $1.items } }

    /// Looks at the files that are drawn; where that cannot be done, the run is called stopped.
    package func looking<Result>(_ look: () async throws -> Result) async throws -> Result {
        do { return try await look() } catch { throw stopped(error) }
    }

    private func stopped(_ error: any Error) -> any Error {
        RunPipeline.stopped(error, planned.staged, of: planned.parts.count)
    }

    /// Writes the lists that go with the files, ends the registration and gives all files their names.
    ///
    /// - Parameter progress: told now and then how far the run is.
    /// - Returns: the run, whose files have their names.
    /// - Throws: ``StoppedRun``: the same command goes on from there.
    package func publish(progress: (RunProgress) -> Void = { _ in }) throws -> PublishedRun {
        do {
            progress(RunProgress(.writing, 0))
            let report = try writeLists()
            try Task.checkCancellation()
            progress(RunProgress(.registering, 0, of: report.printed))
            let whole = try planned.staged.commit(
                report, register: registrar.end, settled: planned.registration.settled)
            progress(RunProgress(.registering, whole.printed, of: whole.printed))
            return PublishedRun(report: whole, out: planned.staged.out, lock: planned.pipeline.lock)
        } catch {
            throw stopped(error)
        }
    }

    /// Writes lists to sign, lists of rows and the manifest; tells what the run comes to.
    private func writeLists() throws -> RunReport {
        let (orders, run, validity, staged) = (planned.orders, planned.run, planned.terms.validity, planned.staged)
        let lists = try planned.receipts?.write(planned.pipeline, run: run, validity: validity, into: staged) ?? []
        let files = files + lists
        FaultPoint.beforeManifest.pass()
        try orders.rejections.write(into: staged)
        if orders.changes.count > 0 || staged.holdsChanges { try orders.changes.write(into: staged) }
        let report = RunReport(
            run: run.number, shard: run.identity.shard, read: orders.read, printed: files.reduce(0) { $0 + $1.items },
            rejected: orders.rejections.count, passedOver: orders.passedOver, holding: orders.holding,
            changed: orders.changes.count, otherShards: orders.elsewhere, warned: orders.warned,
            unreadSheets: orders.unreadSheets, files: files, lostRuns: planned.registration.lostRuns,
            unendedRuns: planned.registration.unendedRuns)
        try Manifest.write(
            to: staged.path(of: StagedFolder.manifestName), head: Manifest.Head(run, validity),
            list: planned.pipeline.kind.command, of: report, from: staged)
        return report
    }
}

extension Manifest.Head {
    fileprivate init(_ run: StagedRun, _ validity: Validity) {
        self.init(
            id: run.number, command: run.identity.command, roster: run.identity.roster,
            template: run.identity.template, kid: run.identity.kid, algorithm: run.identity.algorithm,
            created: validity.issued.description, expires: validity.expires.description, unit: run.identity.unit,
            shard: run.identity.shard, form: run.identity.form)
    }
}

/// A run that is registered and whose files have their names.
package struct PublishedRun {
    /// What it came to.
    package let report: RunReport

    let out: OutputFolder
    // Nobody else changes the office or the folder before it is said that somebody was told.
    let lock: OfficeLock

    /// Says that somebody was told of the run: before that, the same command gives the same answer after a kill and prints
    /// nothing more; after it, it is a new run.
    package func acknowledge() {
        FaultPoint.answered.pass()
        StagedFolder.forget(in: out)
    }
}
