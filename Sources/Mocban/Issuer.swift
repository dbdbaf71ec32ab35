import CairoDrawing
import PDF
import Typesetting
import Files
import Issuing
import Layout
public import Office
public import Payload
import Register
public import Templates

/// Signs and draws single cards and posters, and verifies texts: for a service that is asked for one at a time.
///
/// Nothing is registered: an office that must know what it issued, and revoke it, prints by `IssuingRun`. An issuer is for one
/// thread at a time, as fonts are.
public final class Issuer {
    /// Who issues, and how: what is printed, the templates, how long cards and posters are valid.
    public let office: OfficeConfiguration
    /// The keys; those of the office's unit sign.
    public let keyring: Keyring

    private let templates: TemplateLibrary
    private let typesetter: Typesetter
    private let serialKey: SerialKey
    private let verifier: Verifier

    /// Makes an issuer, with the fonts and templates that come with Mocban.
    ///
    /// - Parameters:
    ///   - office: who issues.
    ///   - keyring: its keys.
    ///   - resources: the folder of templates and fonts; by itself it is looked for.
    /// - Throws: `TemplateError`, `DrawingError` where fonts are missing, `KeyringError`.
    public init(_ office: OfficeConfiguration, keyring: Keyring, resources: Resources? = nil) throws {
        let resources = try resources ?? Resources.located()
        (self.office, self.keyring) = (office, keyring)
        templates = TemplateLibrary(resources: resources)
        typesetter = try resources.typesetter()
        serialKey = try keyring.serialKey()
        verifier = Verifier(keyring: keyring)
    }

    /// Signs and sets a person's card, which the office itself can check.
    ///
    /// - Parameters:
    ///   - name: the full name.
    ///   - birth: the birth as `yyyy-mm-dd` or `yyyy`; the payload has the year alone.
    ///   - nationalID: the national ID, which the serial is made of and which is nowhere on the card.
    ///   - issueNumber: 1 for the first card, one more for each that takes another's place.
    ///   - clock: the time of issue.
    /// - Returns: the card, not written yet.
    /// - Throws: `TemplateError`, `TypesettingError` where the name does not fit, `KeyringError` where no key signs cards.
    public func card(
        name: String, birth: String, nationalID: String, issueNumber: UInt32 = 1, at clock: Timestamp = .now()
    ) throws -> IssuedPage {
        let record = Record(name: name, birth: birth, household: "", locality: Locality(commune: "", hamlet: ""))
        return try page(
            of: record, holder: .nationalID(nationalID, key: serialKey), issueNumber, office.cardTemplate, .hmac256,
            Validity(issued: clock, days: office.cardDays))
    }

    /// Signs and sets a venue's poster, which others than the office can check too.
    ///
    /// - Parameters:
    ///   - name: the venue's name.
    ///   - address: its address, which with the name is its own in the unit.
    ///   - type: what kind of place it is.
    ///   - issueNumber: 1 for the first poster, one more for each that takes another's place.
    ///   - clock: the time of issue.
    /// - Returns: the poster, not written yet.
    /// - Throws: as ``card(name:birth:nationalID:issueNumber:at:)``.
    public func poster(
        name: String, address: String, type: VenueType, issueNumber: UInt32 = 1, at clock: Timestamp = .now()
    ) throws -> IssuedPage {
        let record = Record(name: name, venueType: type, address: address, locality: Locality(commune: "", hamlet: ""))
        return try page(
            of: record, holder: .venue(name: name, address: address, key: serialKey), issueNumber,
            office.posterTemplate, .ed25519, Validity(issued: clock, days: office.posterDays))
    }

    /// Verifies the text of a card or poster, exactly as it was scanned.
    public func verify(_ text: String, at clock: Timestamp = .now()) throws -> Verification {
        try verifier.verify(text, at: clock)
    }

    private func page(
        of record: Record, holder: HolderKey, _ issueNumber: UInt32, _ template: String, _ algorithm: Algorithm,
        _ validity: Validity
    ) throws -> IssuedPage {
        let serial = Serial(unit: office.unit, holder: holder, issueNumber: issueNumber, key: serialKey)
        let claims = record.claims(serial, validity, office)
        let key = try keyring.signingKey(for: claims.kind, algorithm: algorithm, at: validity.issued)
        let payload = try Signer(key: key).sign(claims)
        let template = try templates.template(template)
        let page = try template.page(
            record.fields(serial: serial, validity, office, template.language),
            segments: claims.kind == .card ? payload.cardSegments : payload.posterSegments(base: office.baseURL))
        return IssuedPage(
            serial: serial,
            text: claims.kind == .venue ? office.baseURL.map(payload.url) ?? payload.text : payload.text,
            sheet: claims.kind == .card ? .a4TwoByFive : .whole(.a4), author: office.name, clock: validity.issued,
            page: try typesetter.set(page), typesetter: typesetter)
    }
}

/// A card or poster that is signed and set, and can be written as a PDF.
public struct IssuedPage {
    /// Its serial.
    public let serial: Serial
    /// What its code says.
    public let text: String

    let sheet: SheetProfile
    let author: String
    let clock: Timestamp
    let page: TypesetPage
    let typesetter: Typesetter

    /// Writes it on a sheet of A4, a card in the first place of ten; the file appears when it is whole.
    ///
    /// Throws `FileError.unwritable`, `DrawingError`.
    public func write(to path: String) throws {
        let information = PDFDocument.Information(
            title: serial.description, author: author, created: clock.description)
        try DrawnFile.write(to: path) { staged in
            let document = try PDFDocument(path: staged, paper: .a4, information: information, typesetter: typesetter)
            try document.addSheet(sheet, pages: [page])
            try document.close()
        }
    }
}
