import Crypto
import TestSupport
import Testing

@testable import Payload

struct VerifierTests {
    private static let verifier = Verifier(keyring: Sample.keyring)

    private static func verdict(_ payload: SignedPayload, at now: Timestamp = Sample.now) throws -> Verdict {
        try verifier.verify(message: payload.message, at: now).verdict
    }

    @Test(arguments: [
        (Sample.card(), KeyPurpose.card), (Sample.card(), .ed25519), (Sample.venue(), .venue),
        (Sample.venue(), .ed25519),
        (Sample.card(name: nil, birthYear: nil), .card),
    ])
    func valid(claims: Claims, purpose: KeyPurpose) throws {
        let payload = try Sample.signed(claims, with: purpose)
        let base = try #require(BaseURL("https://mocban.example"))
        let expected = Verification(verdict: .valid, claims: claims, keyID: Sample.key(purpose).id)
        for text in [payload.text, payload.url(base: base)] {
            #expect(try Self.verifier.verify(text, at: Sample.now) == expected)
            let seen = try UnverifiedPayload(text: text)
            #expect(seen.claims == claims && seen.keyID == Sample.key(purpose).id)
            #expect(seen.algorithm == Sample.key(purpose).algorithm)
        }
    }

    @Test func exportedKeyringsVerify() throws {
        let card = try Sample.signed(Sample.card(), with: .card)
        let open = try Sample.signed(Sample.card(), with: .ed25519)
        func verdicts(_ kind: ClaimsKind?, verifyOnly: Bool) throws -> [Verdict] {
            let verifier = Verifier(keyring: try Sample.keyring.exported(purpose: kind, verifyOnly: verifyOnly))
            return try [card, open].map { try verifier.verify(message: $0.message, at: Sample.now).verdict }
        }
        #expect(try verdicts(nil, verifyOnly: false) == [.valid, .valid])
        #expect(try verdicts(nil, verifyOnly: true) == [.unknownKey, .valid])
        #expect(try verdicts(.card, verifyOnly: false) == [.valid, .valid])
        #expect(try verdicts(.venue, verifyOnly: false) == [.unknownKey, .wrongPurpose])
    }

    @Test(
        arguments: [
            (-301, Verdict.notYetValid), (-300, .valid), (0, .valid), (63_158_400, .valid), (63_158_700, .valid),
            (63_158_701, .expired), (.min, .notYetValid), (.max, .expired),
        ] as [(Int64, Verdict)])
    func times(seconds: Int64, verdict: Verdict) throws {
        let now = Sample.issued.adding(seconds: seconds)
        #expect(try Self.verdict(try Sample.signed(Sample.card(), with: .card), at: now) == verdict)
    }

    @Test func revokedBeforeExpired() throws {
        let payload = try Sample.signed(Sample.card(), with: .card)
        let verifier = Verifier(keyring: Sample.keyring, revocations: Sample.list([Sample.card().serial]))
        for now in [Sample.now, Sample.expires.adding(seconds: 9999)] {
            let verification = try verifier.verify(payload.text, at: now)
            #expect(verification.verdict == .revoked && verification.claims == Sample.card())
        }
    }

    /// A card issued before its key's cut-off is revoked, whatever its serial; one issued then is not.
    @Test(
        arguments: [(1, Verdict.revoked), (0, .valid), (-1, .valid), (.max, .valid)] as [(Int64, Verdict)],
        [KeyPurpose.card, .ed25519])
    func revokedByKey(cut: (seconds: Int64, verdict: Verdict), purpose: KeyPurpose) throws {
        let (seconds, verdict) = cut
        let cutOff = Sample.issued.adding(seconds: seconds)
        let cutOffs = seconds == .max ? [Sample.key(.venue).id: cutOff] : [Sample.key(purpose).id: cutOff]
        let verifier = Verifier(keyring: Sample.keyring, revocations: Sample.list([], cutOffs: cutOffs))
        let payload = try Sample.signed(Sample.card(), with: purpose)
        #expect(try verifier.verify(payload.text, at: Sample.now).verdict == verdict)
    }

