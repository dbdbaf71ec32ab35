import Crypto

/// A key of a keyring with what it verifies with.
struct VerifyingKey: Sendable {
    let key: Key

    private let secret: Secret

    private enum Secret: Sendable {
        case hmac(SymmetricKey)
        case ed25519(Ed25519PublicKey)
    }

    /// Makes a key ready; `nil` for a root or serial key, which verifies nothing.
    init?(_ key: Key) {
        guard key.purpose.isRetirable else { return nil }
        self.key = key
        switch key.material {
        case .symmetric(let secret): self.secret = .hmac(secret)
        case .ed25519Private(let pair): self.secret = .ed25519(Ed25519PublicKey(of: pair))
        case .ed25519Public(let half): self.secret = .ed25519(half)
        }
    }

    /// Whether the message is of the key's algorithm and its authenticator holds.
    func holds(_ message: COSEMessage, authenticated: [UInt8]) -> Bool {
        guard message.algorithm == key.algorithm else { return false }
        switch secret {
        case .hmac(let secret):
            return HMAC<SHA256>.isValidAuthenticationCode(
                Array(message.authenticator), authenticating: authenticated, using: secret)
        case .ed25519(let half): return half.isValidSignature(message.authenticator, for: authenticated)
        }
    }
}
