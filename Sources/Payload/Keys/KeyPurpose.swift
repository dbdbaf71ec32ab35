/// What a key may be used for; it is part of the key's derivation, and its raw value stands in key files.
public enum KeyPurpose: String, Sendable, Hashable, CaseIterable {
    /// Signing and verifying cards.
    case card
    /// Signing and verifying venue posters.
    case venue
    /// Deriving serials and holder keys.
    case serial
    /// Signing and verifying cards and posters with Ed25519.
    case ed25519
    /// Deriving all the other keys of an epoch.
    case root

    /// Whether a key of this purpose may sign and verify claims of that kind.
    package func covers(_ kind: ClaimsKind) -> Bool {
        switch self {
        case .card: kind == .card
        case .venue: kind == .venue
        case .ed25519: true
        case .serial, .root: false
        }
    }
}

extension ClaimsKind {
    /// The purpose of HMAC keys for claims of this kind.
    package var purpose: KeyPurpose { self == .card ? .card : .venue }
}
