import Crypto

/// An Ed25519 public key that only its private half can have signed under: a point of prime order, in its one encoding.
///
/// The criterion of docs/payload.md: RFC 8032 section 5.1.7 with every check, and no point of small or mixed order.
struct Ed25519PublicKey: Sendable {
    let key: Curve25519.Signing.PublicKey

    /// The public half of a key pair, which needs no check: it is a multiple of the base point by less than its order.
    init(of pair: Curve25519.Signing.PrivateKey) { key = pair.publicKey }

    /// Reads the 32 bytes of a key from outside; nil where they are not the one encoding of a point of prime order.
    init?(bytes: [UInt8]) {
        // swift-crypto takes any 32 bytes, and when it verifies, any that are a point after reduction.
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes), Self.isReduced(bytes),
            Self.hasPrimeOrder(bytes)
        else { return nil }
        self.key = key
    }

    var bytes: [UInt8] { Array(key.rawRepresentation) }

    /// Whether a signature of 64 bytes holds.
    ///
    /// swift-crypto refuses S ≥ L, and every R that is not byte for byte [S]B − [k]A: with A of prime order, each R that
    /// is off the curve, not reduced or of mixed order. What it leaves open is R = 0, which gives the private key away.
    func isValidSignature(_ signature: ArraySlice<UInt8>, for message: [UInt8]) -> Bool {
        guard signature.prefix(Self.identity.count) != Self.identity[...] else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// The encoding of the neutral point, x = 0 and y = 1.
    private static let identity: [UInt8] = [1] + Array(repeating: 0, count: 31)

    /// Whether y, the lower 255 bits, is below 2^255 − 19.
    private static func isReduced(_ bytes: [UInt8]) -> Bool {
        bytes[0] < 0xed || bytes[31] & 0x7f != 0x7f || bytes[1..<31].contains { $0 != 0xff }
    }

    /// Whether the bytes with this y are a point of the curve, of the order of the base point.
    ///
    /// One X25519 by a number that is −1 modulo L and a multiple of 8 decides it: such a point changes its sign, which
    /// leaves u = (1 + y) / (1 − y) as it is, and a part of small order goes. No point of the twist keeps its u, since
    /// that number plus or minus 1 has no divisor in common with the twist's order. y = ±1 have u = 0, which stays 0.
    /// An x of 0 with a sign, which RFC 8032 refuses, has these y.
    private static func hasPrimeOrder(_ bytes: [UInt8]) -> Bool {
        let y = FieldElement(bytes)
        let u = ((.one + y) * (.one - y).inverse).bytes
        guard u.contains(where: { $0 != 0 }), let minusOne,
            let point = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: u),
            let multiple = try? minusOne.sharedSecretFromKeyAgreement(with: point)
        else { return false }
        return unsafe multiple.withUnsafeBytes { unsafe $0.elementsEqual(u) }
    }

    /// The multiple of 8 from 2^254 to 2^255, as X25519 wants its numbers, that is −1 modulo L.
    private static let minusOne = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: [
        0xa0, 0x23, 0xcd, 0xd0, 0x83, 0xef, 0x5b, 0xb8, 0x2f, 0x10, 0xd6, 0x2e, 0x59, 0xe1, 0x5a, 0x68,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x50,
    ])
}
