import Crypto
import Foundation
import Testing

@testable import Payload

/// The reference vectors, made by an independent implementation of the format, stage by stage.
struct VectorTests {
    struct Vectors: Decodable {
        struct Root: Decodable {
            struct Derived: Decodable {
                let purpose, info, key, kid, kidBase64url: String
                let `public`: String?
            }
            let root, kid, kidBase64url: String
            let unit: UInt64
            let epoch: UInt32
            let keys: [Derived]
        }
        struct Holder: Decodable {
            let rootIndex: Int
            let input: [String]
            let holder: String
        }
        struct SerialVector: Decodable {
            let rootIndex: Int
            let unit: UInt64
            let holder: String
            let issueNumber: UInt32
            let serial, printed: String
        }
        struct Message: Decodable {
            let rootIndex: Int
            let algorithm, kind, serial: String
            let name: String?
            let birthYear, venueType: Int?
            let unit: UInt64
            let issued, expires: Int64
            let claims, protected, toBeSigned, tag, message, text, url: String
        }
        struct Digits: Decodable {
            let bytes, text: String
        }
        struct BadText: Decodable {
            let text, why: String
        }
        struct BadCBOR: Decodable {
            let hex, why: String
        }
        struct VerdictVector: Decodable {
            let why: String
            let message, text: String?
            let at: Int64
            let verdict: String
        }
        let roots: [Root]
        let holders: [Holder]
        let serials: [SerialVector]
        let messages: [Message]
        let digits: [Digits]
        let badTexts: [BadText]
        let badCBOR: [BadCBOR]
        let verdicts: [VerdictVector]
    }

    private static let notBefore = Timestamp(secondsSince1970: 1_600_000_000)
    private let vectors: Vectors
    private let roots: [RootKey]

    init() throws {
        let url = try #require(
            Bundle.module.url(forResource: "payload-vectors", withExtension: "json", subdirectory: "Resources"))
        vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
        roots = try vectors.roots.map {
            try #require(RootKey(bytes: hex($0.root), epoch: $0.epoch, unit: UnitCode(rawValue: $0.unit)))
        }
    }

    private func key(_ root: Int, _ purpose: KeyPurpose) -> Key {
        roots[root].key(purpose, unit: roots[root].unit, notBefore: Self.notBefore, expires: nil)
    }

    private func serialKey(_ root: Int) -> SerialKey {
        SerialKey(roots[root].derived(.serial, unit: roots[root].unit))
    }

    @Test func keys() throws {
        for (index, vector) in vectors.roots.enumerated() {
            #expect(key(index, .root).id.bytes == hex(vector.kid))
            #expect(key(index, .root).id.description == vector.kidBase64url)
            #expect(!vector.keys.isEmpty)
            for derived in vector.keys {
                let purpose = try #require(KeyPurpose(rawValue: derived.purpose))
                #expect(roots[index].info(purpose.rawValue, unit: roots[index].unit) == hex(derived.info))
                let secret = roots[index].derived(purpose, unit: roots[index].unit)
                #expect(secret == SymmetricKey(data: hex(derived.key)))
                let key = key(index, purpose)
                #expect(key.id.bytes == hex(derived.kid))
                #expect(key.id.description == derived.kidBase64url)
                guard case .ed25519Private(let pair) = key.material else {
                    #expect(derived.public == nil)
                    continue
                }
                #expect(Array(pair.publicKey.rawRepresentation) == derived.public.map(hex))
            }
        }
    }

    @Test func holdersAndSerials() throws {
        for vector in vectors.holders {
            let key = serialKey(vector.rootIndex)
            let input = vector.input
            let holder: HolderKey
            switch input[0] {
            case "national-id": holder = .nationalID(input[1], key: key)
            case "person": holder = .person(household: input[1], name: input[2], birth: input[3], key: key)
            default: holder = .venue(name: input[1], address: input[2], key: key)
            }
            #expect(holder.bytes == hex(vector.holder), "\(input)")
        }
        for vector in vectors.serials {
            let serial = Serial(
                unit: UnitCode(rawValue: vector.unit), holder: try #require(HolderKey(bytes: hex(vector.holder))),
                issueNumber: vector.issueNumber, key: serialKey(vector.rootIndex))
            #expect(serial.bytes == hex(vector.serial))
            #expect(serial.description == vector.printed)
            #expect(try Serial(parsing: vector.printed) == serial)
        }
    }

    @Test func messages() throws {
        for vector in vectors.messages {
            let serial = try #require(Serial(bytes: hex(vector.serial)))
            let unit = UnitCode(rawValue: vector.unit)
            let issued = Timestamp(secondsSince1970: vector.issued)
            let expires = Timestamp(secondsSince1970: vector.expires)
            let claims: Claims =
                if vector.kind == "card" {
                    .card(
                        CardClaims(
                            serial: serial, name: vector.name, birthYear: vector.birthYear, unit: unit, issued: issued,
                            expires: expires))
                } else {
                    .venue(
                        VenueClaims(
                            serial: serial, name: try #require(vector.name), unit: unit,
                            type: try #require(vector.venueType.flatMap(VenueType.init)), issued: issued,
                            expires: expires))
                }
            #expect(claims.encoded == hex(vector.claims))
            let purpose = vector.algorithm == "ed25519" ? KeyPurpose.ed25519 : claims.kind.purpose
            let key = key(vector.rootIndex, purpose)
            let payload = try Signer(key: key).sign(claims)
            #expect(payload.message == hex(vector.message))
            let message = try COSEMessage(parsing: hex(vector.message))
            #expect(Array(message.protectedHeader) == hex(vector.protected))
            #expect(message.authenticated == hex(vector.toBeSigned))
            #expect(Array(message.authenticator) == hex(vector.tag))
            #expect(payload.text == vector.text)
            let base = try #require(BaseURL(vector.url.replacing(/\/v\/[^\/]*$/, with: "")))
            #expect(payload.url(base: base) == vector.url)
            let verifier = Verifier(keyring: Keyring(keys: [key]))
            for text in [vector.text, vector.url] {
                let verification = try verifier.verify(text, at: issued)
                #expect(verification == Verification(verdict: .valid, claims: claims, keyID: key.id))
            }
        }
    }

    @Test func texts() throws {
        for vector in vectors.digits {
            #expect(DigitText.encode(hex(vector.bytes)) == vector.text)
            #expect(try DigitText.decode(vector.text) == hex(vector.bytes))
        }
        for vector in vectors.badTexts {
            #expect(throws: PayloadError.self, "\(vector.why)") { try SignedPayload(text: vector.text) }
        }
    }

    @Test func badCBOR() {
        for vector in vectors.badCBOR {
            #expect(throws: CBORError.self, "\(vector.why)") { try CBORReader.validate(hex(vector.hex)) }
            #expect(throws: CBORError.self, "\(vector.why)") { try COSEMessage(parsing: hex(vector.hex)) }
            #expect(throws: CBORError.self, "\(vector.why)") { try Claims(decoding: hex(vector.hex)[...]) }
        }
    }

    @Test func verdicts() throws {
        let verifier = Verifier(keyring: Keyring().adding(roots[0], at: Self.notBefore))
        for vector in vectors.verdicts {
            let now = Timestamp(secondsSince1970: vector.at)
            let verification =
                if let message = vector.message {
                    try verifier.verify(message: hex(message), at: now)
                } else {
                    try verifier.verify(try #require(vector.text), at: now)
                }
            #expect(verification.verdict.rawValue == vector.verdict, "\(vector.why)")
        }
    }
}
