public import Messages

extension RevocationList {
    /// The list as a message that the unit's Ed25519 key has signed: a tagged COSE_Sign1.
    public func signed(with key: Key) throws(Signer.SigningError) -> [UInt8] {
        let signer = try Signer(key: key)
        guard key.algorithm == .ed25519 else { throw .notForLists(key.id) }
        guard key.unit == unit else { throw .wrongUnit(key: key.unit, claims: unit) }
        guard isEncodable else { throw .listOutOfRange }
        return try signer.message(of: encoded, contentType: Self.contentType)
    }

    /// Reads a list that an Ed25519 key of the keyring has signed, whatever kind of claims that key is bound to.
    ///
    /// Nothing but the headers is read until the signature holds.
    public init(verifying bytes: [UInt8], keyring: Keyring) throws(RevocationListError) {
        let message: COSEMessage
        do throws(CBORError) {
            message = try COSEMessage(parsing: bytes, contentType: Self.contentType)
            guard message.tag == .sign1 else { throw CBORError.unexpectedValue(offset: 0) }
        } catch {
            throw .malformed(reason: error.message)
        }
        let candidates = keyring.keys.filter { $0.id == message.keyID }.compactMap(VerifyingKey.init)
        guard !candidates.isEmpty else { throw .unknownKey(message.keyID) }
        let authenticated = message.authenticated
        let signers = candidates.filter { $0.holds(message, authenticated: authenticated) }.map(\.key)
        guard let signer = signers.first else { throw .forged(message.keyID) }
        do { try self.init(decoding: message.payload) } catch { throw .malformed(reason: error.message) }
        let bound = signers.filter { $0.unit == unit }
        guard !bound.isEmpty else { throw .wrongUnit(list: unit, key: signer.unit) }
        guard bound.contains(where: { $0.mayHaveIssued(at: issued) }) else {
            throw .keyNotValid(message.keyID, at: issued)
        }
    }
}

/// Why bytes are not a revocation list that the keys vouch for.
public enum RevocationListError: Failure, Hashable {
    /// The bytes are not in the format; `reason` says where.
    case malformed(reason: Message)
    /// The keyring has no such key.
    case unknownKey(KeyID)
    /// The signature does not hold.
    case forged(KeyID)
    /// The list is of another unit than the key that signed it.
    case wrongUnit(list: UnitCode, key: UnitCode)
    /// The key could not sign when the list says that it was made.
    case keyNotValid(KeyID, at: Timestamp)

    /// Bad input.
    public var category: FailureCategory { .badInput }

    /// The fault, and what to do next.
    public var message: Message {
        switch self {
        case .malformed(let reason):
            Message(
                en:
                    "it is no revocation list, or only a part of one: copy it from the office again (\(reason.english))",
                vi: "đây không phải là danh sách thu hồi, hoặc chỉ là một phần: hãy chép lại từ cơ quan "
                    + "(\(reason.vietnamese))")
        case .unknownKey(let id):
            Message(
                en:
                    "it is signed by the key \(id), which is not among these keys: it is another unit's, or the keys are "
                    + "older than the list; then fetch the keys again (`mocban key export` at the office)",
                vi:
                    "danh sách do khóa \(id) ký, mà khóa này không có trong các khóa ở đây: đó là của đơn vị khác, hoặc "
                    + "các khóa cũ hơn danh sách; khi đó hãy lấy lại khóa (`mocban key export` tại cơ quan)")
        case .forged(let id):
            Message(
                en:
                    "the signature of the key \(id) does not hold: it was changed or forged; copy it from the office again",
                vi: "chữ ký của khóa \(id) không đúng: danh sách đã bị sửa hoặc làm giả; hãy chép lại từ cơ quan")
        case .wrongUnit(let list, let key):
            Message(
                en: "it says that it is of the unit \(list), but a key of the unit \(key) has signed it: do not use it",
                vi: "danh sách ghi là của đơn vị \(list), nhưng do khóa của đơn vị \(key) ký: không được dùng")
        case .keyNotValid(let id, let moment):
            Message(
                en:
                    "it says that it was made at \(moment), when the key \(id) could not sign: if the key is new, fetch the "
                    + "keys again (`mocban key export` at the office); else do not use it",
                vi:
                    "danh sách ghi là lập lúc \(moment), khi khóa \(id) không được ký: nếu khóa mới có, hãy lấy lại khóa "
                    + "(`mocban key export` tại cơ quan); nếu không thì không được dùng")
        }
    }
}
