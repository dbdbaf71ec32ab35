import Calendar
import Files
import CairoDrawing
import Foundation
import LateLibrary
package import Layout
import Messages
package import Office
package import Payload
package import Register
import Roster
import Synchronization
package import Tables
package import Templates

/// What all runs of an office print with: a template, fonts, keys, and the register that every sheet is entered in.
package struct RunPipeline: Sendable {
    /// What a run is asked to do, apart from its clock.
    package struct Assignment: Sendable {
        /// The command: `cards`, `posters`, `reprint` or `reissue`.
        package var command: String
        /// The name of the roster's file; empty where there is none.
        package var roster = ""
        /// The SHA-256 of the roster's bytes, or of what was asked for, in hexadecimal.
        package var input: String
        package var options = ReadingOptions()
        /// What else was asked for that decides what is printed.
        package var flags: [String] = []
    }

    package let office: Office
    package let kind: ClaimsKind
    /// The template as it is printed, with the run's ink and encoder.
    package let template: Template
    package let sheets: SheetSetup
    /// The folder of photographs; nil for a template without.
    package let photos: PhotoFolder?
    package let keyring: Keyring
    package let serialKey: SerialKey

    package let lock: OfficeLock
    package let templateFile: String
    package let fonts: FontFiles
    /// How it prints; the algorithm is that of what is printed again.
    package let options: RunOptions

    /// Files that are drawn at once, at least one.
    package var jobs: Int { max(1, options.jobs) }

    // Sheets in one PDF at most: Cairo keeps some of each sheet in memory until the file ends. A sheet for a print shop has
    // one card instead of ten.
    private var sheetsInFile: Int { sheets.form.printShop && kind == .card ? 1000 : 100 }

    package init(
        _ kind: ClaimsKind, office: Office, resources: Resources, options: RunOptions, lock: OfficeLock
    ) throws {
        (self.office, self.kind, self.options, self.lock) = (office, kind, options, lock)
        let configuration = office.configuration
        let library = TemplateLibrary(resources: resources, office: office.folder)
        let plain: Template
        let (usual, design): (String, TemplateKind) =
            kind == .card ? (configuration.cardTemplate, .card) : (configuration.posterTemplate, .poster)
        (plain, templateFile) = try library.file(options.template ?? usual, kind: design, language: options.language)
        guard plain.hasPortrait == (options.photos != nil) else {
            throw options.photos == nil
                ? IssuingError.photosNeeded(template: plain.name) : .photosUnused(template: plain.name)
        }
        photos = try options.photos.map { try PhotoFolder($0) }
        sheets = try SheetSetup(options.sheets, plain, office: office, resources: resources)
        let emblem = configuration.emblem.isEmpty ? nil : office.folder + "/" + configuration.emblem
        template = sheets.asPrinted(
            plain.dressed(emblem: emblem, title: configuration.title, signer: configuration.signer))
        fonts = try FontFiles(resources: resources, officeFonts: office.folder + "/fonts")
        keyring = try office.keyring()
        serialKey = try keyring.serialKey()
        let key = try signingKey(at: options.clock)
        guard key.unit == configuration.unit else {
            throw OfficeError.otherUnit(settings: configuration.unit.description, keys: key.unit.description)
        }
    }

    /// Makes orders and the files that they are drawn in; a stopped run of the same assignment goes on.
    ///
    /// `matching` makes the orders for a time of issue; it may keep records in the folder. Throws ``StoppedRun`` where
    /// files are whole, and what `matching` throws.
    package func plan(
        _ assignment: Assignment, to out: OutputFolder, _ registration: RunRegistration,
        matching: (Terms, Register.Snapshot) throws -> Orders
    ) async throws -> RunPlan {
        // Fonts and pictures are loaded while the roster is read; what is wrong with them is told first.
        async let prepared: Void = prepare()
        let identity: RunIdentity
        do { identity = try self.identity(of: assignment, registration) } catch {
            try await prepared
            throw error
        }
        if let report = try ended(identity, in: out, registration) {
            return .ended(PublishedRun(report: report, out: out, lock: lock))
        }
        let run = try run(identity, in: out, registration)
        let terms = try terms(at: Timestamp(run.clock) ?? options.clock)
        // Made before what a stopped run left is thrown away, so that a faulty roster does no harm.
        let read = Result { try registration.register.reading { snapshot in try matching(terms, snapshot) } }
        try await prepared
        let orders = try read.get()
        releaseFreedMemory()
        let staged = try StagedFolder(out, run: run)
        let parts: [Part]
        do {
            parts = try orders.plan.parts(
                capacity: sheets.layout.profile.capacity * sheetsInFile, whole: assignment.command,
                keepsHouseholds: sheets.form.keepsHouseholds, sheets: sheetsInFile)
        } catch { throw Self.stopped(error, staged, of: nil) }
        let planned = PlannedRun(
            pipeline: self, run: run, terms: terms, orders: orders, parts: parts,
            receipts: sheets.form.receipts ? ReceiptFiles(parts) : nil, registration: registration, staged: staged)
        try await planned.stopping {
            try staged.checkNames(
                parts.map(\.file) + (planned.receipts?.names ?? []) + [RowList.Kind.rejected.rawValue])
        }
        return .planned(planned)
    }

    /// What a run ends with that a failure ends: where files are whole, it is called stopped.
    static func stopped(_ error: any Error, _ staged: StagedFolder, of total: Int?) -> any Error {
        guard staged.wholeParts > 0, !(error is StoppedRun) else { return outward(error) }
        return StoppedRun(files: staged.wholeParts, total: total, cause: outward(error))
    }

    /// An error that names files as they are to be, not as they are staged.
    private static func outward(_ error: any Error) -> any Error {
        guard case DrawingError.cannotWrite(let path, let reason) = error else { return error }
        return FileError.unwritable(path: StagedFolder.finalPath(path), reason: reason)
    }

    // MARK: Keys and terms

    package func signingKey(at clock: Timestamp) throws -> Key {
        try keyring.signingKey(for: kind, algorithm: options.algorithm, at: clock)
    }

    private func terms(at clock: Timestamp) throws -> Terms {
        let today = clock.vietnamDay
        guard (1...9999).contains(today.year) else {
            throw FileError.unreadable(
                path: "the clock",
                reason: Message(en: "\(clock) is not a time of issue", vi: "\(clock) không phải là thời điểm cấp được"))
        }
        let configuration = office.configuration
        let days = kind == .card ? configuration.cardDays : configuration.posterDays
        return Terms(
            unit: configuration.unit, serialKey: serialKey, signingKey: try signingKey(at: clock).id,
            nameForm: configuration.nameForm, validity: Validity(issued: clock, days: days), today: today)
    }

    package func signers() throws -> [KeyID: Signer] {
        let keys = keyring.keys.filter { key in
            key.canSign && key.unit == office.configuration.unit && key.purpose.covers(kind)
        }
        return Dictionary(try keys.map { ($0.id, try Signer(key: $0)) }) { first, _ in first }
    }

    package func registered(_ run: StagedRun, _ terms: Terms, rows: Int, folder: String) -> Run {
        Run(
            command: run.identity.command, kind: kind, roster: run.identity.roster,
            input: [UInt8](hexadecimal: run.identity.input), template: run.identity.template, key: terms.signingKey,
            algorithm: options.algorithm, unit: terms.unit, nameForm: terms.nameForm, clock: terms.validity.issued,
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
            if error is MissingLibrary { throw error }
            throw TemplateError.faultyTemplate(name: template.name, reason: fonts.explained(error))
        }
    }
}

extension ClaimsKind {
    package var command: String {
        switch self {
        case .card: "cards"
        case .venue: "posters"
        }
    }
}
