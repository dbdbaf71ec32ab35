import Crypto

/// A key with all that it is bound to: algorithm, purpose, unit, epoch and validity.
///
/// Its secret never appears in a description, a dump or a reflection.
public struct Key: Sendable {
    /// The key's ID in messages and key files.
    public let id: KeyID
    /// The one purpose that the key may be used for.
    public let purpose: KeyPurpose
    /// The unit whose cards and posters the key is for.
    public let unit: UnitCode
    /// The epoch of the root that the key comes from, 1 for an office's first, 4,294,967,294 at most.
    public let epoch: UInt32
    /// The first moment at which the key may sign, from 1970 to 9999.
    public let notBefore: Timestamp
    /// The moment from which the key may no longer sign, from 1970 to 9999; `nil` for no end.
    public let expires: Timestamp?

    let material: Material

    /// The bytes that make the key work, in the form of their algorithm.
    enum Material: Sendable {
        /// 32 bytes for HMAC-SHA256 or, with the purpose root, for HKDF.
        case symmetric(SymmetricKey)
        case ed25519Private(Curve25519.Signing.PrivateKey)
        case ed25519Public(Ed25519PublicKey)

        /// The key pair of a seed that was derived, and therefore has 32 bytes.
        static func ed25519(seed: SymmetricKey) -> Material {
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
                preconditionFailure("an Ed25519 seed has 32 bytes, not \(seed.bitCount / 8)")
            }
            return .ed25519Private(key)
        }
    }

    init(
        _ material: Material, purpose: KeyPurpose, unit: UnitCode, epoch: UInt32, notBefore: Timestamp,
        expires: Timestamp?
    ) {
        id =
            switch material {
            case .symmetric(let key): KeyID(symmetric: key)
            case .ed25519Private(let pair): KeyID(ed25519: Ed25519PublicKey(of: pair))
            case .ed25519Public(let half): KeyID(ed25519: half)
            }
        (self.material, self.purpose, self.unit, self.epoch) = (material, purpose, unit, epoch)
        (self.notBefore, self.expires) = (notBefore.heldToClaims, expires?.heldToClaims)
    }

    /// The epochs that a key file may hold: each has a next one.
    static let epochs: ClosedRange<UInt32> = 0...(.max - 1)

    /// The algorithm that the key is for; of a root or serial key, the one it is filed under.
    public var algorithm: Algorithm {
        switch material {
        case .symmetric: .hmac256
        case .ed25519Private, .ed25519Public: .ed25519
        }
    }

    /// Whether the key can sign claims: it holds a secret, and its purpose is signing.
    public var canSign: Bool { if case .ed25519Public = material { false } else { purpose.isRetirable } }

    /// Whether the key may sign at that moment: from ``notBefore`` to before ``expires``.
    public func isValid(at moment: Timestamp) -> Bool { notBefore <= moment && expires.map { moment < $0 } ?? true }

    func expiring(at expires: Timestamp?) -> Key {
        Key(material, purpose: purpose, unit: unit, epoch: epoch, notBefore: notBefore, expires: expires)
    }

    /// The same key without its private half, for one purpose where one is given; `nil` for a symmetric key.
    func publicHalf(purpose: KeyPurpose?) -> Key? {
        let half: Ed25519PublicKey
        switch material {
        case .symmetric: return nil
        case .ed25519Private(let pair): half = Ed25519PublicKey(of: pair)
        case .ed25519Public(let own): half = own
        }
        return Key(
            .ed25519Public(half), purpose: purpose ?? self.purpose, unit: unit, epoch: epoch, notBefore: notBefore,
            expires: expires)
    }

    var root: RootKey? {
        guard purpose == .root, case .symmetric(let secret) = material else { return nil }
        return RootKey(secret: secret, epoch: epoch, unit: unit)
    }
}

extension Timestamp {
    /// The moment, or the nearest that claims can hold: no key signs beyond, and no key file says more.
    fileprivate var heldToClaims: Timestamp {
        Timestamp(secondsSince1970: min(max(secondsSince1970, Claims.seconds.lowerBound), Claims.seconds.upperBound))
    }
}

extension Key: Hashable {
    /// Whether two keys have the same binding and the same bytes; secrets are compared in constant time.
    public static func == (left: Key, right: Key) -> Bool {
        left.id == right.id && left.purpose == right.purpose && left.unit == right.unit && left.epoch == right.epoch
            && left.notBefore == right.notBefore && left.expires == right.expires
            && left.material.isSame(as: right.material)
    }

    /// Hashes the binding, not the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(purpose)
        hasher.combine(unit)
        hasher.combine(epoch)
    }
}

extension Key.Material {
    /// Whether two materials are of one form and hold the same bytes, compared by swift-crypto in constant time.
    func isSame(as other: Key.Material) -> Bool {
        switch (self, other) {
        case (.symmetric(let left), .symmetric(let right)): left == right
        case (.ed25519Private(let left), .ed25519Private(let right)):
            SymmetricKey(data: left.rawRepresentation) == SymmetricKey(data: right.rawRepresentation)
        case (.ed25519Public(let left), .ed25519Public(let right)): left.bytes == right.bytes
        default: false
        }
    }
}

extension Key: CustomStringConvertible, CustomReflectable {
    /// The key's ID and binding; never its bytes.
    public var description: String {
        let end = expires.map { " to \($0)" } ?? ""
        return "\(purpose.rawValue) key \(id) of unit \(unit), epoch \(epoch), from \(notBefore)\(end)"
    }

    /// A mirror without the key's bytes.
    public var customMirror: Mirror {
        Mirror(self, children: ["id": id, "purpose": purpose, "unit": unit, "epoch": epoch])
    }
}
