import Crypto
public import Messages

/// A signing key made ready for one payload after another.
public struct Signer: Sendable {
    /// The key that signs.
    public let key: Key

    private let template: COSEMessage.Template
    private let secret: Secret

    private enum Secret: Sendable {
        /// HMAC-SHA256 with the key taken in, to be copied for each message.
        case hmac(HMAC<SHA256>)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    /// Why a key or claims are refused.
    public enum SigningError: Failure, Hashable {
        /// The key is a public, root or serial key.
        case keyCannotSign(KeyID)
        /// The key is for another kind of claims.
        case wrongPurpose(KeyPurpose, ClaimsKind)
        /// The key is for another unit than the claims or the revocation list name.
        case wrongUnit(key: UnitCode, claims: UnitCode)
        /// The birth year or a time is out of the range that a payload holds.
        case claimsOutOfRange
        /// The key is not an Ed25519 key, which revocation lists are signed with.
        case notForLists(KeyID)
        /// A time of a revocation list is out of range, or its next update is before its issue.
        case listOutOfRange
        /// The cryptographic library failed.
        case cryptography

        /// Bad configuration.
        public var category: FailureCategory { .badConfiguration }

        /// The fault in words.
        public var message: Message {
            switch self {
            case .keyCannotSign(let id):
                Message(
                    en: "key \(id) cannot sign: it is a public, root or serial key",
                    vi: "khóa \(id) không ký được: đó là khóa công khai, khóa gốc hoặc khóa số thẻ")
            case .wrongPurpose(let purpose, let kind):
                Message(
                    en: "a \(purpose.rawValue) key does not sign a \(kind)",
                    vi: "khóa loại “\(purpose.rawValue)” không ký \(kind.vietnamese)")
            case .wrongUnit(let key, let claims):
                Message(
                    en: "a key of unit \(key) does not sign for unit \(claims)",
                    vi: "khóa của đơn vị \(key) không ký cho đơn vị \(claims)")
            case .claimsOutOfRange:
                Message(
                    en: "a birth year must lie in 1 to 9999 and a time in 1970 to 9999",
                    vi: "năm sinh phải từ 1 đến 9999 và thời điểm phải từ năm 1970 đến năm 9999")
            case .notForLists(let id):
                Message(
                    en: "key \(id) does not sign revocation lists: the office's Ed25519 key does",
                    vi: "khóa \(id) không ký danh sách thu hồi: khóa Ed25519 của cơ quan mới ký")
            case .listOutOfRange:
                Message(
                    en: "a revocation list's times must lie in 1970 to 9999, and its next update not before its issue",
                    vi: "thời điểm của danh sách thu hồi phải từ năm 1970 đến năm 9999, và lần cập nhật sau không được "
                        + "trước khi lập")
            case .cryptography:
                Message(en: "the cryptographic library could not sign", vi: "thư viện mật mã không ký được")
            }
        }
    }

    /// Creates a signer with a key of the purpose card, venue or ed25519 that holds a secret.
    public init(key: Key) throws(SigningError) {
        guard key.canSign else { throw .keyCannotSign(key.id) }
        switch key.material {
        case .symmetric(let secret): self.secret = .hmac(HMAC(key: secret))
        case .ed25519Private(let secret): self.secret = .ed25519(secret)
        case .ed25519Public: throw .keyCannotSign(key.id)
        }
        self.key = key
        template = COSEMessage.Template(algorithm: key.algorithm, keyID: key.id)
    }

    /// Signs claims of the key's kind and unit.
    public func sign(_ claims: Claims) throws(SigningError) -> SignedPayload {
        guard key.purpose.covers(claims.kind) else { throw .wrongPurpose(key.purpose, claims.kind) }
        guard key.unit == claims.unit else { throw .wrongUnit(key: key.unit, claims: claims.unit) }
        guard claims.isEncodable else { throw .claimsOutOfRange }
        return SignedPayload(message: try message(of: claims.encoded, template: template))
    }

    func message(of payload: [UInt8], contentType: String) throws(SigningError) -> [UInt8] {
        try message(
            of: payload,
            template: COSEMessage.Template(algorithm: key.algorithm, keyID: key.id, contentType: contentType))
    }

    private func message(of payload: [UInt8], template: COSEMessage.Template) throws(SigningError) -> [UInt8] {
        let authenticated = template.authenticated(payload: payload)
        switch secret {
        case .hmac(var authenticator):
            authenticator.update(data: authenticated)
            return template.message(payload: payload, authenticator: Array(authenticator.finalize()))
        case .ed25519(let secret):
            guard let signature = try? secret.signature(for: authenticated) else { throw .cryptography }
            return template.message(payload: payload, authenticator: signature)
        }
    }
}

extension Signer: CustomStringConvertible, CustomReflectable {
    /// The key's description; never its bytes.
    public var description: String { "signer with \(key)" }

    /// A mirror without the key's bytes.
    public var customMirror: Mirror { Mirror(self, children: ["key": key]) }
}
