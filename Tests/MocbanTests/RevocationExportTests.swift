import Files
import Foundation
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("the list of what an office has revoked")
struct RevocationExportTests {
    private static let clock = Timestamp(secondsSince1970: 1_782_864_000)
    private static let day: Int64 = 86_400

    let folder: TemporaryFolder
    let office: Office
    let register: Register

    init() throws {
        folder = try TemporaryFolder()
        var numbers = TestRun.numbers("office")
        office = try Office.create(
            folder: folder("office"),
            configuration: OfficeConfiguration(unit: 19897, name: "UBND xã Quảng Phú"),
            clock: Self.clock.adding(seconds: -10 * Self.day), using: &numbers)
        register = try Register(
            path: folder("office/register.sqlite"), key: try office.keyring().registerKey(), access: .writing)
    }

    /// Registers cards of so many people as a run, and gives their serials.
    private func issue(_ count: Int, days: Int64) throws -> [Serial] {
        let keyring = try office.keyring()
        let key = try keyring.serialKey()
        let issued = Self.clock.adding(seconds: -2 * Self.day)
        let issues = try (0..<count).compactMap { index -> Issuance? in
            let record = Record(
                name: "Tôn Nữ Hồng Ẩn", birth: "1985", sex: "F", household: "HK-\(days)-\(index)", relation: "",
                locality: Locality(commune: "Quảng Phú", hamlet: "Phú Lễ"))
            let holder = Holder(
                nationalID: nil, household: record.household, name: record.name, birth: record.birth, key: key)
            let standing = try register.reading {
                try $0.decision(on: holder, record: record, unit: 19897, key: key, at: issued)
            }
            guard case .without(let issue) = standing else { return nil }
            return issue
        }
        let run = Run(
            command: "cards", kind: .card, roster: "roster.csv", input: nil, template: "plain",
            key: try keyring.signingKey(for: .card, algorithm: .hmac256, at: issued).id, algorithm: .hmac256,
            unit: 19897, nameForm: .full, clock: issued, expires: issued.adding(seconds: days * Self.day),
            folder: "out",
            rows: count)
        try register.writing { transaction in
            let number = try transaction.register(run, reason: "reissued") { add in
                try add(
                    Run.File(name: "a.pdf", sheets: 1, sha256: Array(repeating: 0, count: 32)),
                    issues.enumerated().map { Run.Item(issuance: $1, page: $0 / 10 + 1, position: $0 % 10 + 1) })
            }
            try transaction.commit(number)
        }
        return issues.map(\.serial)
    }

    private func export(_ name: String = "list.bin") throws -> RevocationList {
        try office.exportRevocations(
            of: register, to: folder(name), at: Self.clock, nextUpdate: Self.clock.adding(seconds: 7 * Self.day))
    }

    @Test("has the revoked serials of cards that are good or were until a day ago, and the cut-offs")
    func contents() throws {
        // Issued two days before the clock.
        let (good, yesterday, longAgo) = (try issue(4, days: 100), try issue(2, days: 1), try issue(2, days: 0))
        let key = KeyID(rawValue: 7)
        try register.writing { transaction in
            for serial in [good[0], good[1], good[2], yesterday[0], longAgo[0]] {
                try transaction.revoke(serial, reason: "lost", at: Self.clock)
            }
            try transaction.restore(good[1], reason: "found", at: Self.clock)
            try transaction.revoke(key: key, before: Self.clock, reason: "stolen", at: Self.clock)
        }
        let list = try export()
        #expect(try read() == list)
        let listed = (good + yesterday + longAgo).filter(list.contains)
        #expect(listed == [good[0], good[2], yesterday[0]] && list.serialCount == 3)
        #expect(list.cutOffs == [key: Self.clock] && list.unit == 19897)
        #expect(list.issued == Self.clock && list.nextUpdate == Self.clock.adding(seconds: 7 * Self.day))
    }

    @Test("each list has a higher number, also where nothing was revoked since, or a list could not be written")
    func numbers() throws {
        let first = try export()
        let second = try export()
        #expect(first.serialCount == 0 && second.sequence > first.sequence)
        #expect(throws: FileError.self) { try export("none/list.bin") }
        let third = try export()
        #expect(try third.sequence > second.sequence && read() == third)
        #expect(folder.names() == ["list.bin", "office"])
    }

    @Test(
        "writes over no file but an older list", arguments: ["office/keyring.jwks", "office/mocban.yaml", "roster.csv"])
    func keepsOtherFiles(name: String) throws {
        try folder.write("roster.csv", "name\n")
        let before = try folder.data(name)
        #expect(throws: FileError.self) { try export(name) }
        #expect(try folder.data(name) == before)
        try folder.write(
            "foreign.bin",
            try RevocationList(
                unit: 1, sequence: 1, issued: Self.clock, nextUpdate: Self.clock, serials: []
            ).signed(with: Keyring.test(unit: 1, at: Self.clock).revocationsKey(at: Self.clock)))
        #expect(throws: FileError.self) { try export("foreign.bin") }
    }

    private func read(_ name: String = "list.bin") throws -> RevocationList {
        try RevocationList(verifying: Array(folder.data(name)), keyring: office.keyring().exported(verifyOnly: true))
    }
}
