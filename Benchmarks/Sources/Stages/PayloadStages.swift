import Inhabitants
import Messages
import Mocban
import Payload
import Register

/// Signing: who somebody is to holder key, serial, payload, and the segments that a code is made of.
struct SigningStage {
    private let people: [Inhabitant]
    private let cards: CardSigner

    init(_ office: SampleOffice) throws {
        people = office.inhabitants
        cards = try CardSigner(office)
    }

    func sign(_ count: Int) throws {
        for person in people.prefix(count) {
            guard try cards.payload(of: person).cardSegments.count == 2 else {
                throw Failure("a payload has no digits")
            }
        }
    }
}

/// Verifying: a card's text to the verdict.
struct VerifyingStage {
    private let verifier: Verifier
    private let clock: Timestamp
    private let texts: [String]

    init(_ office: SampleOffice) throws {
        let cards = try CardSigner(office)
        verifier = Verifier(keyring: office.keyring)
        clock = office.clock
        texts = try office.inhabitants.prefix(100).map { try cards.payload(of: $0).text }
    }

    func verify(_ count: Int) throws {
        for number in 0..<count {
            guard try verifier.verify(texts[number % texts.count], at: clock).verdict == .valid else {
                throw Failure("a payload is not valid")
            }
        }
    }
}

/// Signs an office's cards.
struct CardSigner {
    private let signer: Signer
    private let serialKey: SerialKey
    private let unit: UnitCode
    private let issued, expires: Timestamp

    init(_ office: SampleOffice) throws {
        signer = try Signer(key: office.keyring.signingKey(for: .card, algorithm: .hmac256, at: office.clock))
        serialKey = try office.keyring.serialKey()
        unit = office.office.configuration.unit
        (issued, expires) = (office.clock, office.expires)
    }

    func payload(of person: Inhabitant) throws -> SignedPayload {
        let serial = Serial(unit: unit, holder: person.holder(serialKey).key, issueNumber: 1, key: serialKey)
        let claims = CardClaims(
            serial: serial, name: person.name, birthYear: person.year, unit: unit, issued: issued,
            expires: expires)
        return try signer.sign(.card(claims))
    }
}
