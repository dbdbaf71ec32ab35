import Crypto
import TestSupport
import Testing

@testable import Payload

struct RevocationSigningTests {
    private static let key = Sample.key(.ed25519)
    private static let list = Sample.list([Sample.card().serial])

    @Test func anyEd25519KeyOfTheUnitVouches() throws {
        let bytes = try Self.list.signed(with: Self.key)
        for purpose in [ClaimsKind.card, .venue, nil] {
            for verifyOnly in [true, false] {
                let keyring = try Sample.keyring.exported(purpose: purpose, verifyOnly: verifyOnly)
                #expect(try RevocationList(verifying: bytes, keyring: keyring) == Self.list)
            }
        }
    }

    @Test func refusesOtherKeys() throws {
        let bytes = try Self.list.signed(with: Self.key)
        var random = SeededNumbers(4)
        let stranger = Keyring().generating(unit: Sample.unit, at: Sample.start, using: &random)
        let narrow = try Keyring(keys: Sample.keyring.exported().keys.filter { $0.algorithm == .hmac256 })
        for keyring in [Keyring(), stranger, narrow] {
            #expect(throws: RevocationListError.unknownKey(Self.key.id)) {
                try RevocationList(verifying: bytes, keyring: keyring)
            }
        }
        let forged = Array(bytes.dropLast()) + [(bytes.last ?? 0) ^ 1]
        #expect(throws: RevocationListError.forged(Self.key.id)) {
            try RevocationList(verifying: forged, keyring: Sample.keyring)
        }
    }

    @Test func refusesAnotherUnit() throws {
        let other = Sample.list([], unit: 19870)
        #expect(throws: Signer.SigningError.wrongUnit(key: Sample.unit, claims: 19870)) {
            try other.signed(with: Self.key)
        }
        let bytes = try Signer(key: Self.key).message(of: other.encoded, contentType: RevocationList.contentType)
        #expect(throws: RevocationListError.wrongUnit(list: 19870, key: Sample.unit)) {
            try RevocationList(verifying: bytes, keyring: Sample.keyring)
        }
    }

    @Test(
        arguments: [
            (-301, false), (-300, true), (0, true), (1000, true), (1300, true), (1301, false),
        ] as [(Int64, Bool)])
    func keyIsValidAtTheIssue(seconds: Int64, isTaken: Bool) throws {
        let keyring = try Sample.keyring.retiring(Self.key.id, at: Sample.start.adding(seconds: 1000))
        let list = Sample.list([], issued: Sample.start.adding(seconds: seconds))
        let bytes = try list.signed(with: Self.key)
        if isTaken {
            #expect(try RevocationList(verifying: bytes, keyring: keyring) == list)
        } else {
            #expect(throws: RevocationListError.keyNotValid(Self.key.id, at: list.issued)) {
                try RevocationList(verifying: bytes, keyring: keyring)
            }
        }
    }

    @Test func signsWithTheUnitsEd25519Key() throws {
        for purpose in [KeyPurpose.root, .serial] {
            let id = Sample.key(purpose).id
            #expect(throws: Signer.SigningError.keyCannotSign(id)) { try Self.list.signed(with: Sample.key(purpose)) }
        }
        for purpose in [KeyPurpose.card, .venue] {
            let id = Sample.key(purpose).id
            #expect(throws: Signer.SigningError.notForLists(id)) { try Self.list.signed(with: Sample.key(purpose)) }
        }
        for list in [
            Sample.list([], days: -1), Sample.list([], issued: Timestamp(secondsSince1970: -1)),
            Sample.list([], cutOffs: [Self.key.id: Timestamp(secondsSince1970: .max)]),
        ] {
            #expect(throws: Signer.SigningError.listOutOfRange) { try list.signed(with: Self.key) }
        }
        var random = SeededNumbers(2)
        let later = Sample.start.adding(seconds: 1000)
        let keyring = Sample.keyring.generating(unit: Sample.unit, at: later, using: &random)
        #expect(try keyring.revocationsKey(at: Sample.start) == Self.key)
        #expect(try keyring.revocationsKey(at: later).epoch == 2)
        let early = Sample.start.adding(seconds: -1)
        #expect(throws: KeyringError.noRevocationsKey(at: early)) { try keyring.revocationsKey(at: early) }
        let gate = try keyring.exported()
        #expect(throws: KeyringError.noRevocationsKey(at: later)) { try gate.revocationsKey(at: later) }
    }

    /// The same bytes, and the same payload under the other's headers, both ways.
    @Test func listsAndCodesAreNeverTakenForOneAnother() throws {
        let signer = try Signer(key: Self.key)
        let (list, code) = (try Self.list.signed(with: Self.key), try signer.sign(Sample.card()))
        let template = COSEMessage.Template(algorithm: .ed25519, keyID: Self.key.id)
        guard case .ed25519Private(let pair) = Self.key.material else { fatalError("no key pair") }
        let signature = try pair.signature(for: template.authenticated(payload: Self.list.encoded))
        let verifier = Verifier(keyring: Sample.keyring)
        for message in [list, template.message(payload: Self.list.encoded, authenticator: signature)] {
            #expect(try verifier.verify(message: message, at: Sample.now).verdict == .malformed)
            #expect(throws: PayloadError.self) {
                try UnverifiedPayload(SignedPayload(message: message))
            }
        }
        let plain = try signer.message(of: Self.list.encoded, contentType: "application/cbor")
        let claims = try signer.message(of: Sample.card().encoded, contentType: RevocationList.contentType)
        let card = try Signer(key: Sample.key(.card))
        let mac = try card.message(of: Self.list.encoded, contentType: RevocationList.contentType)
        for message in [code.message, plain, claims, mac] {
            let error = #expect(throws: RevocationListError.self) {
                try RevocationList(verifying: message, keyring: Sample.keyring)
            }
            guard case .malformed = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    /// 12,000 serials of 1.2 million: the bytes of each.
    @Test func size() throws {
        var random = SeededNumbers(12)
        let serials = (0..<12_000).map { _ in Sample.serial(random.next() >> 9) }
        let list = Sample.list(serials)
        let bytes = try list.signed(with: Self.key)
        #expect(Double(bytes.count) / 12_000 < 6.4, "\(bytes.count) bytes")
        #expect(try RevocationList(verifying: bytes, keyring: Sample.keyring).serialCount == 12_000)
    }
}
