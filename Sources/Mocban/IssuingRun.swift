import Drawing
import Foundation
import Glibc
import Layout
public import Payload
import Roster
import Synchronization
public import Tables
import VietnameseText

/// A run that issues a card to every person of a roster, or a poster to every venue of a list.
public struct IssuingRun: Sendable {
    /// What a run came to.
    public struct Report: Sendable, Codable {
        /// A file that the run made.
        public struct File: Sendable, Codable {
            /// Its name in the output folder.
            public var file: String
            /// Its sheets of paper.
            public var sheets: Int
            /// The cards or posters on them.
            public var items: Int
        }

        /// Rows of the roster, header and blank rows not counted; always `printed`, `rejected` and `passedOver` together.
        public var read: Int
        /// Cards or posters printed.
        public var printed: Int
        /// Rows that got none, listed in `rejected.csv`.
        public var rejected: Int
        /// Rows that are nobody's: notes, totals, a repeated header.
        public var passedOver: Int
        /// Rows not rejected that an officer should look at, as `mocban roster check` shows.
        public var warned: Int
        /// Sheets of a workbook that nothing was printed from, though they look like the one that was read.
        public var unreadSheets: [String]
        /// The PDF files.
        public var files: [File]
        /// Where the files of another run, which the output folder held, are now.
        public var earlierRun: String?
    }

    private let office: Office
    private let lock: OfficeLock
    private let kind: ClaimsKind
    private let template: Template
    private let templateFile: String
    private let grouping: Grouping
    private let algorithm: Algorithm
    private let jobs: Int
    private let clock: Timestamp
    private let isClockFixed: Bool
    private let keyring: Keyring
    private let serialKey: SerialKey
    private let fonts: FontFiles

    // Sheets in one PDF at most: Cairo keeps some of each sheet in memory until the file ends.
    private static let sheetsInFile = 100

    /// Prepares a run: loads the template, the fonts and the keys.
    ///
    /// - Parameters:
    ///   - kind: cards or venue posters.
    ///   - office: the issuing office.
    ///   - resources: Mocban's templates and fonts.
    ///   - template: a template's name; nil for the office's choice.
    ///   - grouping: which cards are put together in a file.
    ///   - algorithm: what the payloads are signed with.
    ///   - jobs: files that are drawn at once.
    ///   - clock: the time of issue; the same roster and clock give the same bytes.
    ///   - isClockFixed: whether a stopped run of another time of issue is another run; else it goes on with its own.
    ///   - lock: the office's lock, which is held as long as the run is there.
    /// - Throws: `MocbanError`, `ConfigurationError`, `JWKSetError` or `KeyringError`.
    public init(
        _ kind: ClaimsKind, office: Office, resources: Resources, template: String? = nil, grouping: Grouping = .none,
        algorithm: Algorithm = .hmac256, jobs: Int = 1, clock: Timestamp,
        isClockFixed: Bool = true, lock: OfficeLock
    ) throws {
        self.office = office
        self.lock = lock
        self.kind = kind
        self.grouping = grouping
        self.algorithm = algorithm
        self.jobs = max(1, jobs)
        self.clock = clock
        self.isClockFixed = isClockFixed
        let configuration = office.configuration
        let library = TemplateLibrary(resources: resources, office: office.folder)
        switch kind {
        case .card:
            (self.template, templateFile) = try library.file(template ?? configuration.cardTemplate, kind: .card)
            guard self.template.size == .id1 else { throw MocbanError.wrongSize(name: self.template.name) }
        case .venue:
            (self.template, templateFile) = try library.file(template ?? configuration.posterTemplate, kind: .poster)
        }
        fonts = try FontFiles(resources: resources, officeFonts: office.folder + "/fonts")
        keyring = try office.keyring()
        serialKey = try keyring.serialKey()
        let key = try signingKey(at: clock)
        guard key.unit == configuration.unit else {
            throw MocbanError.otherUnit(settings: configuration.unit.description, keys: key.unit.description)
        }
    }

