/// A signing algorithm that a key is bound to.
public enum Algorithm: String, Sendable, Hashable, CaseIterable {
    /// HMAC 256/256, for codes that the issuing office itself checks (RFC 9053 section 3.1).
    case hmac256
    /// EdDSA over Ed25519, for codes that others check without being able to issue (RFC 9053 section 2.2).
    case ed25519

    /// The algorithm's number in COSE's registry: 5 or -8.
    package var coseID: Int64 { self == .hmac256 ? 5 : -8 }

    /// Bytes in a tag or signature: 32 or 64.
    package var authenticatorByteCount: Int { self == .hmac256 ? 32 : 64 }

    /// The algorithm's name in a JWK's `alg` (RFC 7518, RFC 8037).
    package var jwkName: String { self == .hmac256 ? "HS256" : "EdDSA" }

    /// The algorithm of a JWK's `alg`, where it is one of ours.
    package init?(jwkName: String) {
        guard let algorithm = Self.allCases.first(where: { $0.jwkName == jwkName }) else { return nil }
        self = algorithm
    }
}
