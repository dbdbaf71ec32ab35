import CairoDrawing
import Files
import Foundation
import Layout
import Mocban
import PDF
import Payload
import Proofing
import QRCode
import TestSupport
import Testing
import Typesetting

/// A small run of cards, and copies of its file that somebody tampered with.
struct ProofedRun {
    let office: TestOffice
    /// The folder of the run's files.
    let out = "out"

    static let file = "cards.pdf"

    /// Prints so many people, all of one file.
    init(
        _ people: Int, keys: String = "office", template: String = "plain-card",
        change: (inout OfficeConfiguration) -> Void = { _ in }
    ) async throws {
        office = try TestOffice(keys: keys, change)
        try await office.print(.card, Self.roster(people), template: template, grouping: .none)
    }

    static func roster(_ people: Int) -> String {
        let names = ["Tôn Nữ Hồng Ẩn", "Công Tằng Tôn Nữ Thị Quỳnh Hương", "Lê An", "Nguyễn Phúc Ưng Hường"]
        let lines = (0..<people).map { index in
            let (name, year) = (names[index % names.count], 1930 + index % 80)
            return "H-\(index / 4),Chủ hộ,\(name),12/03/\(year),Nữ,046185\(100_000 + index),Phú Lễ,Quảng Phú\n"
        }
        return "household,relation,full_name,date_of_birth,sex,national_id,hamlet,commune\n" + lines.joined()
    }

    /// Proves a file of the run's folder, or of another.
    func proof(
        _ files: [String] = ["out/cards.pdf"], keys: Keyring? = nil, manifest: String? = nil, jobs: Int = 2,
        at clock: Timestamp = TestOffice.clock
    ) async throws -> ProofReport {
        let office = try office.office
        let proof = Proof(
            office: keys == nil ? office : nil, keyring: try keys ?? office.keyring(),
            revocations: keys == nil ? OfficeRevocations(office: office, list: nil) : nil,
            resources: self.office.resources, clock: clock)
        return try await proof.prove(
            files.map { self.office.folder($0) }, manifest: manifest.map { self.office.folder($0) }, jobs: jobs)
    }

    /// A copy of the run in which the file's pages are others: qpdf's words, `1-3,3,4-z`.
    func pages(_ selection: String, in folder: String = "tampered") throws -> String {
        let path = try copy(to: folder)
        try qpdf([office.folder("out/cards.pdf"), "--pages", ".", selection, "--", path])
        return folder + "/" + Self.file
    }

    /// A copy of the run in which marks are drawn over a page.
    func overlaid(_ marks: [Mark], page: Int, in folder: String = "tampered") throws -> String {
        let path = try copy(to: folder)
        let overlay = office.folder(folder + "-overlay.pdf")
        try? FileManager.default.removeItem(atPath: overlay)
        let typesetter = try office.resources.typesetter()
        let document = try PDFDocument(
            path: overlay, paper: .a4, information: .init(title: "", author: "", created: "2026-11-24T06:43:29Z"),
            typesetter: typesetter)
        try document.addSide(
            TypesetSide([try typesetter.set(Page(size: .a4, marks: marks))]), of: SheetLayout(.whole(.a4)))
        try document.close()
        try qpdf([
            office.folder("out/cards.pdf"), "--overlay", overlay, "--to=\(page)", "--", path,
        ])
        return folder + "/" + Self.file
    }

    private func copy(to folder: String) throws -> String {
        try office.folder.write(folder + "/manifest.json", try office.folder.data("out/manifest.json"))
        return office.folder(folder + "/" + Self.file)
    }

    private func qpdf(_ arguments: [String]) throws {
        let outcome = try Program.system("qpdf").run(arguments)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// The square of a position's code on its sheet, counted from 1.
    func square(_ position: Int) throws -> Rectangle {
        let template = try office.template("plain-card")
        return try #require(template.front.code?.box).moved(to: SheetProfile.a4TwoByFive.origin(at: position - 1))
    }

    /// A code for drawing over a page.
    func code(_ text: String, in square: Rectangle) throws -> [Mark] {
        let segments =
            text.hasPrefix("MB1:")
            ? [Segment.alphanumeric("MB1:"), .numeric(text.dropFirst(4))].compactMap(\.self) : [.byte(text)]
        let code = CodeMark(try QRCode(segments, level: .medium), box: square, rendering: .mask)
        return [.box(BoxMark(square, fill: .white)), .code(code)]
    }

    /// The manifest's item at a place, both counted from 1.
    func item(_ page: Int, _ position: Int) throws -> ManifestFile.Item {
        try #require(try ManifestFile(office).items.first { $0.page == page && $0.position == position })
    }

    /// A card's text as the office signs it.
    func text(_ item: ManifestFile.Item, name: String? = "Lê An", signedBy keyring: Keyring? = nil) throws -> String {
        let keyring = try keyring ?? office.office.keyring()
        let claims = CardClaims(
            serial: try Serial(parsing: item.serial), name: name, birthYear: 1930, unit: 19897,
            issued: TestOffice.clock, expires: TestOffice.clock.adding(seconds: 86_400))
        return try Signer(key: keyring.signingKey(for: .card, algorithm: .hmac256, at: TestOffice.clock))
            .sign(.card(claims)).text
    }
}

extension ProofFault {
    /// Where and what, for comparing.
    var brief: String {
        let place = [page.map { "\($0)" }, lastPage.map { "-\($0)" }, position.map { ".\($0)" }].compactMap(\.self)
        let there = other.map { ">" + "\($0.page)" + ($0.position.map { ".\($0)" } ?? "") } ?? ""
        return place.joined() + " \(kind.rawValue)" + there + (count > 1 ? " ×\(count)" : "")
    }
}
