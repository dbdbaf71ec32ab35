import Files
import Layout
import Messages
public import Office
public import Payload
import Register
import Roster
package import Tables
public import Templates

/// A run that issues a card to every person of a roster, or a poster to every venue of a list, who has no good one.
public struct IssuingRun: Sendable {
    package let pipeline: RunPipeline

    /// Prepares a run: loads the template, the fonts and the keys.
    ///
    /// - Parameters:
    ///   - kind: cards or venue posters.
    ///   - office: the issuing office.
    ///   - resources: Mocban's templates and fonts.
    ///   - options: how it prints.
    ///   - lock: the office's lock, which is held as long as the run is there.
    /// - Throws: `TemplateError`, `SheetError`, `IssuingError`, `OfficeError`, `ConfigurationError` or `KeyringError`.
    public init(
        _ kind: ClaimsKind, office: Office, resources: Resources, options: RunOptions, lock: OfficeLock
    ) throws {
        pipeline = try RunPipeline(kind, office: office, resources: resources, options: options, lock: lock)
    }

    /// Reads a roster and prints it into a folder: PDF files, `manifest.json` and `rejected.csv`.
    ///
    /// Files get their names only when all of them are whole. The files of an earlier run are moved into a folder beside.
    /// A run that is stopped, by whatever, goes on when it is begun again in the same way, from the files that were whole.
    ///
    /// - Parameters:
    ///   - roster: a CSV file or a workbook of people or of venues.
    ///   - out: the folder, made where it is not there.
    ///   - progress: told now and then how far the run is; from any thread.
    /// - Returns: What was printed and what was rejected.
    /// - Throws: `RosterError`, `FileError`, a `Failure` of drawing, or `CancellationError` where its task was cancelled; where
    ///   files are whole by then, ``StoppedRun``.
    public func print(
        _ roster: String, to out: String, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunReport {
        let published = try await plan(roster, to: out, progress: progress).publish(progress: progress)
        published.acknowledge()
        return published.report
    }

    /// Reads a roster, holds it against the register and plans what is printed, as ``print(_:to:progress:)`` begins.
    package func plan(
        _ roster: String, convertedFrom original: String? = nil, to out: String,
        options reading: ReadingOptions = ReadingOptions(), progress: (RunProgress) -> Void = { _ in }
    ) async throws -> RunPlan {
        let options = pipeline.options
        let input = try RosterInput(roster, convertedFrom: original, options: reading)
        let registration = try RunRegistration(
            pipeline.office.register(.writing), keyring: pipeline.keyring, out: out, shard: options.shard)
        let folder = try OutputFolder(out, key: pipeline.keyring.stagingKey())
        try input.copyPipe(into: out)
        let flags = (options.holding.isReprinted ? ["reprints"] : []) + (options.holding.isReissued ? ["reissues"] : [])
        let assignment = RunPipeline.Assignment(
            command: pipeline.kind.command, roster: input.name, input: input.digest, options: input.options,
            flags: flags)
        return try await pipeline.plan(assignment, to: folder, registration) { terms, snapshot in
            let snapshot = try snapshot.isEmpty ? nil : snapshot
            let orders =
                switch pipeline.kind {
                case .card: try orders(Person.self, input, terms, snapshot, out, progress)
                case .venue: try orders(Venue.self, input, terms, snapshot, out, progress)
                }
            try input.check()
            return orders
        }
    }

    private func orders<Source: Issuable>(
        _: Source.Type, _ input: RosterInput, _ terms: Terms, _ snapshot: Register.Snapshot?, _ folder: String,
        _ progress: (RunProgress) -> Void
    ) throws -> Orders {
        let reader = try RosterReader<Source>(
            path: input.path, today: terms.today, options: input.options,
            localities: pipeline.office.configuration.localities,
            folder: folder)
        return try RosterMatching(
            reader, against: snapshot, terms: terms, options: pipeline.options, folder: folder, progress: progress
        ).orders
    }
}
