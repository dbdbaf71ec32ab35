import Payload
import TestSupport
import Testing

struct KeyringTests {
    private static let later = Sample.start.adding(seconds: 1_000_000)

    private static let twoEpochs: Keyring = {
        var random = SeededNumbers(2)
        return Sample.keyring.generating(
            unit: Sample.unit, at: later, expires: later.adding(seconds: 1_000_000), using: &random)
    }()

    private static func grown(_ keyring: Keyring) -> Keyring {
        var random = SeededNumbers(3)
        return keyring.generating(unit: 19867, at: later, using: &random)
    }

    @Test func generatesAnEpoch() {
        let keys = Sample.keyring.keys
        #expect(keys.map(\.purpose) == [.root, .card, .venue, .serial, .ed25519])
        #expect(keys.allSatisfy { $0.epoch == 1 && $0.unit == Sample.unit && $0.notBefore == Sample.start })
        #expect(Self.twoEpochs.keys.map(\.epoch) == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
        let ended = Self.twoEpochs.keys.suffix(5).filter { $0.expires != nil }
        #expect(ended.map(\.purpose) == [.card, .venue, .ed25519])
        var random = SeededNumbers(1)
        #expect(Keyring().generating(unit: Sample.unit, at: Sample.start, using: &random) == Sample.keyring)
        #expect(Keyring().generating(unit: Sample.unit, at: Sample.start) != Sample.keyring)
    }

