import Crypto
import Foundation
import TestSupport
import Testing

@testable import Payload

/// Keys and signatures that Ed25519's verifiers disagree about, made by plain integers in `make_ed25519_vectors.py`.
struct Ed25519VectorTests {
    struct Vectors: Decodable {
        struct KeyVector: Decodable, CustomTestStringConvertible {
            let why, x: String
            let accepted: Bool
            var testDescription: String { why }
        }
        struct Signature: Decodable, CustomTestStringConvertible {
            let why, x, toBeSigned, signature, message: String
            let keyAccepted, libraryAccepts, accepted: Bool
            var testDescription: String { why }
        }
        let unit: UInt64
        let epoch: UInt32
        let notBefore, at: Int64
        let keys: [KeyVector]
        let signatures: [Signature]
    }

    static let vectors: Vectors = {
        guard
            let url = Bundle.module.url(
                forResource: "ed25519-vectors", withExtension: "json", subdirectory: "Resources"),
            let data = try? Data(contentsOf: url),
            let vectors = try? JSONDecoder().decode(Vectors.self, from: data)
        else { fatalError("ed25519-vectors.json is not there or not of its form") }
        return vectors
    }()

    /// A verifier's key file with one public key.
    private static func keyFile(_ x: [UInt8]) -> String {
        let id = Base64URL.encode(Array(SHA256.hash(data: x).prefix(4)))
        return """
            {"keys": [{"kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": "\(id)", "x": "\(Base64URL.encode(x))",
              "mocban:purpose": "ed25519", "mocban:unit": \(vectors.unit), "mocban:epoch": \(vectors.epoch),
              "nbf": \(vectors.notBefore)}]}
            """
    }

    @Test(arguments: vectors.keys)
    func takesPointsOfPrimeOrderAlone(vector: Vectors.KeyVector) throws {
        let text = Self.keyFile(hex(vector.x))
        if vector.accepted {
            let keyring = try Keyring(jwkSet: text)
            #expect(try Keyring(jwkSet: keyring.jwkSet()) == keyring)
        } else {
            #expect(throws: JWKSetError.member(key: 0, name: "x", .unsoundKey)) { try Keyring(jwkSet: text) }
        }
    }

    @Test(arguments: vectors.signatures)
    func verifiesByTheCriterion(vector: Vectors.Signature) throws {
        let at = Timestamp(secondsSince1970: Self.vectors.at)
        guard vector.keyAccepted else {
            #expect(throws: JWKSetError.self) { try Keyring(jwkSet: Self.keyFile(hex(vector.x))) }
            return
        }
        let keyring = try Keyring(jwkSet: Self.keyFile(hex(vector.x)))
        let verdict = try Verifier(keyring: keyring).verify(message: hex(vector.message), at: at).verdict
        #expect(verdict == (vector.accepted ? .valid : .forged))
    }

    /// What Mocban checks by hand is what swift-crypto is seen to leave open, no more: this shows if that changes.
    @Test(arguments: vectors.signatures)
    func libraryLeavesOpenWhatIsSaid(vector: Vectors.Signature) throws {
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: hex(vector.x))
        #expect(key.isValidSignature(hex(vector.signature), for: hex(vector.toBeSigned)) == vector.libraryAccepts)
    }

    @Test func everyPublicHalfIsSound() throws {
        var random = SeededNumbers(25519)
        for _ in 0..<20 {
            let seed = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
            let pair = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
            #expect(Ed25519PublicKey(bytes: Array(pair.publicKey.rawRepresentation)) != nil)
        }
    }

    @Test(arguments: [0, 1, 31, 33, 64])
    func refusesOtherLengths(count: Int) {
        #expect(Ed25519PublicKey(bytes: Array(repeating: 5, count: count)) == nil)
    }
}
