import Files
import Foundation
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("mocban report")
struct ReportCommandTests {
    private static let clock = Timestamp(secondsSince1970: 1_795_502_609)

    /// Registers cards of two hamlets and a poster in an office's register, as runs would.
    private func fill(_ office: CommandOffice, _ folder: String) throws {
        let keyring = try Office(folder: folder).keyring()
        let serialKey = try keyring.serialKey()
        let register = try Register(
            path: folder + "/register.sqlite", key: try keyring.registerKey(), access: .writing)
        func issue(_ holder: Holder, _ record: Record) -> Issuance {
            let serial = Serial(unit: 19897, holder: holder.key, issueNumber: 1, key: serialKey)
            return Issuance(serial: serial, number: 1, reason: .new, holder: holder, record: record)
        }
        let people = (0..<12).map { number in
            let record = Record(
                name: "Nguyễn Thị Hương", birth: "1985", household: "H-\(number)",
                locality: Locality(commune: "Quảng Phú", hamlet: number < 8 ? "Phú Lễ" : "Đức Nhuận"))
            return issue(
                Holder(nationalID: nil, household: record.household, name: record.name, birth: "1985", key: serialKey),
                record)
        }
        let shop = Record(
            name: "Chợ Sịa", venueType: .market, address: "Sịa", locality: Locality(commune: "Sịa", hamlet: "Chợ"))
        let runs: [(kind: ClaimsKind, issues: [Issuance], days: Int64)] = [
            (.card, people, 365),
            (.venue, [issue(Holder(venue: shop.name, address: shop.address, key: serialKey), shop)], 1),
        ]
        for run in runs {
            let key = try keyring.signingKey(for: run.kind, algorithm: .hmac256, at: TestRun.clock).id
            let described = Run(
                command: "cards", kind: run.kind, template: "plain", key: key, algorithm: .hmac256, unit: 19897,
                nameForm: .full, clock: Self.clock, expires: Self.clock.adding(seconds: run.days * 86_400),
                folder: "/out", rows: run.issues.count)
            let counts = [
                Locality(commune: "Quảng Phú", hamlet: "Phú Lễ"): 11,
                Locality(commune: "Quảng Phú", hamlet: "Đức Nhuận"): 3,
            ]
            try register.writing { transaction in
                let number = try transaction.register(
                    described, people: run.kind == .card ? counts : [:], reason: ""
                ) { add in
                    try add(
                        Run.File(name: "a.pdf", sheets: 2, sha256: Array(0..<32)),
                        run.issues.enumerated().map {
                            Run.Item(issuance: $1, page: $0 / 10 + 1, position: $0 % 10 + 1)
                        })
                }
                try transaction.commit(number)
            }
        }
        try register.writing { try $0.revoke(people[0].serial, reason: "lost", at: Self.clock) }
    }

    private func report(_ arguments: String...) throws -> Program.Outcome {
        try Program.mocban.run(["report"] + arguments)
    }

    /// A report's text without the codes of logs, which are of random keys.
    private func withoutCodes(_ text: String) -> String {
        text.replacing(/code \d+-\w{4}-\w{4}-\w{4}/) { _ in "code CODE" }
    }

    @Test("the table is as it was, for one office and for two")
    func table() throws {
        let office = try CommandOffice()
        try fill(office, office.path)
        let made = try Program.mocban.run(
            ["init", office.folder("sia"), "--unit", "19867", "--name", "UBND thị trấn Sịa"])
        try #require(made.status == 0)

        let one = try report("--office", office.path, "--at", "2026-12-01")
        #expect(one.status == 0 && one.errors.isEmpty)
        #expect(try Golden.fault(withoutCodes(one.text), "report-one.txt") == nil)
        let two = try report(office.path, office.folder("sia"), "--at", "2029-12-01")
        #expect(two.status == 0 && two.errors.contains("nothing was issued there"))
        #expect(try Golden.fault(withoutCodes(two.text), "report-two.txt") == nil)
    }

    @Test("JSON is one object, whose figures are the table's")
    func json() throws {
        struct Answer: Decodable {
            struct Counts: Decodable {
                let people: Int?
                let valid, expired, revoked, reprints: Int
                let coverage: Double?
            }
            struct Unit: Decodable {
                struct Place: Decodable { let hamlet: String, valid: Int }
                let places: [Place]
            }
            let units: [Unit]
            let totals: Counts
        }
        let office = try CommandOffice()
        try fill(office, office.path)
        let said = try report("--office", office.path, "--at", "2026-12-01", "--json")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(said.output))
        #expect(answer.units.first?.places.map(\.hamlet) == ["Đức Nhuận", "Phú Lễ"])
        #expect(answer.units.first?.places.map(\.valid) == [4, 7])
        #expect(answer.totals.people == 14 && answer.totals.valid == 11 && answer.totals.revoked == 1)
        #expect(answer.totals.coverage == 78.6)
    }

    @Test("files are whole or not there, and the letter has one page")
    func files() throws {
        let office = try CommandOffice(["--parent", "UBND huyện Quảng Điền"])
        try fill(office, office.path)
        let folder = office.folder
        let made = try report(
            "--office", office.path, "--at", "2026-12-01", "--csv", folder("r.csv"), "--pdf", folder("r.pdf"),
            "--number", "12", "--place", "Sịa")
        #expect(made.status == 0 && made.output.isEmpty, "\(made.errors)")
        #expect(try folder.text("r.csv").contains("Đức Nhuận,,3,4,0,0,0,'133.3\r\n"))
        let text = try Program.system("pdftotext").run(["-layout", folder("r.pdf"), "-"]).text
        #expect(text.contains("Số: 12/BC-UBND") && text.contains("Sịa, ngày 01 tháng 12 năm 2026"))
        #expect(text.contains("133,3 %") && text.contains("78,6 %") && text.count { $0 == "\u{0C}" } == 1)

        let failed = try Program.mocban.filesLimited(toBlocks: 8).run(
            ["report", "--office", office.path, "--pdf", folder("full.pdf")])
        #expect(failed.status == 73 && !folder.names(in: ".").contains { $0.hasPrefix("full") }, "\(failed.errors)")
    }

    @Test("nothing that the office lives by is written over", arguments: ["--csv", "--pdf"])
    func ownFiles(option: String) throws {
        let office = try CommandOffice()
        try fill(office, office.path)
        for name in ["mocban.yaml", "keyring.jwks", "register.sqlite"] {
            let before = try office.folder.data("office/" + name)
            let said = try report("--office", office.path, option, office.path + "/./" + name)
            #expect(try said.status == 73 && office.folder.data("office/" + name) == before, "\(said.errors)")
        }
    }

    @Test(
        "wrong usage says what is wrong",
        arguments: [
            ["--number", "12"], ["--csv", "a", "--pdf", "a"], ["--at", "yesterday"], ["--recipient", "UBND"],
        ])
    func wrong(arguments: [String]) throws {
        let office = try CommandOffice()
        let said = try Program.mocban.run(["report", "--office", office.path] + arguments)
        #expect(said.status == 64 && said.output.isEmpty)
    }
}
