import Crypto

/// The four bytes by which a message names its key (`kid`).
///
/// They are the start of HMAC-SHA256(key, "kid") for a symmetric key and of SHA-256(public key) for Ed25519. Two keys
/// may share a key ID.
public struct KeyID: Sendable, Hashable {
    /// The four bytes as a big-endian number.
    public let rawValue: UInt32

    /// Creates the key ID whose four bytes are this big-endian number.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 else { return nil }
        self.init(start: bytes)
    }

    package var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) } }

    /// The ID of a symmetric key: the start of HMAC-SHA256(key, "kid").
    init(symmetric key: SymmetricKey) {
        self.init(start: HMAC<SHA256>.authenticationCode(for: Array("kid".utf8), using: key))
    }

    /// The ID of an Ed25519 key: the start of SHA-256(public key).
    init(ed25519 key: Ed25519PublicKey) { self.init(start: SHA256.hash(data: key.bytes)) }

    private init(start bytes: some Sequence<UInt8>) { rawValue = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
}

extension KeyID: LosslessStringConvertible {
    /// The bytes in base64url, six characters, as in a key file.
    public var description: String { Base64URL.encode(bytes) }

    /// Reads a key ID from six characters of base64url.
    public init?(_ description: String) {
        guard description.utf8.count == 6, let bytes = Base64URL.decode(description) else { return nil }
        self.init(bytes: bytes)
    }
}
