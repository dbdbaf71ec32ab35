import Files
import Layout
import Office
import Payload
import Register
import Synchronization

/// What a run comes to before anything is drawn.
package enum RunPlan {
    /// Its files are to be drawn.
    case planned(PlannedRun)
    /// It had ended before, and nobody was told of it: the same command prints nothing more.
    case ended(PublishedRun)

    /// Draws what is planned, registers it and gives the files their names.
    ///
    /// - Parameters:
    ///   - progress: told now and then how far the run is; from any thread.
    ///   - look: looks at the files before they are registered; where it throws, they are not.
    /// - Returns: the run, whose files have their names.
    /// - Throws: ``StoppedRun``: the same command goes on from there; and what `look` throws.
    package func publish(
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }, look: (DrawnRun) async throws -> Void = { _ in }
    ) async throws -> PublishedRun {
        switch self {
        case .planned(let planned): try await planned.publish(progress, look)
        case .ended(let published): published
        }
    }
}

/// A run whose orders and files are known, of which those are drawn already that were whole when it was stopped.
package struct PlannedRun {
    package let pipeline: RunPipeline
    package let run: StagedRun
    package let terms: Terms
    let orders: Orders
    let parts: [Part]
    let receipts: ReceiptFiles?
    let registration: RunRegistration
    package let staged: StagedFolder

    /// Files that a stopped run left whole, of how many; nil where there are none.
    package var resumed: (whole: Int, of: Int)? {
        staged.wholeParts > 0 ? (staged.wholeParts, parts.count) : nil
    }

    /// Does a part of the run's work; where it cannot be done and files are whole, the run is called stopped.
    package func stopping<Result>(_ work: () async throws -> Result) async throws -> Result {
        do { return try await work() } catch { throw RunPipeline.stopped(error, staged, of: parts.count) }
    }

    fileprivate func publish(
        _ progress: @escaping @Sendable (RunProgress) -> Void, _ look: (DrawnRun) async throws -> Void
    ) async throws -> PublishedRun {
        let entry = pipeline.registered(run, terms, rows: orders.read, folder: staged.out.absolute)
        let registrar = Registrar(parts: parts.count, of: staged) {
            [register = registration.register, run, people = orders.people, reason = orders.reason] in
            try RunTransaction(
                register, entry, number: run.number, shard: run.identity.shard, people: people, reason: reason)
        }
        // What leaves here early cancels it, and waits until everything is taken back.
        async let registered: Void = registrar.register()
        let drawn = try await stopping { DrawnRun(planned: self, files: try await draw(job(), registrar, progress)) }
        try await look(drawn)
        do {
            progress(RunProgress(.writing, 0))
            var report = try drawn.writeLists()
            try Task.checkCancellation()
            progress(RunProgress(.registering, 0, of: report.printed))
            let settlement = try staged.prepare(&report)
            registrar.end()
            try await registered
            progress(RunProgress(.registering, report.printed, of: report.printed))
            try staged.end(settlement, settled: registration.settled)
            return PublishedRun(report: report, out: staged.out, lock: pipeline.lock)
        } catch { throw RunPipeline.stopped(error, staged, of: parts.count) }
    }

    private func job() throws -> PartPrinter.Job {
        PartPrinter.Job(
            office: pipeline.office.configuration, template: pipeline.template, sheets: pipeline.sheets,
            run: run.number,
            signers: try pipeline.signers(), clock: terms.validity.issued, rejections: orders.rejections,
            entries: orders.plan.entries, slots: orders.plan.slots, spool: orders.plan.spool.file,
            photos: pipeline.photos.map {
                PhotoFolder.Search(folder: $0, identityField: orders.identityField, hasRoster: orders.hasRoster)
            }, staged: staged)
    }

    /// Draws all parts that are not whole yet, so many at once; a worker takes the next part when it has ended one.
    private func draw(
        _ job: PartPrinter.Job, _ registrar: Registrar, _ progress: @escaping @Sendable (RunProgress) -> Void
    ) async throws -> [RunReport.File] {
        let total = job.entries.count
        progress(RunProgress(.drawing, 0, of: total))
        let counters = Counters()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<min(pipeline.jobs, max(1, parts.count)) {
                group.addTask { @concurrent [parts, fonts = pipeline.fonts] in
                    let printer = try PartPrinter(job, fonts: fonts)
                    while true {
                        let number = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard number < parts.count else { return }
                        let journal = try printer.whole(parts[number], number) { count in
                            let done = counters.done.wrappingAdd(count, ordering: .relaxed).newValue
                            progress(RunProgress(.drawing, done, of: total))
                        }
                        registrar.add(number)
                        // A turn for the registrar, where there are no more threads than workers.
                        await Task.yield()
                        guard !journal.items.isEmpty else { continue }
                        let file = RunReport.File(
                            file: journal.file, sheets: journal.sheets, items: journal.items.count)
                        counters.files.withLock { $0[number] = file }
                    }
                }
            }
            // The first error leaves here, which cancels the other workers; `waitForAll` would let them draw to the end.
            while try await group.next() != nil {}
        }
        return counters.files.withLock { files in files.sorted { $0.key < $1.key }.map(\.value) }
    }
}

/// What the workers of a run share: the next part to take, how many rows are drawn, and the files by their part.
private final class Counters: Sendable {
    let next = Atomic(0)
    let done = Atomic(0)
    let files = Mutex<[Int: RunReport.File]>([:])
}
