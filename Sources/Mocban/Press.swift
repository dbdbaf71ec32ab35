import Calendar
import Drawing
import Files
import Foundation
import Layout
import Payload
import Register
import Roster
import Synchronization
import Tables

/// What all runs of an office print with: a template, fonts, keys, and the register that every sheet is entered in.
struct Press: Sendable {
    /// What a run is asked to do, apart from its clock.
    struct Assignment: Sendable {
        /// The command: `cards`, `posters`, `reprint` or `reissue`.
        var command: String
        /// The name of the roster's file; empty where there is none.
        var roster = ""
        /// The SHA-256 of the roster's bytes, or of what was asked for, in hexadecimal.
        var input: String
        /// How to read the roster.
        var options = ReadingOptions()
        /// Which cards are put together.
        var grouping = Grouping.none
        /// The share of the roster that is printed; nil for all of it.
        var shard: Shard?
        /// What else was asked for that decides what is printed.
        var flags: [String] = []
    }

    let office: Office
    let kind: ClaimsKind
    /// The template as it is printed, with the run's ink and encoder.
    let template: Template
    let sheets: SheetSetup
    /// The folder of photographs; nil for a template without.
    let photos: PhotoFolder?
    let keyring: Keyring
    let serialKey: SerialKey

    private let lock: OfficeLock
    let templateFile: String
    let fonts: FontFiles
    let algorithm: Algorithm
    let jobs: Int
    /// Told what a proof of the files found before they get their names; nil where they are not proved.
    var proof: (@Sendable (ProofReport) -> Void)?
    let clock: Timestamp
    let isClockFixed: Bool

    // Sheets in one PDF at most: Cairo keeps some of each sheet in memory until the file ends. A sheet for a print shop has
    // one card instead of ten.
    private var sheetsInFile: Int { sheets.form.printShop && kind == .card ? 1000 : 100 }

    /// Loads the template, the fonts and the keys; the parameters are those of ``IssuingRun``.
    init(
        _ kind: ClaimsKind, office: Office, resources: Resources, template: String?, language: TemplateLanguage,
        sheets: SheetChoices, photos: String?, algorithm: Algorithm, jobs: Int, clock: Timestamp, isClockFixed: Bool,
        lock: OfficeLock
    ) throws {
        self.office = office
        self.lock = lock
        self.kind = kind
        self.algorithm = algorithm
        self.jobs = max(1, jobs)
        self.clock = clock
        self.isClockFixed = isClockFixed
        let configuration = office.configuration
        let library = TemplateLibrary(resources: resources, office: office.folder)
        let plain: Template
        switch kind {
        case .card:
            (plain, templateFile) = try library.file(
                template ?? configuration.cardTemplate, kind: .card, language: language)
        case .venue:
            (plain, templateFile) = try library.file(
                template ?? configuration.posterTemplate, kind: .poster, language: language)
        }
        guard plain.hasPortrait == (photos != nil) else {
            throw photos == nil
                ? MocbanError.photosNeeded(template: plain.name) : .photosUnused(template: plain.name)
        }
        self.photos = try photos.map { try PhotoFolder($0) }
        self.sheets = try SheetSetup(sheets, plain, office: office, resources: resources)
        self.template = self.sheets.asPrinted(plain)
        fonts = try FontFiles(resources: resources, officeFonts: office.folder + "/fonts")
        keyring = try office.keyring()
        serialKey = try keyring.serialKey()
        let key = try signingKey(at: clock)
        guard key.unit == configuration.unit else {
            throw MocbanError.otherUnit(settings: configuration.unit.description, keys: key.unit.description)
        }
    }

