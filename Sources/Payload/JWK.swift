import Crypto

/// A key as an entry of a JWK Set, before its members are held against one another.
struct JWK: Decodable {
    /// The members that Mocban reads and writes, in the order in which they are written.
    enum Member: String, CodingKey, CaseIterable {
        case kty, kid, alg, crv, x, d, k
        case purpose = "mocban:purpose"
        case unit = "mocban:unit"
        case epoch = "mocban:epoch"
        case nbf, exp
    }

    /// A member that is wrong, and why.
    struct Fault: Error {
        let member: Member
        let problem: JWKSetError.Problem
    }

    private enum Value {
        case text(String)
        case number(UInt64)
        case seconds(Int64)
        /// A JSON value of another type than the member's, or out of its range.
        case invalid
    }

    private var values: [Member: Value] = [:]

    /// Reads the members; whether they are there, of their types and right is left to ``key()``.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Member.self)
        for member in Member.allCases where container.contains(member) {
            values[member] = (try? Self.value(of: member, in: container)) ?? .invalid
        }
    }

    private static func value(of member: Member, in container: KeyedDecodingContainer<Member>) throws -> Value {
        switch member {
        case .kty, .kid, .alg, .crv, .x, .d, .k, .purpose:
            .text(try container.decode(String.self, forKey: member))
        case .unit:
            .number(try container.decode(UInt64.self, forKey: member))
        case .epoch:
            .number(UInt64(try container.decode(UInt32.self, forKey: member)))
        case .nbf, .exp:
            .seconds(try container.decode(Int64.self, forKey: member))
        }
    }

    /// The entry of a key.
    init(_ key: Key) {
        values[.kid] = .text(key.id.description)
        values[.alg] = .text(key.algorithm.jwkName)
        switch key.material {
        case .symmetric(let secret):
            values[.kty] = .text("oct")
            values[.k] = .text(Base64URL.encode(unsafe secret.withUnsafeBytes { unsafe Array($0) }))
        case .ed25519Private(let pair):
            values[.kty] = .text("OKP")
            values[.crv] = .text("Ed25519")
            values[.x] = .text(Base64URL.encode(pair.publicKey.rawRepresentation))
            values[.d] = .text(Base64URL.encode(pair.rawRepresentation))
        case .ed25519Public(let half):
            values[.kty] = .text("OKP")
            values[.crv] = .text("Ed25519")
            values[.x] = .text(Base64URL.encode(half.rawRepresentation))
        }
        values[.purpose] = .text(key.purpose.rawValue)
        values[.unit] = .number(key.unit.rawValue)
        values[.epoch] = .number(UInt64(key.epoch))
        values[.nbf] = .seconds(key.notBefore.secondsSince1970)
        values[.exp] = key.expires.map { .seconds($0.secondsSince1970) }
    }

    /// The entry as a JSON object, a member a line; no value needs escaping.
    func json(indentation: String) -> String {
        let lines = Member.allCases.compactMap { member -> String? in
            switch values[member] {
            case .text(let text): "\(indentation)  \"\(member.rawValue)\": \"\(text)\""
            case .number(let number): "\(indentation)  \"\(member.rawValue)\": \(number)"
            case .seconds(let seconds): "\(indentation)  \"\(member.rawValue)\": \(seconds)"
            case .invalid, nil: nil
            }
        }
        return "\(indentation){\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    }

    /// The key of the entry, with every member held against the others.
    func key() throws(Fault) -> Key {
        let type = try text(.kty)
        guard let algorithm = Algorithm(jwkName: try text(.alg)) else { throw Fault(member: .alg, problem: .unknown) }
        let material: Key.Material
        switch type {
        case "oct":
            guard algorithm == .hmac256 else { throw Fault(member: .alg, problem: .mismatched) }
            material = .symmetric(SymmetricKey(data: try bytes(.k)))
        case "OKP":
            guard algorithm == .ed25519 else { throw Fault(member: .alg, problem: .mismatched) }
            guard try text(.crv) == "Ed25519" else { throw Fault(member: .crv, problem: .unknown) }
            material = try ed25519()
        default:
            throw Fault(member: .kty, problem: .unknown)
        }
        guard let purpose = KeyPurpose(rawValue: try text(.purpose)) else {
            throw Fault(member: .purpose, problem: .unknown)
        }
        guard purpose.fits(algorithm) else { throw Fault(member: .purpose, problem: .mismatched) }
        let epoch = UInt32(truncatingIfNeeded: try number(.epoch))
        // The next epoch must have a number too.
        guard epoch < .max else { throw Fault(member: .epoch, problem: .wrongType) }
        let notBefore = try seconds(.nbf)
        let expires = values[.exp] == nil ? nil : try seconds(.exp)
        let key = Key(
            material, purpose: purpose, unit: UnitCode(rawValue: try number(.unit)), epoch: epoch,
            notBefore: notBefore, expires: expires)
        let id = try bytes(.kid, count: 4)
        guard KeyID(bytes: id) == key.id else { throw Fault(member: .kid, problem: .mismatched) }
        return key
    }

    private func ed25519() throws(Fault) -> Key.Material {
        let x = try bytes(.x)
        guard let half = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else {
            throw Fault(member: .x, problem: .wrongByteCount)
        }
        guard values[.d] != nil else { return .ed25519Public(half) }
        let d = try bytes(.d)
        guard let pair = try? Curve25519.Signing.PrivateKey(rawRepresentation: d) else {
            throw Fault(member: .d, problem: .wrongByteCount)
        }
        guard pair.publicKey.rawRepresentation == half.rawRepresentation else {
            throw Fault(member: .d, problem: .mismatched)
        }
        return .ed25519Private(pair)
    }

    private func text(_ member: Member) throws(Fault) -> String {
        guard case .text(let text) = values[member] else { throw fault(member) }
        return text
    }

    private func bytes(_ member: Member, count: Int = RootKey.byteCount) throws(Fault) -> [UInt8] {
        let bytes: [UInt8]
        let text = try text(member)
        do {
            bytes = try Base64URL.decode(text)
        } catch {
            throw Fault(member: member, problem: .notBase64URL)
        }
        guard bytes.count == count else { throw Fault(member: member, problem: .wrongByteCount) }
        return bytes
    }

    private func number(_ member: Member) throws(Fault) -> UInt64 {
        guard case .number(let number) = values[member] else { throw fault(member) }
        return number
    }

    private func seconds(_ member: Member) throws(Fault) -> Timestamp {
        guard case .seconds(let seconds) = values[member] else { throw fault(member) }
        return Timestamp(secondsSince1970: seconds)
    }

    /// The fault of a member that is not there or not of its type.
    private func fault(_ member: Member) -> Fault {
        Fault(member: member, problem: values[member] == nil ? .missing : .wrongType)
    }
}

extension KeyPurpose {
    /// Whether a key of this purpose may be of that algorithm: a public key narrowed to cards or venues may.
    fileprivate func fits(_ algorithm: Algorithm) -> Bool {
        switch self {
        case .card, .venue: true
        case .ed25519: algorithm == .ed25519
        case .serial, .root: algorithm == .hmac256
        }
    }
}