    /// Reads a roster and prints it into a folder: PDF files, `manifest.json` and `rejected.csv`.
    ///
    /// Files get their names only when all of them are whole. The files of an earlier run are moved into a folder beside.
    /// A run that is stopped, by whatever, goes on when it is begun again in the same way, from the files that were whole.
    ///
    /// - Parameters:
    ///   - roster: a CSV file or a workbook of people or of venues.
    ///   - original: the file that the roster was converted from, where it was.
    ///   - out: the folder, made where it is not there.
    ///   - options: the encoding and the sheet, where they are not to be found from the file.
    ///   - progress: told now and then how many of how many rows are drawn; from any thread.
    ///   - resuming: told once how many of how many files a stopped run left whole, where it did.
    /// - Returns: What was printed and what was rejected.
    /// - Throws: `RosterError`, `MocbanError`, `DrawingError`, or `CancellationError` where its task was cancelled; where
    ///   files are whole by then, ``StoppedRun``.
    public func print(
        _ roster: String, convertedFrom original: String? = nil, to out: String,
        options: ReadingOptions = ReadingOptions(),
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
        resuming: @escaping @Sendable (_ whole: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Report {
        try await print(
            roster, convertedFrom: original, to: out, options: options, registration: .none, progress: progress,
            resuming: resuming)
    }

    func print(
        _ roster: String, convertedFrom original: String? = nil, to out: String,
        options: ReadingOptions = ReadingOptions(), registration: RunRegistration,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        resuming: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Report {
        let input = try RosterInput(roster, convertedFrom: original, options: options)
        do {
            switch kind {
            case .card: return try await print(Person.self, input, to: out, registration, resuming, progress)
            case .venue: return try await print(Venue.self, input, to: out, registration, resuming, progress)
            }
        } catch {
            throw Self.outward(error)
        }
    }

    /// An error that names files as they are to be, not as they are staged.
    private static func outward(_ error: any Error) -> any Error {
        guard case DrawingError.cannotWrite(let path, let reason) = error else { return error }
        return MocbanError.outputUnwritable(path: StagedFolder.finalPath(path), reason: reason)
    }

    private func print<Record: Issuable>(
        _: Record.Type, _ input: RosterInput, to out: String, _ registration: RunRegistration,
        _ resuming: @escaping @Sendable (Int, Int) -> Void, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Report {
        try prepare()
        let folder = try OutputFolder(out)
        try input.copyPipe(into: out)
        let identity = try identity(of: input, registration)
        if let report = try ended(identity, in: folder, registration) { return report }
        let run = try run(identity, in: folder, registration)
        let clock = Timestamp(run.clock) ?? clock
        guard let today = VietnamDay(clock).calendarDate else {
            throw MocbanError.inputUnreadable(path: "the clock", reason: "\(clock) is not a time of issue")
        }
        // Opened before what a stopped run left is thrown away, so that a faulty roster does no harm.
        let reader = try RosterReader<Record>(
            path: input.path, today: today, options: input.options, places: office.configuration.places)
        let staged = try StagedFolder(folder, run: run)
        var total: Int?
        do {
            let intake = try Intake(reader, grouping: grouping, folder: out)
            try input.check()
            let profile = kind == .card ? SheetProfile.a4TwoByFive : .whole(template.size)
            let parts = intake.parts(capacity: profile.capacity * Self.sheetsInFile, whole: kind.command)
            total = parts.count
            // Nobody should wait for the end to hear it.
            try staged.checkNames(parts.map(\.file) + [Rejections.fileName])
            if staged.wholeParts > 0 { resuming(staged.wholeParts, parts.count) }
            let validity = Validity(
                issued: clock,
                days: kind == .card ? office.configuration.cardDays : office.configuration.posterDays)
            let job = PartPrinter<Record>.Job(
                office: office.configuration, template: template, profile: profile,
                signer: try Signer(key: try signingKey(at: clock)), serialKey: serialKey, validity: validity,
                parser: intake.parser, rejections: intake.rejections, entries: intake.entries,
                spool: intake.spool.file, staged: staged)
            let files = try await draw(parts, job, progress)
            FaultPoint.beforeManifest.pass()
            try intake.rejections.write(to: staged.path(of: Rejections.fileName))
            let report = Report(
                read: intake.rowsRead, printed: files.reduce(0) { $0 + $1.items }, rejected: intake.rejections.count,
                passedOver: intake.passedOver, warned: intake.warned, unreadSheets: intake.unreadSheets, files: files)
            try Manifest.write(
                to: staged.path(of: StagedFolder.manifestName), head: head(of: run, validity), list: kind.command,
                of: report, from: staged)
            try Task.checkCancellation()
            return try staged.commit(report, registration)
        } catch {
            guard staged.wholeParts > 0, !(error is StoppedRun) else { throw error }
            throw StoppedRun(files: staged.wholeParts, total: total, cause: Self.outward(error))
        }
    }

    // MARK: Which run it is

    private func signingKey(at clock: Timestamp) throws -> Key {
        try keyring.signingKey(for: kind, algorithm: algorithm, at: clock)
    }

    private func identity(of input: RosterInput, _ registration: RunRegistration) throws -> RunIdentity {
        var design = FileDigest()
        let pictures = template.face.marks.compactMap { mark in
            if case .picture(let picture) = mark { picture.path } else { nil }
        }
        for path in [templateFile] + pictures + fonts.found where !design.add(file: path) {
            throw MocbanError.inputUnreadable(path: path, reason: lastSystemError)
        }
        return RunIdentity(
            version: mocbanVersion, office: keyring.keys.first { $0.purpose == .serial }?.id.description ?? "",
            command: kind.command, roster: input.name, input: input.digest,
            encoding: input.options.encoding?.rawValue, sheet: input.options.sheet, template: template.name,
            design: design.text, settings: FileDigest.of(office.configuration.yaml.utf8).hexadecimal,
            grouping: grouping.rawValue, kid: try signingKey(at: clock).id.description,
            algorithm: algorithm.rawValue, unit: office.configuration.unit.rawValue, flags: registration.flags,
            registerHead: registration.head)
    }

    /// Ends a run that was stopped after it was registered; gives its report where it is this very command.
    private func ended(
        _ identity: RunIdentity, in folder: OutputFolder, _ registration: RunRegistration
    ) throws -> Report? {
        var settled = registration.settledBefore
        if let stopped = StagedFolder.settlement(in: folder)?.run {
            guard stopped.identity.office == identity.office else {
                throw MocbanError.outputUnwritable(
                    path: folder.path, reason: "another office's run was stopped there: choose another folder")
            }
            if try registration.isRegistered(stopped.number),
                let run = try StagedFolder.settle(folder, settled: registration.settled)
            {
                settled.append(run)
            }
        }
        return settled.last { settled in
            settled.run.identity.isSameCommand(as: identity)
                && (!isClockFixed || settled.run.clock == clock.description)
        }?.report
    }

    /// The run to print: a stopped one with its clock where it is the same, else a new one.
    private func run(
        _ identity: RunIdentity, in folder: OutputFolder, _ registration: RunRegistration
    ) throws -> StagedRun {
        let new = StagedRun(identity: identity, number: registration.number, clock: clock.description)
        guard !isClockFixed, let stopped = StagedFolder.stopped(in: folder), let clock = Timestamp(stopped.clock),
            (try? signingKey(at: clock))?.id.description == identity.kid
        else { return new }
        let same = StagedRun(identity: identity, number: registration.number, clock: stopped.clock)
        return stopped == same ? same : new
    }

    /// Finds the template's own faults before anything is read or written.
    private func prepare() throws {
        do { try fonts.typesetter().prepare(template) } catch {
            throw MocbanError.faultyTemplate(name: template.name, message: fonts.explained(error))
        }
    }

    /// Draws all parts that are not whole yet, `jobs` at once; a worker takes the next part when it has ended one.
    private func draw<Record: Issuable>(
        _ parts: [Part], _ job: PartPrinter<Record>.Job, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> [Report.File] {
        let total = job.entries.count
        let counters = Counters()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<min(jobs, max(1, parts.count)) {
                group.addTask { @concurrent in
                    let printer = try PartPrinter(job, fonts: fonts)
                    while true {
                        let number = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard number < parts.count else { return }
                        let journal = try printer.whole(parts[number], number) { count in
                            progress(counters.done.wrappingAdd(count, ordering: .relaxed).newValue, total)
                        }
                        guard !journal.items.isEmpty else { continue }
                        let file = Report.File(
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

    private func head(of run: StagedRun, _ validity: Validity) -> Manifest.Head {
        Manifest.Head(
            id: run.number, command: run.identity.command, roster: run.identity.roster,
            template: run.identity.template, kid: run.identity.kid, algorithm: run.identity.algorithm,
            created: validity.issued.description, expires: validity.expires.description, unit: run.identity.unit)
    }
}

extension ClaimsKind {
    /// The command that prints them.
    package var command: String {
        switch self {
        case .card: "cards"
        case .venue: "posters"
        }
    }
}

/// What the workers of a run share: the next part to take, how many rows are drawn, and the files by their part.
private final class Counters: Sendable {
    let next = Atomic(0)
    let done = Atomic(0)
    let files = Mutex<[Int: IssuingRun.Report.File]>([:])
}
