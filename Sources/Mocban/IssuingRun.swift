import Drawing
import Foundation
import Layout
public import Payload
import Roster
import Synchronization
public import Tables

/// A run that issues a card to every person of a roster, or a poster to every venue of a list.
public struct IssuingRun: Sendable {
    /// What a run came to.
    public struct Report: Sendable, Encodable {
        /// A file that the run made.
        public struct File: Sendable, Encodable {
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
    private let grouping: Grouping
    private let jobs: Int
    private let validity: Validity
    private let signer: Signer
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
    ///   - lock: the office's lock, which is held as long as the run is there.
    /// - Throws: `MocbanError`, `ConfigurationError`, `JWKSetError` or `KeyringError`.
    public init(
        _ kind: ClaimsKind, office: Office, resources: Resources, template: String? = nil, grouping: Grouping = .none,
        algorithm: Algorithm = .hmac256, jobs: Int = 1, clock: Timestamp,
        lock: OfficeLock
    ) throws {
        self.office = office
        self.lock = lock
        self.kind = kind
        self.grouping = grouping
        self.jobs = max(1, jobs)
        let configuration = office.configuration
        let library = TemplateLibrary(resources: resources, office: office.folder)
        switch kind {
        case .card:
            self.template = try library.template(template ?? configuration.cardTemplate, kind: .card)
            validity = Validity(issued: clock, days: configuration.cardDays)
            guard self.template.size == .id1 else { throw MocbanError.wrongSize(name: self.template.name) }
        case .venue:
            self.template = try library.template(template ?? configuration.posterTemplate, kind: .poster)
            validity = Validity(issued: clock, days: configuration.posterDays)
        }
        fonts = try FontFiles(resources: resources, officeFonts: office.folder + "/fonts")
        let keyring = try office.keyring()
        let key = try keyring.signingKey(for: kind, algorithm: algorithm, at: clock)
        guard key.unit == configuration.unit else {
            throw MocbanError.otherUnit(settings: configuration.unit.description, keys: key.unit.description)
        }
        signer = try Signer(key: key)
        serialKey = try keyring.serialKey()
    }

    /// Reads a roster and prints it into a folder: PDF files, `manifest.json` and `rejected.csv`.
    ///
    /// Files get their names only when all of them are whole. The files of an earlier run of the same roster are
    /// replaced; those of any other run are moved into a folder beside.
    ///
    /// - Parameters:
    ///   - roster: a CSV file or a workbook of people or of venues.
    ///   - out: the folder, made where it is not there.
    ///   - options: the encoding and the sheet, where they are not to be found from the file.
    ///   - progress: told now and then how many of how many rows are drawn; from any thread.
    /// - Returns: What was printed and what was rejected.
    /// - Throws: `RosterError`, `MocbanError`, `DrawingError`, or `CancellationError` where its task was cancelled.
    public func print(
        _ roster: String, to out: String, options: ReadingOptions = ReadingOptions(),
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Report {
        do {
            switch kind {
            case .card: return try await print(Person.self, roster, to: out, options, progress: progress)
            case .venue: return try await print(Venue.self, roster, to: out, options, progress: progress)
            }
        } catch DrawingError.cannotWrite(let path, let reason) {
            throw MocbanError.outputUnwritable(path: StagedFolder.finalPath(path), reason: reason)
        }
    }

    private func print<Record: Issuable>(
        _: Record.Type, _ roster: String, to out: String, _ options: ReadingOptions,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Report {
        guard let today = VietnamDay(validity.issued).calendarDate else {
            throw MocbanError.inputUnreadable(path: "the clock", reason: "\(validity.issued) is not a time of issue")
        }
        try prepare()
        // The roster is opened before the folder is made, so that a wrong name leaves nothing behind.
        let reader = try RosterReader<Record>(
            path: roster, today: today, options: options, places: office.configuration.places)
        let name = (roster as NSString).lastPathComponent
        let staged = try StagedFolder(out, command: kind.command, roster: name)
        let intake = try Intake(reader, grouping: grouping, folder: out)
        let profile = kind == .card ? SheetProfile.a4TwoByFive : .whole(template.size)
        let parts = intake.parts(
            capacity: profile.capacity * Self.sheetsInFile, whole: kind.command)
        let manifest = try Manifest(
            path: staged.path(of: StagedFolder.manifestName), head: head(roster: name), list: kind.command)
        let job = PartPrinter<Record>.Job(
            office: office.configuration, template: template, profile: profile, signer: signer, serialKey: serialKey,
            validity: validity, parser: intake.parser, rejections: intake.rejections, entries: intake.entries,
            spool: intake.spool.file, staged: staged)
        try await draw(parts, job, manifest, progress)
        let rejected = intake.rejections.count
        try intake.rejections.write(to: staged.path(of: Rejections.fileName))
        let files = try manifest.close(
            read: intake.rowsRead, rejected: rejected, passedOver: intake.passedOver)
        try Task.checkCancellation()
        let archive = try staged.commit(files.map(\.file) + [Rejections.fileName, StagedFolder.manifestName])
        return Report(
            read: intake.rowsRead, printed: files.reduce(0) { $0 + $1.items }, rejected: rejected,
            passedOver: intake.passedOver, warned: intake.warned, unreadSheets: intake.unreadSheets, files: files,
            earlierRun: archive)
    }

    /// Finds the template's own faults before anything is read or written.
    private func prepare() throws {
        do { try fonts.typesetter().prepare(template) } catch {
            throw MocbanError.faultyTemplate(name: template.name, message: fonts.explained(error))
        }
    }

    /// Draws all parts, `jobs` at once; a worker takes the next part when it has ended one.
    private func draw<Record: Issuable>(
        _ parts: [Part], _ job: PartPrinter<Record>.Job, _ manifest: Manifest,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws {
        let total = job.entries.count
        let counters = Counters()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<min(jobs, max(1, parts.count)) {
                group.addTask { @concurrent in
                    let printer = try PartPrinter(job, fonts: fonts)
                    while true {
                        let number = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
                        guard number < parts.count else { return }
                        let part = parts[number]
                        let (sheets, items) = try printer.draw(part) { count in
                            progress(counters.done.wrappingAdd(count, ordering: .relaxed).newValue, total)
                        }
                        try manifest.add(part: number, file: part.file, sheets: sheets, items: items)
                    }
                }
            }
            // The first error leaves here, which cancels the other workers; `waitForAll` would let them draw to the end.
            while try await group.next() != nil {}
        }
    }

    private func head(roster: String) -> Manifest.Head {
        Manifest.Head(
            command: kind.command, roster: roster, template: template.name, kid: signer.key.id.description,
            algorithm: signer.key.algorithm.rawValue, created: validity.issued.description,
            expires: validity.expires.description, unit: office.configuration.unit.rawValue)
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

/// What the workers of a run share: the next part to take, and how many rows are drawn.
private final class Counters: Sendable {
    let next = Atomic(0)
    let done = Atomic(0)
}
