import Crypto

/// A key as an entry of a JWK Set, before its members are held against one another.
struct JWK {
    /// The members that Mocban reads and writes, in the order in which they are written.
    enum Member: String, CaseIterable {
        case kty, kid, alg, crv, x, d, k
        case purpose = "mocban:purpose"
        case unit = "mocban:unit"
        case epoch = "mocban:epoch"
        case nbf, exp
    }

    struct Fault: Error {
        let member: Member
        let problem: JWKSetError.Problem

        init(_ member: Member, _ problem: JWKSetError.Problem) { (self.member, self.problem) = (member, problem) }
    }

    private var values: [Member: JSONValue] = [:]

    /// Takes the members; whether they are there, of their types and right is left to ``key()``.
    init(_ members: [[UInt8]: JSONValue]) {
        for member in Member.allCases { values[member] = members[Array(member.rawValue.utf8)] }
    }

    init(_ key: Key) {
        values[.kid] = .string(key.id.description)
        values[.alg] = .string(key.algorithm.jwkName)
        switch key.material {
        case .symmetric(let secret):
            values[.kty] = .string("oct")
            values[.k] = .string(Base64URL.encode(unsafe secret.withUnsafeBytes { unsafe Array($0) }))
        case .ed25519Private(let pair):
            values[.kty] = .string("OKP")
            values[.crv] = .string("Ed25519")
            values[.x] = .string(Base64URL.encode(pair.publicKey.rawRepresentation))
            values[.d] = .string(Base64URL.encode(pair.rawRepresentation))
        case .ed25519Public(let half):
            values[.kty] = .string("OKP")
            values[.crv] = .string("Ed25519")
            values[.x] = .string(Base64URL.encode(half.bytes))
        }
        values[.purpose] = .string(key.purpose.rawValue)
        values[.unit] = .number("\(key.unit)")
        values[.epoch] = .number("\(key.epoch)")
        values[.nbf] = .number("\(key.notBefore.secondsSince1970)")
        values[.exp] = key.expires.map { .number("\($0.secondsSince1970)") }
    }

    /// The entry as a JSON object, a member a line; no value needs escaping.
    func json(indentation: String) -> String {
        let lines = Member.allCases.compactMap { member -> String? in
            switch values[member] {
            case .string(let text): "\(indentation)  \"\(member.rawValue)\": \"\(text)\""
            case .number(let number): "\(indentation)  \"\(member.rawValue)\": \(number)"
            default: nil
            }
        }
        return "\(indentation){\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    }

    /// The key of the entry, with every member held against the others.
    func key() throws(Fault) -> Key {
        let type = try name(.kty)
        guard let algorithm = Algorithm(jwkName: try name(.alg)) else { throw Fault(.alg, .unknown) }
        let material: Key.Material
        switch type {
        case "oct":
            guard algorithm == .hmac256 else { throw Fault(.alg, .mismatched) }
            material = .symmetric(SymmetricKey(data: try bytes(.k)))
        case "OKP":
            guard algorithm == .ed25519 else { throw Fault(.alg, .mismatched) }
            guard try name(.crv) == "Ed25519" else { throw Fault(.crv, .unknown) }
            material = try ed25519()
        default: throw Fault(.kty, .unknown)
        }
        guard let purpose = KeyPurpose(rawValue: try name(.purpose)) else { throw Fault(.purpose, .unknown) }
        guard purpose.fits(algorithm) else { throw Fault(.purpose, .mismatched) }
        guard let epoch = UInt32(exactly: try number(.epoch)), Key.epochs.contains(epoch) else {
            throw Fault(.epoch, .wrongType)
        }
        let notBefore = try seconds(.nbf)
        let expires = values[.exp] == nil ? nil : try seconds(.exp)
        let key = Key(
            material, purpose: purpose, unit: UnitCode(rawValue: try number(.unit)), epoch: epoch,
            notBefore: notBefore, expires: expires)
        let id = try bytes(.kid, count: 4)
        guard KeyID(bytes: id) == key.id else { throw Fault(.kid, .mismatched) }
        return key
    }

    private func ed25519() throws(Fault) -> Key.Material {
        let x = try bytes(.x)
        guard values[.d] != nil else {
            guard let half = Ed25519PublicKey(bytes: x) else { throw Fault(.x, .unsoundKey) }
            return .ed25519Public(half)
        }
        let d = try bytes(.d)
        guard let pair = try? Curve25519.Signing.PrivateKey(rawRepresentation: d) else {
            throw Fault(.d, .wrongByteCount)
        }
        guard pair.publicKey.rawRepresentation.elementsEqual(x) else { throw Fault(.d, .mismatched) }
        return .ed25519Private(pair)
    }

    private func text(_ member: Member) throws(Fault) -> String {
        guard case .string(let text) = values[member] else { throw fault(member) }
        return text
    }

    /// A text that is one of a few words.
    private func name(_ member: Member) throws(Fault) -> String {
        let text = try text(member)
        // Swift's == takes the Kelvin sign for a K.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw Fault(member, .unknown) }
        return text
    }

    private func bytes(_ member: Member, count: Int = RootKey.byteCount) throws(Fault) -> [UInt8] {
        guard let bytes = Base64URL.decode(try text(member)) else { throw Fault(member, .notBase64URL) }
        guard bytes.count == count else { throw Fault(member, .wrongByteCount) }
        return bytes
    }

    private func number(_ member: Member) throws(Fault) -> UInt64 {
        // Digits alone: no sign, not even that of −0, no fraction and no exponent.
        guard case .number(let digits) = values[member], digits.first != "-", let number = UInt64(digits) else {
            throw fault(member)
        }
        return number
    }

    private func seconds(_ member: Member) throws(Fault) -> Timestamp {
        guard let seconds = Int64(exactly: try number(member)), Claims.seconds.contains(seconds) else {
            throw Fault(member, .wrongType)
        }
        return Timestamp(secondsSince1970: seconds)
    }

    /// The fault of a member that is not there or not of its type.
    private func fault(_ member: Member) -> Fault { Fault(member, values[member] == nil ? .missing : .wrongType) }
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
