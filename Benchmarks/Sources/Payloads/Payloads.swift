import Calendar
import Messages
import Mocban
import Payload
import Roster
import RosterValues
import Tables

/// What `Benchmarks/run` asks of the library itself.
@main
struct Payloads {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, Array(arguments.dropFirst())) {
        case ("texts", let rest) where rest.count == 4:
            try printTexts(office: rest[0], roster: rest[1], issued: rest[2], expires: rest[3])
        case ("rates", let rest) where rest.count == 2: try printRates(office: rest[0], count: rest[1])
        default:
            throw Failure(
                """
                usage: Payloads texts OFFICE ROSTER ISSUED EXPIRES    a line for each row: its card's text, if it has one
                       Payloads rates OFFICE COUNT                    payloads signed and verified a second, as JSON
                """)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
        init(_ description: String) { self.description = description }
    }

    /// Prints the text that a run of the office at that time puts on each row's card.
    private static func printTexts(office folder: String, roster path: String, issued: String, expires: String) throws {
        guard let issued = Timestamp(issued), let expires = Timestamp(expires) else {
            throw Failure("ISSUED or EXPIRES is no time")
        }
        let office = try Office(folder: folder)
        let keyring = try office.keyring()
        let signer = try Signer(key: keyring.signingKey(for: .card, algorithm: .hmac256, at: issued))
        let serialKey = try keyring.serialKey()
        var roster = try RosterReader<Person>(path: path, today: issued.vietnamDay)
        while let entry = try roster.next() {
            guard case .record(_, let person, _) = entry else {
                print()
                continue
            }
            guard let id = person.nationalID else { throw Failure("row \(entry.row.number) has no number") }
            let claims = CardClaims(
                serial: Serial(
                    unit: office.configuration.unit, holder: .nationalID(id, key: serialKey), issueNumber: 1,
                    key: serialKey),
                name: office.configuration.nameForm.apply(to: person.name), birthYear: person.birth.year,
                unit: office.configuration.unit, issued: issued, expires: expires)
            print(try signer.sign(.card(claims)).text)
        }
    }

    /// Prints how many payloads are signed, turned into texts and verified in a second, for each algorithm.
    private static func printRates(office folder: String, count: String) throws {
        guard let count = Int(count), count > 0 else { throw Failure("COUNT is no number") }
        let office = try Office(folder: folder)
        let keyring = try office.keyring()
        let now = Timestamp.now()
        let verifier = Verifier(keyring: keyring)
        var rates: [String] = []
        for algorithm in [Algorithm.hmac256, .ed25519] {
            let signer = try Signer(key: keyring.signingKey(for: .card, algorithm: algorithm, at: now))
            let clock = ContinuousClock()
            var texts: [String] = []
            texts.reserveCapacity(count)
            let signing = try clock.measure {
                for number in 0..<count { texts.append(try signer.sign(claims(number, office, now)).text) }
            }
            var valid = 0
            let verifying = try clock.measure {
                for text in texts where try verifier.verify(text, at: now).verdict == .valid { valid += 1 }
            }
            guard valid == count else { throw Failure("\(count - valid) of \(count) payloads were not valid") }
            func rate(_ duration: Duration) -> Int { Int((Double(count) / (duration / .seconds(1))).rounded()) }
            let name = algorithm == .hmac256 ? "hmac" : "ed25519"
            rates.append("\"\(name)\": {\"signed\": \(rate(signing)), \"verified\": \(rate(verifying))}")
        }
        print("{" + rates.joined(separator: ", ") + "}")
    }

    private static func claims(_ number: Int, _ office: Office, _ now: Timestamp) throws -> Claims {
        guard let serial = Serial(rawValue: UInt64(number)) else { throw Failure("COUNT is too large") }
        return .card(
            CardClaims(
                serial: serial, name: "Nguyễn Thị Hương", birthYear: 1935 + number % 86,
                unit: office.configuration.unit,
                issued: now, expires: now.adding(seconds: 365 * 86_400)))
    }
}