    /// Where it cannot be known whether a card is revoked there is no verdict; where that does not matter there is one.
    @Test func failsWithItsSource() throws {
        struct Closed: Error, Revocations {
            func revokes(_ serial: Serial, signedBy key: KeyID, issued: Timestamp) throws -> Bool { throw self }
        }
        let verifier = Verifier(keyring: Sample.keyring, revocations: Closed())
        let payload = try Sample.signed(Sample.card(), with: .card)
        #expect(throws: Closed.self) { try verifier.verify(payload.text, at: Sample.now) }
        let cut = SignedPayload(message: payload.message.dropLast() + [(payload.message.last ?? 0) ^ 1])
        #expect(try verifier.verify(cut.text, at: Sample.now).verdict == .forged)
        #expect(try verifier.verify("", at: Sample.now).verdict == .malformed)
    }

    @Test func unknownKey() throws {
        let payload = try Sample.signed(Sample.card(), with: .card)
        var random = SeededNumbers(4)
        let stranger = Keyring().generating(unit: Sample.unit, at: Sample.start, using: &random)
        let narrow = Keyring(keys: [Sample.key(.root), Sample.key(.serial)])
        for keyring in [Keyring(), stranger, narrow] {
            let verification = try Verifier(keyring: keyring).verify(payload.text, at: Sample.now)
            #expect(verification == Verification(verdict: .unknownKey, keyID: Sample.key(.card).id))
        }
    }

    /// A message under a root or serial key's ID is no more known than any other.
    @Test(arguments: [KeyPurpose.root, .serial])
    func neverVerifiesWithRootOrSerialKeys(purpose: KeyPurpose) throws {
        let key = Sample.key(purpose)
        let disguised = Key(
            key.material, purpose: .card, unit: key.unit, epoch: 1, notBefore: key.notBefore, expires: nil)
        #expect(try Self.verdict(try Signer(key: disguised).sign(Sample.card())) == .unknownKey)
    }

    @Test(
        arguments: [
            (-301, Verdict.unknownKey), (-300, .valid), (1000, .valid), (1300, .valid), (1301, .unknownKey),
        ] as [(Int64, Verdict)])
    func issuedWithinTheKeysValidity(seconds: Int64, verdict: Verdict) throws {
        let key = Sample.key(.card)
        let retired = try Sample.keyring.retiring(key.id, at: Sample.start.adding(seconds: 1000))
        let claims = Sample.card(issued: Sample.start.adding(seconds: seconds))
        let payload = try Signer(key: key).sign(claims)
        #expect(try Verifier(keyring: retired).verify(payload.text, at: Sample.now).verdict == verdict)
    }

    @Test func wrongPurposeAndUnit() throws {
        func forced(_ claims: Claims, _ purpose: KeyPurpose) throws -> Verification {
            let key = Sample.key(purpose)
            let disguised = Key(
                key.material, purpose: claims.kind.purpose, unit: claims.unit, epoch: 1, notBefore: key.notBefore,
                expires: nil)
            return try Self.verifier.verify(try Signer(key: disguised).sign(claims).text, at: Sample.now)
        }
        for (claims, purpose) in [
            (Sample.card(), KeyPurpose.venue), (Sample.venue(), .card), (Sample.card(unit: 1), .card),
            (Sample.venue(unit: 1), .venue), (Sample.card(unit: 1), .ed25519),
        ] {
            let verification = try forced(claims, purpose)
            #expect(verification.verdict == .wrongPurpose && verification.claims == claims)
        }
    }

    @Test(arguments: [KeyPurpose.card, .ed25519])
    func refusesEveryFlippedBit(purpose: KeyPurpose) throws {
        let message = try Sample.signed(Sample.card(), with: purpose).message
        for index in message.indices {
            for bit in 0..<8 {
                var changed = message
                changed[index] ^= 1 << UInt8(bit)
                let verification = try Self.verifier.verify(message: changed, at: Sample.now)
                #expect([.forged, .unknownKey, .malformed].contains(verification.verdict), "byte \(index), bit \(bit)")
                #expect(verification.claims == nil)
            }
        }
    }

