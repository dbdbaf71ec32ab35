import Files
import Foundation
import Mocban
import Payload
import Register
import TestSupport

/// People in an office's register, as a run of cards would have put them there.
struct RegisteredPeople {
    /// Their serials, in order.
    let serials: [Serial]
    let keyring: Keyring
    let register: Register
    let clock: Timestamp
    /// The key that signed their cards.
    let key: KeyID

    static let names = ["Nguyễn Thị Hương", "Nguyễn Thị Hường", "Trần Văn Nam", "Lê Hoà Bình", "Phan Văn Chiến"]

    /// Registers people, two in a household, as the office's next run.
    init(_ office: CommandOffice, names: [String] = names, clock: Timestamp = TestRun.clock.adding(seconds: -60)) throws
    {
        let opened = try Office(folder: office.path)
        keyring = try opened.keyring()
        register = try opened.register(.writing)
        self.clock = clock
        key = try keyring.signingKey(for: .card, algorithm: .hmac256, at: TestRun.clock).id
        let serialKey = try keyring.serialKey()
        let issues = try register.reading { snapshot in
            try names.enumerated().compactMap { index, name -> Issuance? in
                let record = Record(
                    name: name, birth: "1985-03-12", sex: "F", household: "PL-\(index / 2)",
                    locality: Locality(commune: "Quảng Phú", hamlet: "Phú Lễ"))
                let holder = Holder(
                    nationalID: nil, household: record.household, name: name, birth: record.birth, key: serialKey)
                let standing = try snapshot.decision(
                    on: holder, record: record, unit: 19897, key: serialKey, at: clock)
                guard case .without(let issue) = standing else { return nil }
                return issue
            }
        }
        serials = issues.map(\.serial)
        try run(issues, "cards")
    }

    /// Registers a run of one file.
    func run(_ issues: [Issuance], _ command: String) throws {
        let run = Run(
            command: command, kind: .card, template: "plain", key: key, algorithm: .hmac256, unit: 19897,
            nameForm: .full, clock: clock, expires: clock.adding(seconds: 365 * 86_400), folder: "/out",
            rows: issues.count)
        try register.writing { transaction in
            let number = try transaction.register(run, reason: "the name was wrong") { add in
                try add(
                    Run.File(name: "\(command).pdf", sheets: 1, sha256: Array(0..<32)),
                    issues.enumerated().map { Run.Item(issuance: $1, page: 1, position: $0 + 1) })
            }
            try transaction.commit(number)
        }
    }

    /// Gives a person another card.
    func reissue(_ serial: Serial) throws -> Serial {
        let issue = try register.reading {
            try $0.reissue(of: serial, key: keyring.serialKey(), at: clock).issuance
        }
        try run([issue], "reissue")
        return issue.serial
    }

    /// What a scanner reads off a person's card.
    func text(_ index: Int) throws -> String {
        let claims = CardClaims(
            serial: serials[index], name: Self.names[index], birthYear: 1985, unit: 19897, issued: clock,
            expires: clock.adding(seconds: 365 * 86_400))
        let key = try keyring.signingKey(for: .card, algorithm: .hmac256, at: TestRun.clock)
        return try Signer(key: key).sign(.card(claims)).text
    }
}