    @Test func signsWithTheNewestValidEpoch() throws {
        for kind in ClaimsKind.allCases {
            for algorithm in Algorithm.allCases {
                let epochs = try [0, 999_999, 1_000_000, 1_999_999, 2_000_000].map { seconds in
                    try Self.twoEpochs.signingKey(
                        for: kind, algorithm: algorithm, at: Sample.start.adding(seconds: seconds)
                    ).epoch
                }
                #expect(epochs == [1, 1, 2, 2, 1])
            }
        }
        let early = Sample.start.adding(seconds: -1)
        #expect(throws: KeyringError.noSigningKey(.card, .hmac256, at: early)) {
            try Sample.keyring.signingKey(for: .card, algorithm: .hmac256, at: early)
        }
    }

    @Test func serialsKeepToTheFirstEpoch() throws {
        let holders = try [Sample.keyring, Self.twoEpochs, Keyring(keys: Self.twoEpochs.keys.reversed())].map {
            HolderKey.nationalID("046185001234", key: try $0.serialKey())
        }
        #expect(Set(holders).count == 1)
        let exported = try Sample.keyring.exported()
        #expect(throws: KeyringError.noSerialKey) { try exported.serialKey() }
    }

    @Test func registersKeepToTheFirstEpoch() throws {
        let root = try #require(RootKey(bytes: Array(0..<32), epoch: 1, unit: 19867))
        let keyring = Keyring().adding(root, at: Sample.start)
        // HMAC-SHA256("Moc") under HKDF's key for ["mocban", 1, "register", 19867, 1], made by Python's hmac.
        let expected = hex("84dbbfd211cf32190e3a393f11961e78e27f4300f749a4836f3aa988e618b0e1")
        for keyring in [keyring, Self.grown(keyring)] {
            for keys in [keyring.keys, keyring.keys.reversed()] {
                #expect(try Keyring(keys: keys).registerKey().authenticate(Array("Moc".utf8)) == expected)
            }
            #expect(!keyring.jwkSet().contains("register"))
        }
        let key = try keyring.registerKey()
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "register key" && !dumped.contains("HMAC"))
        let exported = try Sample.keyring.exported()
        #expect(throws: KeyringError.noRegisterKey) { try exported.registerKey() }
    }

    @Test func stagedFilesKeepToTheFirstEpoch() throws {
        let root = try #require(RootKey(bytes: Array(0..<32), epoch: 1, unit: 19867))
        let first = Keyring().adding(root, at: Sample.start)
        // HMAC-SHA256("Moc") under HKDF's key for ["mocban", 1, "staging", 19867, 1], made by Python's hmac.
        let expected = hex("e8d8a688a96c89ee1ca3379a174dd78850d305d972ad345118ca2da54a4867af")
        for keyring in [first, Self.grown(first)] {
            let key = try keyring.stagingKey()
            #expect(key.mac(of: Array("Moc".utf8)) == expected && key.isMAC(expected, of: Array("Moc".utf8)))
            #expect(!key.isMAC(expected, of: []) && !key.isMAC([], of: Array("Moc".utf8)))
            #expect(!keyring.jwkSet().contains("staging"))
            var dumped = ""
            dump(key, to: &dumped)
            #expect("\(key)" == "staging key" && !dumped.contains("Symmetric"))
        }
        let exported = try Sample.keyring.exported()
        #expect(throws: KeyringError.noRegisterKey) { try exported.stagingKey() }
    }

    @Test func retires() throws {
        let card = Sample.key(.card)
        let retired = try Sample.keyring.retiring(card.id, at: Self.later)
        #expect(Sample.key(.card, in: retired).expires == Self.later)
        #expect(Sample.key(.venue, in: retired).expires == nil)
        let again = try retired.retiring(card.id, at: Self.later.adding(seconds: 5))
        #expect(again == retired)
        #expect(throws: KeyringError.self) {
            try retired.signingKey(for: .card, algorithm: .hmac256, at: Self.later)
        }
        for purpose in [KeyPurpose.root, .serial] {
            let id = Sample.key(purpose).id
            #expect(throws: KeyringError.notRetirable(id)) { try Sample.keyring.retiring(id, at: Self.later) }
        }
        let unknown = KeyID(rawValue: 0)
        #expect(throws: KeyringError.unknownKey(unknown)) { try Sample.keyring.retiring(unknown, at: Self.later) }
    }

    @Test(
        arguments: [
            (nil, false, [KeyPurpose.card, .venue, .ed25519]),
            (nil, true, [.ed25519]),
            (ClaimsKind.card, false, [.card, .card]),
            (.venue, false, [.venue, .venue]),
            (.card, true, [.card]),
            (.venue, true, [.venue]),
        ] as [(ClaimsKind?, Bool, [KeyPurpose])])
    func exportsWhatAVerifierNeeds(purpose: ClaimsKind?, verifyOnly: Bool, expected: [KeyPurpose]) throws {
        for unit in [nil, Sample.unit, 19870] {
            let exported = try Sample.keyring.exported(purpose: purpose, verifyOnly: verifyOnly, unit: unit)
            #expect(exported.keys.map(\.purpose) == expected)
            #expect(exported.keys.allSatisfy { $0.unit == unit ?? Sample.unit })
            #expect(exported.keys.allSatisfy { $0.algorithm == .hmac256 || !$0.canSign })
            #expect(try Keyring(jwkSet: exported.jwkSet()) == exported)
            #expect(!exported.jwkSet().contains("\"d\""))
            let again = try exported.exported(purpose: purpose, verifyOnly: verifyOnly)
            #expect(again == exported)
        }
        #expect(throws: KeyringError.nothingToExport) { try Keyring().exported() }
    }

    @Test func anotherUnitsKeysAreThatUnits() throws {
        let unit: UnitCode = 19870
        var random = SeededNumbers(1)
        let other = Keyring().generating(unit: unit, at: Sample.start, using: &random)
        #expect(try Sample.keyring.exported(unit: unit) == other.exported())
        #expect(try Sample.keyring.exported(unit: unit) != Sample.keyring.exported())
    }

    @Test func neverPrintsSecrets() {
        for key in Sample.keyring.keys {
            var dumped = ""
            dump(key, to: &dumped)
            #expect("\(key)" == key.description && "\(Optional(key) as Any)".contains(key.description))
            #expect(!dumped.contains("material") && !dumped.contains("SymmetricKey"))
        }
        #expect(Sample.keyring.description.hasPrefix("root key"))
    }

    @Test func keyIDsThereAndBack() {
        let id = KeyID(rawValue: 0xfbef_be01)
        #expect(id.description == "----AQ")
        #expect(KeyID("----AQ") == id)
        for text in ["", "----A", "----AR", "----AQ=", "----AQAA", "++++AQ"] {
            #expect(KeyID(text) == nil)
        }
    }
}
