import Crypto
import Foundation
import Payload
import TestSupport
import Testing

struct JWKSetTests {
    /// The keyring's entries as JSON objects, to be tampered with.
    private static func entries(_ keyring: Keyring = Sample.keyring) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(keyring.jwkSet().utf8)) as? [String: Any]
        return try #require(object?["keys"] as? [[String: Any]])
    }

    private static func json(_ entries: [[String: Any]]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: ["keys": entries]), as: UTF8.self)
    }

    private static func error(_ entries: [[String: Any]]) throws -> JWKSetError? {
        let text = try json(entries)
        do throws(JWKSetError) {
            _ = try Keyring(jwkSet: text)
            return nil
        } catch {
            return error
        }
    }

    @Test func thereAndBack() throws {
        let text = Sample.keyring.jwkSet()
        #expect(try Keyring(jwkSet: text) == Sample.keyring)
        #expect(try Keyring(jwkSet: text).jwkSet() == text)
        #expect(try Keyring(jwkSet: Keyring().jwkSet()) == Keyring())
        #expect(try Keyring(jwkSet: Self.json(Self.entries())) == Sample.keyring)
    }

    @Test func hasTheMembersOfTheFormat() throws {
        let entries = try Self.entries()
        let common: Set = ["kty", "kid", "alg", "mocban:purpose", "mocban:unit", "mocban:epoch", "nbf"]
        #expect(Set(entries[1].keys) == common.union(["k"]))
        #expect(entries[1]["kty"] as? String == "oct" && entries[1]["alg"] as? String == "HS256")
        #expect(Set(entries[4].keys) == common.union(["crv", "x", "d"]))
        #expect(entries[4]["kty"] as? String == "OKP" && entries[4]["alg"] as? String == "EdDSA")
        let retired = try Sample.keyring.retiring(Sample.key(.card).id, at: Sample.now)
        #expect(try Self.entries(retired)[1]["exp"] as? Int == Int(Sample.now.secondsSince1970))
    }

    @Test func leavesUnknownMembersAside() throws {
        var entries = try Self.entries()
        entries[1]["use"] = "sig"
        entries[1]["x5c"] = ["a", 1]
        #expect(try Keyring(jwkSet: Self.json(entries)) == Sample.keyring)
    }

    @Test(arguments: [
        "", "[]", "{}", "null", "{\"keys\": {}}", "{\"keys\": null}", "{\"keys\": [1]}", "{\"keys\": [null]}",
        "{\"keys\": [",
        String(repeating: "[", count: 100_000), "{\"keys\": [[]]}",
    ])
    func refusesWhatIsNoJWKSet(text: String) {
        #expect(throws: JWKSetError.notAJWKSet) { try Keyring(jwkSet: text) }
    }

    /// Key, member, its new value (`nil` to leave it out) and the fault.
    @Test(
        arguments: [
            (1, "kty", nil, .missing),
            (1, "kty", "\"RSA\"", .unknown),
            (1, "kty", "1", .wrongType),
            (1, "kid", nil, .missing),
            (1, "kid", "\"AAAAAA\"", .mismatched),
            (1, "kid", "\"AAAA\"", .wrongByteCount),
            (1, "kid", "\"AAAAAA==\"", .notBase64URL),
            (1, "alg", nil, .missing),
            (1, "alg", "\"HS512\"", .unknown),
            (1, "alg", "\"none\"", .unknown),
            (1, "alg", "\"EdDSA\"", .mismatched),
            (4, "alg", "\"HS256\"", .mismatched),
            (1, "k", nil, .missing),
            (1, "k", "\"\"", .wrongByteCount),
            (1, "k", "\"AAAA\"", .wrongByteCount),
            (1, "k", "\"+\"", .notBase64URL),
            (4, "crv", nil, .missing),
            (4, "crv", "\"X25519\"", .unknown),
            (4, "x", nil, .missing),
            (4, "x", "\"AAAA\"", .wrongByteCount),
            (4, "d", "\"AAAA\"", .wrongByteCount),
            (4, "d", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", .mismatched),
            (1, "mocban:purpose", nil, .missing),
            (1, "mocban:purpose", "\"cards\"", .unknown),
            (1, "mocban:purpose", "\"ed25519\"", .mismatched),
            (4, "mocban:purpose", "\"serial\"", .mismatched),
            (4, "mocban:purpose", "\"root\"", .mismatched),
            (1, "mocban:unit", nil, .missing),
            (1, "mocban:unit", "-1", .wrongType),
            (1, "mocban:unit", "\"19867\"", .wrongType),
            (1, "mocban:unit", "1.5", .wrongType),
            (1, "mocban:epoch", nil, .missing),
            (1, "mocban:epoch", "4294967296", .wrongType),
            (1, "nbf", nil, .missing),
            (1, "nbf", "null", .wrongType),
            (1, "nbf", "1e30", .wrongType),
            (1, "exp", "\"never\"", .wrongType),
            (1, "exp", "null", .wrongType),
        ] as [(Int, String, String?, JWKSetError.Problem)])
    func namesTheWrongMember(index: Int, member: String, value: String?, problem: JWKSetError.Problem) throws {
        var entries = try Self.entries()
        entries[index][member] = try value.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8), options: .fragmentsAllowed)
        }
        #expect(try Self.error(entries) == .member(key: index, name: member, problem))
    }

    @Test func refusesKeysThatAreNotTheirRoots() throws {
        var entries = try Self.entries()
        entries[1]["mocban:purpose"] = "venue"
        #expect(try Self.error(entries) == .notDerivedFromRoot(key: 1))
        entries = try Self.entries()
        var random = SeededNumbers(9)
        let stranger = Keyring().generating(unit: Sample.unit, at: Sample.start, using: &random)
        entries[4] = try Self.entries(stranger)[4]
        #expect(try Self.error(entries) == .notDerivedFromRoot(key: 4))
        #expect(try Self.error(Self.entries() + Self.entries(stranger)) == .secondRoot(key: 5))
    }

    @Test func refusesAPublicKeyAsASecret() throws {
        var entries = try Self.entries(Sample.keyring.exported())
        let x = try #require(entries[2]["x"] as? String)
        let secret = SymmetricKey(data: try #require(Base64URL.decode(x)))
        entries[0]["k"] = x
        #expect(try Self.error(entries) == .member(key: 0, name: "kid", .mismatched))
        let code = HMAC<SHA256>.authenticationCode(for: Array("kid".utf8), using: secret)
        entries[0]["kid"] = Base64URL.encode(Array(code.prefix(4)))
        #expect(try Self.error(entries) == .publicKeyAsSecret(key: 0))
        entries[2]["alg"] = "HS256"
        #expect(try Self.error(entries) == .member(key: 2, name: "alg", .mismatched))
    }
}
