import Files
import Office
import Payload
import Register

/// A run whose files are whole and have no names yet.
package struct DrawnRun {
    package let planned: PlannedRun
    /// Files of cards or posters in their order.
    let files: [RunReport.File]

    package var items: Int { files.reduce(0) { $0 + $1.items } }

    /// Writes lists to sign, lists of rows and the manifest; tells what the run comes to.
    func writeLists() throws -> RunReport {
        let (orders, run, validity, staged) = (planned.orders, planned.run, planned.terms.validity, planned.staged)
        let lists = try planned.receipts?.write(planned.pipeline, run: run, validity: validity, into: staged) ?? []
        FaultPoint.beforeManifest.pass()
        try orders.rejections.write(into: staged)
        if orders.changes.count > 0 || staged.holdsChanges { try orders.changes.write(into: staged) }
        let report = RunReport(
            run: run.number, shard: run.identity.shard, read: orders.read, printed: items,
            rejected: orders.rejections.count, passedOver: orders.passedOver, holding: orders.holding,
            changed: orders.changes.count, otherShards: orders.elsewhere, warned: orders.warned,
            unreadSheets: orders.unreadSheets, readings: orders.readings.isEmpty ? nil : orders.readings,
            files: files + lists, lostRuns: planned.registration.lostRuns,
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