    /// Prints orders into a folder and registers them; a stopped run of the same assignment goes on.
    ///
    /// A run that is killed before `answer` has ended gives the same answer when it is begun again, and prints nothing more;
    /// where `answer` throws, so does it.
    ///
    /// - Parameters:
    ///   - assignment: what is asked for.
    ///   - out: the folder.
    ///   - registration: the office's register.
    ///   - resuming: told once how many of how many files a stopped run left whole, where it did.
    ///   - progress: told now and then how far the run is; from any thread.
    ///   - answer: told what was printed, when all is done.
    ///   - orders: makes the orders for a time of issue; it may keep spools in the folder.
    /// - Returns: What was printed.
    /// - Throws: ``StoppedRun`` where files are whole, and what `orders` and `answer` throw.
    func print(
        _ assignment: Assignment, to out: OutputFolder, _ registration: RunRegistration,
        resuming: @Sendable (Int, Int) -> Void, progress: @escaping @Sendable (RunProgress) -> Void,
        answer: @Sendable (RunReport) throws -> Void, orders: (Terms, Register.Snapshot?) throws -> Orders
    ) async throws -> RunReport {
        let report = try await printed(
            assignment, to: out, registration, resuming: resuming, progress: progress, orders: orders)
        try answer(report)
        FaultPoint.answered.pass()
        StagedFolder.forget(in: out)
        return report
    }

    private func printed(
        _ assignment: Assignment, to out: OutputFolder, _ registration: RunRegistration,
        resuming: @Sendable (Int, Int) -> Void, progress: @escaping @Sendable (RunProgress) -> Void,
        orders: (Terms, Register.Snapshot?) throws -> Orders
    ) async throws -> RunReport {
        // Fonts and pictures are loaded while the roster is read; what is wrong with them is told first.
        async let prepared: Void = prepare()
        let identity: RunIdentity
        do { identity = try self.identity(of: assignment, registration) } catch {
            try await prepared
            throw error
        }
        if let report = try ended(identity, in: out, registration) { return report }
        let run = try run(identity, in: out, registration)
        let terms = try terms(at: Timestamp(run.clock) ?? clock)
        // Made before what a stopped run left is thrown away, so that a faulty roster does no harm.
        let read = Result { try registration.reading { snapshot in try orders(terms, snapshot) } }
        try await prepared
        let orders = try read.get()
        releaseFreedMemory()
        let staged = try StagedFolder(out, run: run)
        var total: Int?
        do {
            let parts = try orders.plan.parts(
                capacity: sheets.layout.profile.capacity * sheetsInFile, whole: assignment.command,
                keepsHouseholds: sheets.form.keepsHouseholds, sheets: sheetsInFile)
            total = parts.count
            let receipts = sheets.form.receipts ? ReceiptFiles(parts) : nil
            try staged.checkNames(
                parts.map(\.file) + (receipts?.names ?? []) + [RowList.Kind.rejected.rawValue])
            if staged.wholeParts > 0 { resuming(staged.wholeParts, parts.count) }
            let job = PartPrinter.Job(
                office: office.configuration, template: template, sheets: sheets, run: run.number,
                signers: try signers(), clock: terms.validity.issued, rejections: orders.rejections,
                entries: orders.plan.entries, slots: orders.plan.slots, spool: orders.plan.spool.file,
                photos: photos.map {
                    PhotoFolder.Search(
                        folder: $0, identityField: orders.identityField, hasRoster: orders.hasRoster)
                }, staged: staged)
            let entry = RunEntry(
                run: registered(run, terms, rows: orders.read, folder: out.absolute), people: orders.people,
                reason: orders.reason)
            let registrar = Registrar(parts: parts.count, of: staged) { registrar in
                try registration.register(RegistrableRun(run: run, entry: entry, registrar: registrar))
            }
            defer { registrar.giveUp() }
            progress(RunProgress(.drawing, 0, of: orders.plan.entries.count))
            let drawn = try await draw(parts, job, registrar) { progress(RunProgress(.drawing, $0, of: $1)) }
            if let proof {
                let count = drawn.reduce(0) { $0 + $1.items }
                proof(
                    try await prove(staged, at: terms.validity.issued) {
                        progress(RunProgress(.proving, $0, of: count))
                    })
            }
            progress(RunProgress(.writing, 0))
            let lists = try receipts?.write(self, run: run, validity: terms.validity, into: staged) ?? []
            let files = drawn + lists
            FaultPoint.beforeManifest.pass()
            try orders.rejections.write(into: staged)
            if orders.changes.count > 0 || staged.holdsChanges { try orders.changes.write(into: staged) }
            let report = RunReport(
                run: run.number, shard: assignment.shard, read: orders.read, printed: files.reduce(0) { $0 + $1.items },
                rejected: orders.rejections.count, passedOver: orders.passedOver, holding: orders.holding,
                changed: orders.changes.count, otherShards: orders.elsewhere, warned: orders.warned,
                unreadSheets: orders.unreadSheets, files: files,
                lostRuns: registration.lostRuns, unendedRuns: registration.unendedRuns)
            try Manifest.write(
                to: staged.path(of: StagedFolder.manifestName), head: head(of: run, terms.validity),
                list: kind.command, of: report, from: staged)
            try Task.checkCancellation()
            progress(RunProgress(.registering, 0, of: report.printed))
            let whole = try staged.commit(report, registrar, settled: registration.settled)
            progress(RunProgress(.registering, whole.printed, of: whole.printed))
            return whole
        } catch {
            // The same command would draw the same faults again.
            if error is ProofFailure { throw error }
            guard staged.wholeParts > 0, !(error is StoppedRun) else { throw Self.outward(error) }
            throw StoppedRun(files: staged.wholeParts, total: total, cause: Self.outward(error))
        }
    }