    @Test func refusesEveryPrefixAndExtension() throws {
        let message = try Sample.signed(Sample.card(), with: .card).message
        for count in message.indices {
            #expect(try Self.verifier.verify(message: Array(message[..<count]), at: Sample.now).verdict == .malformed)
        }
        #expect(try Self.verifier.verify(message: message + [0], at: Sample.now).verdict == .malformed)
    }

    @Test(arguments: [
        "", "MB1:", "MB1", "https://mocban.example/", "https://mocban.example/v/AAAA", "xin chào", "MB1:000",
    ])
    func malformedText(text: String) throws {
        #expect(try Self.verifier.verify(text, at: Sample.now) == Verification(verdict: .malformed))
    }

    @Test func hostileFormsOfAGoodText() throws {
        let text = try Sample.signed(Sample.card(), with: .card).text
        let digits = text.dropFirst(4)
        for hostile in [
            "mb1:\(digits)", " \(text)", "\(text) ", "\(text)\n", "MB1: \(digits)", "MB1:0\(digits)",
            "MB1:\(String(repeating: "0", count: 17))\(digits)", "\(text)000", text + text, "MB1:\(text)",
            String(text.dropLast()), String(text.dropLast(17)), "\(text)\u{301}",
        ] {
            #expect(try Self.verifier.verify(hostile, at: Sample.now).verdict == .malformed, "\(hostile)")
        }
    }

    /// A message made from parts, with a MAC or signature that holds for the tag's structure.
    private static func assembled(
        tag: UInt64 = 17, algorithmID: Int64 = 5, id: KeyID, payload: [UInt8],
        authenticator: ([UInt8]) throws -> [UInt8]
    ) rethrows -> [UInt8] {
        var header = CBORWriter()
        header.map(2)
        header.unsigned(1)
        header.integer(algorithmID)
        header.unsigned(4)
        header.byteString(id.bytes)
        let template = COSEMessage.Template(tag: tag == 18 ? .sign1 : .mac0, protectedHeader: header.bytes[...])
        let authenticated = template.authenticated(payload: payload)
        var message = template.message(payload: payload, authenticator: try authenticator(authenticated))
        message[0] = 0xc0 | UInt8(tag)
        return message
    }

    private static func mac(_ key: Key) -> ([UInt8]) -> [UInt8] {
        { data in
            guard case .symmetric(let secret) = key.material else { return [] }
            return Array(HMAC<SHA256>.authenticationCode(for: data, using: secret))
        }
    }

    @Test func algorithmIsTheKeysAlone() throws {
        let card = Sample.key(.card)
        let open = Sample.key(.ed25519)
        let payload = Sample.card().encoded
        guard case .ed25519Private(let pair) = open.material else { fatalError("no key pair") }
        func sign(_ data: [UInt8]) throws -> [UInt8] { try Array(pair.signature(for: data)) }
        func macWithPublicKey(_ data: [UInt8]) -> [UInt8] {
            Array(
                HMAC<SHA256>.authenticationCode(
                    for: data, using: SymmetricKey(data: pair.publicKey.rawRepresentation)))
        }
        let messages: [([UInt8], Verdict)] = [
            (Self.assembled(id: card.id, payload: payload, authenticator: Self.mac(card)), .valid),
            (try Self.assembled(tag: 18, algorithmID: -8, id: open.id, payload: payload, authenticator: sign), .valid),
            (Self.assembled(id: open.id, payload: payload, authenticator: macWithPublicKey), .forged),
            (try Self.assembled(tag: 18, algorithmID: -8, id: card.id, payload: payload, authenticator: sign), .forged),
            (Self.assembled(algorithmID: -8, id: card.id, payload: payload, authenticator: Self.mac(card)), .malformed),
            (Self.assembled(algorithmID: 4, id: card.id, payload: payload, authenticator: Self.mac(card)), .malformed),
            (Self.assembled(tag: 18, id: card.id, payload: payload, authenticator: Self.mac(card)), .malformed),
            (Self.assembled(tag: 16, id: card.id, payload: payload, authenticator: Self.mac(card)), .malformed),
            (Self.assembled(id: card.id, payload: [0xa0], authenticator: Self.mac(card)), .malformed),
            (Self.assembled(id: card.id, payload: payload + [0], authenticator: Self.mac(card)), .malformed),
            (Self.assembled(id: card.id, payload: [], authenticator: { _ in [] }), .malformed),
        ]
        for (index, (message, verdict)) in messages.enumerated() {
            #expect(try Self.verifier.verify(message: message, at: Sample.now).verdict == verdict, "message \(index)")
        }
        let unsigned = Self.assembled(
            id: card.id, payload: [0xa0], authenticator: { _ in Array(repeating: 0, count: 32) })
        #expect(try Self.verifier.verify(message: unsigned, at: Sample.now).verdict == .forged)
    }

