import Crypto
public import Messages

/// Why a text is not a keyring: which key, counted from 0, and which member is wrong.
public enum JWKSetError: Failure, Hashable {
    /// The text is not a whole object with an array `keys` of objects.
    case notAJWKSet
    /// The text is not JSON, or has a member twice.
    case faultyJSON(JSONFault)
    /// A member is missing or has a wrong type or value.
    case member(key: Int, name: String, Problem)
    /// The key is not the one that the epoch's root derives for its purpose and unit.
    case notDerivedFromRoot(key: Int)
    /// There is another root for the same unit and epoch.
    case secondRoot(key: Int)
    /// The symmetric key is the public key of another entry, which everybody may know.
    case publicKeyAsSecret(key: Int)

    /// What is wrong with a member.
    public enum Problem: Sendable, Hashable {
        /// The member is needed and not there.
        case missing
        /// The member is not of its type: text, or a whole number in its range, in digits alone.
        case wrongType
        /// The member is none of the values that Mocban knows.
        case unknown
        /// The member does not go together with the others.
        case mismatched
        /// The member is not unpadded base64url.
        case notBase64URL
        /// The member does not hold the number of bytes that it must.
        case wrongByteCount
        /// The bytes are not the one encoding of a point of Ed25519 that has prime order: anybody could sign under it.
        case unsoundKey

        fileprivate var message: Message {
            switch self {
            case .missing: Message(en: "is missing", vi: "bị thiếu")
            case .wrongType: Message(en: "is not of the right type", vi: "không đúng kiểu")
            case .unknown: Message(en: "is not a known value", vi: "có giá trị mà Mocban không biết")
            case .mismatched:
                Message(en: "does not fit the key's other members", vi: "không khớp với các phần khác của khóa")
            case .notBase64URL:
                Message(en: "is not base64url without padding", vi: "không phải là base64url không có ký tự đệm")
            case .wrongByteCount: Message(en: "has not the right number of bytes", vi: "không đúng số byte")
            case .unsoundKey:
                Message(en: "is not a sound Ed25519 public key", vi: "không phải là khóa công khai Ed25519 đúng")
            }
        }
    }

    /// Bad configuration.
    public var category: FailureCategory { .badConfiguration }

    /// The fault in words.
    public var message: Message {
        switch self {
        case .notAJWKSet:
            Message(
                en: "the keyring is not a JWK Set: a whole JSON object with the array “keys”",
                vi: "chùm khóa không phải là một JWK Set: một đối tượng JSON trọn vẹn có mảng “keys”")
        case .faultyJSON(let fault):
            Message(
                en: "the keyring is not a JWK Set: \(fault)",
                vi: "chùm khóa không phải là một JWK Set: \(fault.message.vietnamese)")
        case .member(let key, let name, let problem):
            Message(
                en: "keys[\(key)] of the keyring: “\(name)” \(problem.message.english)",
                vi: "keys[\(key)] của chùm khóa: “\(name)” \(problem.message.vietnamese)")
        case .notDerivedFromRoot(let key):
            Message(
                en: "keys[\(key)] of the keyring is not derived from its epoch's root",
                vi: "keys[\(key)] của chùm khóa không được sinh ra từ khóa gốc của đợt khóa")
        case .secondRoot(let key):
            Message(
                en: "keys[\(key)] of the keyring is a second root for one unit and epoch",
                vi: "keys[\(key)] của chùm khóa là khóa gốc thứ hai cho cùng một đơn vị và đợt khóa")
        case .publicKeyAsSecret(let key):
            Message(
                en: "keys[\(key)] of the keyring uses another entry's public key as a secret",
                vi: "keys[\(key)] của chùm khóa dùng khóa công khai của mục khác làm khóa bí mật")
        }
    }
}

extension Keyring {
    /// The most bytes that a key file has: 1 MiB, some 800 epochs of an office.
    public static let fileByteLimit = 1 << 20

    /// Reads a keyring from a JWK Set (RFC 7517), as ``jwkSet()`` writes it; unknown members are left aside.
    public init(jwkSet json: String) throws(JWKSetError) {
        guard json.utf8.count <= Self.fileByteLimit else { throw .notAJWKSet }
        var keys: [Key] = []
        for (index, entry) in try Self.entries(of: json).enumerated() {
            do throws(JWK.Fault) { keys.append(try entry.key()) } catch {
                throw .member(key: index, name: error.member.rawValue, error.problem)
            }
        }
        try Self.checkRoots(of: keys)
        try Self.checkSecrets(of: keys)
        self.init(keys: keys)
    }

    /// The keyring as a JWK Set (RFC 7517), one member a line, always the same for the same keyring.
    ///
    /// It holds every secret of the keyring: a file of it must be readable by its owner alone.
    public func jwkSet() -> String {
        guard !keys.isEmpty else { return "{\"keys\": []}\n" }
        let entries = keys.map { JWK($0).json(indentation: "    ") }
        return "{\n  \"keys\": [\n" + entries.joined(separator: ",\n") + "\n  ]\n}\n"
    }

    /// Holds every key whose root is there to that root, and roots to one for a unit and epoch.
    private static func checkRoots(of keys: [Key]) throws(JWKSetError) {
        struct Origin: Hashable {
            let unit: UnitCode
            let epoch: UInt32
        }
        var roots: [Origin: RootKey] = [:]
        for (index, key) in keys.enumerated() {
            guard let root = key.root else { continue }
            let previous = roots.updateValue(root, forKey: Origin(unit: key.unit, epoch: key.epoch))
            guard previous == nil else { throw .secondRoot(key: index) }
        }
        for (index, key) in keys.enumerated() where key.purpose != .root {
            guard let root = roots[Origin(unit: key.unit, epoch: key.epoch)] else { continue }
            let purpose = key.algorithm == .ed25519 ? .ed25519 : key.purpose
            let derived = root.key(purpose, unit: key.unit, notBefore: key.notBefore, expires: key.expires)
            let expected =
                if case .ed25519Public = key.material { derived.publicHalf(purpose: nil)?.material } else {
                    derived.material
                }
            guard let expected, key.material.isSame(as: expected) else { throw .notDerivedFromRoot(key: index) }
        }
    }

    /// Refuses symmetric keys whose bytes are a public key of the same set.
    private static func checkSecrets(of keys: [Key]) throws(JWKSetError) {
        var published: [KeyID: [SymmetricKey]] = [:]
        for key in keys {
            guard let half = key.publicHalf(purpose: nil), case .ed25519Public(let material) = half.material else {
                continue
            }
            let bytes = SymmetricKey(data: material.bytes)
            published[KeyID(symmetric: bytes), default: []].append(bytes)
        }
        for (index, key) in keys.enumerated() {
            guard case .symmetric(let secret) = key.material else { continue }
            if published[key.id, default: []].contains(secret) { throw .publicKeyAsSecret(key: index) }
        }
    }

    /// The entries of a text, which is read to its end before it is said to be of another shape.
    private static func entries(of json: String) throws(JWKSetError) -> [JWK] {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONReader.value(of: json) } catch {
            switch error.problem {
            case .cutShort, .tooDeep: throw .notAJWKSet
            default: throw .faultyJSON(error)
            }
        }
        guard case .object(let members) = value, case .array(let entries)? = members[Array("keys".utf8)] else {
            throw .notAJWKSet
        }
        return try entries.map { entry throws(JWKSetError) in
            guard case .object(let members) = entry else { throw .notAJWKSet }
            return JWK(members)
        }
    }
}
