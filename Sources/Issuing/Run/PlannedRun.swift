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

    /// Draws what is planned and gives the files their names, with nobody looking at them in between.
    ///
    /// - Parameter progress: told now and then how far the run is; from any thread.
    /// - Returns: the run, whose files have their names.
    /// - Throws: ``StoppedRun``: the same command goes on from there.
    package func publish(
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> PublishedRun {
        switch self {
        case .planned(let planned): try await planned.draw(progress: progress).publish(progress: progress)
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

    /// Draws all files into the output folder's staging folder, and registers them in a transaction that stays open.
    ///
    /// - Parameter progress: told now and then how far the run is; from any thread.
    /// - Returns: the run, whose files are whole and have no names yet.
    /// - Throws: ``StoppedRun`` where files are whole; `DrawingError`, `FileError`, `CancellationError`.
    package func draw(
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> DrawnRun {
        do {
            let registrar = begin()
            progress(RunProgress(.drawing, 0, of: orders.plan.entries.count))
            let drawn = DrawnRun(self, registrar)
            drawn.files = try await draw(try job(), registrar, progress)
            return drawn
        } catch {
            throw RunPipeline.stopped(error, staged, of: parts.count)
        }
    }

    /// Lets the register take in what is drawn, part by part.
    private func begin() -> Registrar {
        let entry = RunEntry(
            run: pipeline.registered(run, terms, rows: orders.read, folder: staged.out.absolute), people: orders.people,
            reason: orders.reason)
        return Registrar(parts: parts.count, of: staged) { [registration, run] registrar in
            try registration.register(RegistrableRun(run: run, entry: entry, registrar: registrar))
        }
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
