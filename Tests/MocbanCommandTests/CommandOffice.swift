import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing

/// An office that the command made, with a roster, in a folder that is there as long as the test holds it.
struct CommandOffice {
    let folder: TemporaryFolder
    var path: String { folder("office") }

    /// Makes an office, whose keys are others for each name of them.
    init(_ arguments: [String] = [], keys: String = "") throws {
        folder = try TemporaryFolder()
        let made = try Program.mocban.with("MOCBAN_SEED=\(TestRun.seed)\(keys)").run(
            ["init", folder("office"), "--unit", "19897", "--name", "UBND xã Quảng Phú"] + arguments)
        try #require(made.status == 0, "\(made.errors)")
        try folder.write("office/templates/plain.yaml", Self.template)
        try folder.write("office/templates/sign.yaml", Self.poster)
        try folder.write("roster.csv", Self.roster(3))
        try folder.write("venues.csv", "name,type,address\nTrạm y tế,Y tế,Phú Lễ\n")
    }

    static let template = """
        kind: card
        summary: A card for tests.
        size: [85.60, 53.98]
        styles:
          name: { font: Roboto, weight: bold, size: 11, condensed: Roboto Condensed, fit: [condense, wrap: 2, shrink: 6] }
        marks:
          - { text: "{name}", at: [4, 4, 46, 12], style: name }
          - { code: payload, at: [52, 12, 30] }

        """

    static let poster = """
        kind: poster
        summary: A poster for tests.
        size: [210, 297]
        styles:
          name: { font: Roboto, size: 24, fit: [wrap: 4, shrink: 8] }
        marks:
          - { text: "{venue}", at: [10, 10, 190, 50], style: name }
          - { code: payload, at: [30, 70, 150] }

        """

    /// People of one hamlet, four in a household.
    static func roster(_ count: Int) -> String {
        "household,full_name,date_of_birth,national_id,hamlet\n"
            + (0..<count).map { "H-\($0 / 4),Nguyễn Thị Hương,12/03/1985,046185\(100_000 + $0),Phú Lễ\n" }.joined()
    }

    func mocban(_ command: [String], _ arguments: String...) throws -> Program.Outcome {
        try Program.mocban.run(command + ["--office", path] + arguments)
    }

    /// The arguments of a run that prints the roster into `out`.
    func cards(_ roster: String = "roster.csv", _ more: String...) -> [String] {
        ["cards", folder(roster), "--office", path, "--out", folder("out"), "--template", "plain"] + more
    }

    /// The text of a card or poster as the office's own keys sign it.
    func text(
        _ kind: ClaimsKind = .card, _ algorithm: Algorithm = .hmac256, issued: Timestamp = TestRun.clock,
        days: Int64 = 365
    ) throws -> String {
        let keyring = try Office(folder: path).keyring()
        let serial = Serial(
            unit: 19897, holder: .nationalID("046185003197", key: try keyring.serialKey()), issueNumber: 1,
            key: try keyring.serialKey())
        let expires = issued.adding(seconds: days * 86_400)
        let claims: Claims =
            switch kind {
            case .card:
                .card(
                    CardClaims(
                        serial: serial, name: "Tôn Nữ Hồng Ẩn", birthYear: 1985, unit: 19897, issued: issued,
                        expires: expires))
            case .venue:
                .venue(
                    VenueClaims(
                        serial: serial, name: "Chợ Sịa", unit: 19897, type: .market, issued: issued, expires: expires))
            }
        return try Signer(key: keyring.signingKey(for: kind, algorithm: algorithm, at: issued)).sign(claims).text
    }

    /// The first page of a PDF as a picture.
    func image(of pdf: String, name: String, dotsPerInch: Int = 300, format: String = "png") throws -> String {
        let drawing = try Program.system("pdftoppm").run([
            "-r", "\(dotsPerInch)", "-" + format, "-singlefile", folder(pdf), folder("picture-" + name),
        ])
        try #require(drawing.status == 0, "\(drawing.errors)")
        return folder("picture-" + name + (format == "png" ? ".png" : ".jpg"))
    }

    func manifestSerials(_ out: String = "out") throws -> [String] {
        struct Manifest: Decodable {
            struct Item: Decodable { let serial: String }
            let cards: [Item]
        }
        return try JSONDecoder().decode(Manifest.self, from: try folder.data(out + "/manifest.json")).cards.map(
            \.serial)
    }
}

extension CommandOffice {
    /// Writes other text into the keyring, whose mode stays.
    func rewriteKeyring(_ text: String) throws {
        let path = path + "/keyring.jwks"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: NSNumber(value: 0o600)], ofItemAtPath: path)
    }
}

extension CommandOffice {
    /// Exports keys into a file, and gives its path.
    func exportedKeys(_ arguments: String...) throws -> String { try exportedKeys(arguments) }

    func exportedKeys(_ arguments: [String]) throws -> String {
        let path = folder("gate.jwks")
        let exported = try mocban(["key", "export", "--out", path] + arguments)
        try #require(exported.status == 0 && exported.output.isEmpty, "\(exported.errors)")
        return path
    }
}

extension CommandOffice {
    /// All that the register keeps, as text.
    func exported() throws -> String {
        let export = try mocban(["register", "export", folder("export.jsonl")])
        try #require(export.status == 0, "\(export.errors)")
        return try folder.text("export.jsonl")
    }
}