    /// Two keys that differ in everything but the first four bytes of their digest, found by search.
    @Test func triesBothKeysOfOneID() throws {
        var seen: [KeyID: SymmetricKey] = [:]
        var random = SeededNumbers(11)
        var pair: (SymmetricKey, SymmetricKey)?
        while pair == nil {
            let root = RootKey(epoch: 1, unit: Sample.unit, using: &random)
            pair = seen.updateValue(root.secret, forKey: KeyID(symmetric: root.secret)).map { ($0, root.secret) }
        }
        let (first, second) = try #require(pair)
        let keys = [first, second].map {
            Key(
                .symmetric($0), purpose: .card, unit: Sample.unit, epoch: 1, notBefore: Sample.start, expires: nil)
        }
        #expect(keys[0].id == keys[1].id && keys[0] != keys[1])
        let ring = Keyring(keys: keys)
        #expect(try Keyring(jwkSet: ring.jwkSet()) == ring)
        for key in keys {
            let payload = try Signer(key: key).sign(Sample.card())
            #expect(try Verifier(keyring: ring).verify(payload.text, at: Sample.now).verdict == .valid)
        }
    }

    /// One public key bound once to cards and once to venues.
    @Test func triesEveryBindingOfOneKey() throws {
        let cards = try Sample.keyring.exported(purpose: .card, verifyOnly: true)
        let venues = try Sample.keyring.exported(purpose: .venue, verifyOnly: true)
        let verifier = Verifier(keyring: Keyring(keys: cards.keys + venues.keys))
        for claims in [Sample.card(), Sample.venue()] {
            let payload = try Sample.signed(claims, with: .ed25519)
            #expect(try verifier.verify(payload.text, at: Sample.now).verdict == .valid)
        }
    }
}

struct SignerTests {
    @Test func refusesKeysThatCannotSign() throws {
        for key in [Sample.key(.root), Sample.key(.serial)] {
            #expect(throws: Signer.SigningError.keyCannotSign(key.id)) { try Signer(key: key) }
        }
        let half = try #require(Sample.keyring.exported(verifyOnly: true).keys.first)
        #expect(throws: Signer.SigningError.keyCannotSign(half.id)) { try Signer(key: half) }
    }

    @Test func refusesClaimsThatAreNotTheKeys() throws {
        let signer = try Signer(key: Sample.key(.card))
        #expect(throws: Signer.SigningError.wrongPurpose(.card, .venue)) { try signer.sign(Sample.venue()) }
        #expect(throws: Signer.SigningError.wrongUnit(key: 19867, claims: 1)) { try signer.sign(Sample.card(unit: 1)) }
        for claims in [
            Sample.card(birthYear: 0), Sample.card(birthYear: 10_000), Sample.card(birthYear: .min),
            Sample.card(issued: Timestamp(secondsSince1970: -1)),
            Sample.card(expires: Timestamp(secondsSince1970: .max)),
        ] {
            #expect(throws: Signer.SigningError.claimsOutOfRange) { try signer.sign(claims) }
        }
    }

    @Test func keepsToTheExpectedSizes() throws {
        let usual = try Sample.signed(Sample.card(), with: .card)
        #expect(DigitText.digits(of: usual.message).count == 282)
        #expect(!"\(try Signer(key: Sample.key(.card)))".contains("SymmetricKey"))
    }
}
