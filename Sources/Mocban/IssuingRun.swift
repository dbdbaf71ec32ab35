public import Layout
public import Payload
public import Register
import Roster
public import Tables

/// A run that issues a card to every person of a roster, or a poster to every venue of a list, who has no good one.
public struct IssuingRun: Sendable {
    private var press: Press
    private let grouping: Grouping
    private let holding: Holding
    private let shard: Shard?

    /// What is done for who has a good card or poster already.
    public struct Holding: Sendable {
        /// Whether it is printed once more, with the same serial.
        public var isReprinted: Bool
        /// Whether another takes its place where it says something else than the roster.
        public var isReissued: Bool

        /// Creates a choice; by itself nothing is done.
        public init(isReprinted: Bool = false, isReissued: Bool = false) {
            self.isReprinted = isReprinted
            self.isReissued = isReissued
        }
    }

    /// Told what a proof of the files found before they get their names; nil, as it is at first, where they are not proved.
    ///
    /// Where the proof finds faults the run throws ``ProofFailure`` and no file gets its name.
    public var proof: (@Sendable (ProofReport) -> Void)? {
        get { press.proof }
        set { press.proof = newValue }
    }

    /// Prepares a run: loads the template, the fonts and the keys.
    ///
    /// - Parameters:
    ///   - kind: cards or venue posters.
    ///   - office: the issuing office.
    ///   - resources: Mocban's templates and fonts.
    ///   - template: a template's name; nil for the office's choice.
    ///   - language: the language of the template's own words.
    ///   - sheets: how pages are put on paper.
    ///   - photos: the folder of photographs, for a template that shows them.
    ///   - grouping: which cards are put together in a file.
    ///   - algorithm: what the payloads are signed with.
    ///   - holding: what is done for who has a good one already.
    ///   - shard: the share of the roster to print; nil for all of it. The others' rows are read and compared, not printed.
    ///   - jobs: files that are drawn at once.
    ///   - clock: the time of issue; the same roster and clock give the same bytes.
    ///   - isClockFixed: whether a stopped run of another time of issue is another run; else it goes on with its own.
    ///   - lock: the office's lock, which is held as long as the run is there.
    /// - Throws: `MocbanError`, `ConfigurationError`, `JWKSetError` or `KeyringError`.
    public init(
        _ kind: ClaimsKind, office: Office, resources: Resources, template: String? = nil,
        language: TemplateLanguage = .vietnamese, sheets: SheetChoices = SheetChoices(), photos: String? = nil,
        grouping: Grouping = .none, algorithm: Algorithm = .hmac256, holding: Holding = Holding(),
        shard: Shard? = nil, jobs: Int = 1, clock: Timestamp, isClockFixed: Bool = true, lock: OfficeLock
    ) throws {
        press = try Press(
            kind, office: office, resources: resources, template: template, language: language, sheets: sheets,
            photos: photos, algorithm: algorithm, jobs: jobs, clock: clock, isClockFixed: isClockFixed, lock: lock)
        self.grouping = grouping
        self.holding = holding
        self.shard = shard
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
    ///   - progress: told now and then how far the run is; from any thread.
    ///   - resuming: told once how many of how many files a stopped run left whole, where it did.
    ///   - answer: told what was printed before the last trace of the run is removed: the same run, begun again after a kill
    ///     before that, gives the same answer and prints nothing more.
    /// - Returns: What was printed and what was rejected.
    /// - Throws: `RosterError`, `MocbanError`, `DrawingError`, or `CancellationError` where its task was cancelled; where
    ///   files are whole by then, ``StoppedRun``.
    public func print(
        _ roster: String, convertedFrom original: String? = nil, to out: String,
        options: ReadingOptions = ReadingOptions(),
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        resuming: @escaping @Sendable (_ whole: Int, _ of: Int) -> Void = { _, _ in },
        answer: @Sendable (RunReport) throws -> Void = { _ in }
    ) async throws -> RunReport {
        try await print(
            roster, convertedFrom: original, to: out, options: options, registration: nil, progress: progress,
            resuming: resuming, answer: answer)
    }

    func print(
        _ roster: String, convertedFrom original: String? = nil, to out: String,
        options: ReadingOptions = ReadingOptions(), registration: RunRegistration?,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        resuming: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
        answer: @Sendable (RunReport) throws -> Void = { _ in }
    ) async throws -> RunReport {
        let input = try RosterInput(roster, convertedFrom: original, options: options)
        let registration =
            try registration
            ?? RunRegistration(press.office.register(.writing), keyring: press.keyring, out: out, shard: shard)
        let folder = try OutputFolder(out, key: press.keyring.stagingKey())
        try input.copyPipe(into: out)
        let flags = (holding.isReprinted ? ["reprints"] : []) + (holding.isReissued ? ["reissues"] : [])
        let assignment = Press.Assignment(
            command: press.kind.command, roster: input.name, input: input.digest, options: input.options,
            grouping: grouping, shard: shard, flags: flags)
        return try await press.print(
            assignment, to: folder, registration, resuming: resuming, progress: progress, answer: answer
        ) { terms, snapshot in
            let orders =
                switch press.kind {
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
            localities: press.office.configuration.places, folder: folder)
        let intake = try Intake(
            reader, against: snapshot, terms: terms, holding: holding, grouping: grouping, shard: shard, folder: folder,
            usesTwoCores: press.jobs > 1, progress: progress)
        return intake.orders(reason: "replaced, as the roster says something else")
    }
}