    /// An error that names files as they are to be, not as they are staged.
    private static func outward(_ error: any Error) -> any Error {
        guard case DrawingError.cannotWrite(let path, let reason) = error else { return error }
        return MocbanError.outputUnwritable(path: StagedFolder.finalPath(path), reason: reason)
    }

    // MARK: Keys and terms

    func signingKey(at clock: Timestamp) throws -> Key {
        try keyring.signingKey(for: kind, algorithm: algorithm, at: clock)
    }

    /// What new cards are issued with at a time.
    private func terms(at clock: Timestamp) throws -> Terms {
        let configuration = office.configuration
        let days = kind == .card ? configuration.cardDays : configuration.posterDays
        return Terms(
            unit: configuration.unit, serialKey: serialKey, signingKey: try signingKey(at: clock).id,
            nameForm: configuration.nameForm, validity: Validity(issued: clock, days: days), today: clock.vietnamDay)
    }

    private func signers() throws -> [KeyID: Signer] {
        let keys = keyring.keys.filter { key in
            key.canSign && key.unit == office.configuration.unit && key.purpose.covers(kind)
        }
        return Dictionary(try keys.map { ($0.id, try Signer(key: $0)) }) { first, _ in first }
    }

    private func registered(_ run: StagedRun, _ terms: Terms, rows: Int, folder: String) -> Run {
        Run(
            command: run.identity.command, kind: kind, roster: run.identity.roster,
            input: [UInt8](hexadecimal: run.identity.input), template: run.identity.template, key: terms.signingKey,
            algorithm: algorithm, unit: terms.unit, nameForm: terms.nameForm, clock: terms.validity.issued,
            expires: terms.validity.expires, folder: folder, rows: rows)
    }

    /// Finds the template's own faults before anything is written.
    @concurrent
    private func prepare() async throws {
        do {
            let typesetter = try fonts.typesetter()
            try typesetter.prepare(template)
            fonts.keep(typesetter)
        } catch {
            if case .missingLibrary = error { throw error }
            throw MocbanError.faultyTemplate(name: template.name, message: fonts.explained(error))
        }
    }

    /// Draws all parts that are not whole yet, `jobs` at once; a worker takes the next part when it has ended one.
    private func draw(
        _ parts: [Part], _ job: PartPrinter.Job, _ registrar: Registrar,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> [RunReport.File] {
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

    private func head(of run: StagedRun, _ validity: Validity) -> Manifest.Head {
        Manifest.Head(
            id: run.number, command: run.identity.command, roster: run.identity.roster,
            template: run.identity.template, kid: run.identity.kid, algorithm: run.identity.algorithm,
            created: validity.issued.description, expires: validity.expires.description, unit: run.identity.unit,
            shard: run.identity.shard, form: run.identity.form)
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
    let files = Mutex<[Int: RunReport.File]>([:])
}
