import Crypto

/// The 32 random bytes of an epoch, from which all its other keys are derived.
package struct RootKey: Sendable {
    /// The bytes in a root, and in every key derived from it.
    static let byteCount = 32

    let secret: SymmetricKey
    package let epoch: UInt32
    package let unit: UnitCode

    init(secret: SymmetricKey, epoch: UInt32, unit: UnitCode) {
        (self.secret, self.epoch, self.unit) = (secret, epoch, unit)
    }

    package init?(bytes: [UInt8], epoch: UInt32, unit: UnitCode) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init(secret: SymmetricKey(data: bytes), epoch: epoch, unit: unit)
    }

    package init(epoch: UInt32, unit: UnitCode, using random: inout some RandomNumberGenerator) {
        var bytes: [UInt8] = []
        for _ in 0..<Self.byteCount / 8 {
            let word = random.next()
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        self.init(secret: SymmetricKey(data: bytes), epoch: epoch, unit: unit)
    }

    /// Derives the key of a purpose for a unit: HKDF-SHA256 (RFC 5869), empty salt, 32 bytes out.
    ///
    /// The info is the CBOR array `["mocban", 1, purpose, unit code, epoch]`.
    func derived(_ purpose: KeyPurpose, unit: UnitCode) -> SymmetricKey {
        derived(info: info(purpose.rawValue, unit: unit))
    }

    /// The key of the office's register, for the root's own unit: derived with the purpose `"register"`, which no key
    /// file knows.
    var registerKey: RegisterKey { RegisterKey(derived(info: info("register", unit: unit))) }

    /// The key of what the office's runs leave on the disk until they have ended, for the root's own unit: derived with the
    /// purpose `"staging"`, which no key file knows.
    var stagingKey: StagingKey { StagingKey(derived(info: info("staging", unit: unit))) }

    private func derived(info: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: info, outputByteCount: Self.byteCount)
    }

    func info(_ purpose: String, unit: UnitCode) -> [UInt8] {
        var writer = CBORWriter(capacity: 32)
        writer.array(5)
        writer.text("mocban")
        writer.unsigned(1)
        writer.text(purpose)
        writer.unsigned(unit.rawValue)
        writer.unsigned(UInt64(epoch))
        return writer.bytes
    }

    /// The key of a purpose as an entry of a keyring; an Ed25519 key comes with its private half.
    func key(_ purpose: KeyPurpose, unit: UnitCode, notBefore: Timestamp, expires: Timestamp?) -> Key {
        let secret = purpose == .root ? secret : derived(purpose, unit: unit)
        let material: Key.Material = purpose == .ed25519 ? .ed25519(seed: secret) : .symmetric(secret)
        return Key(material, purpose: purpose, unit: unit, epoch: epoch, notBefore: notBefore, expires: expires)
    }
}

extension RootKey: CustomStringConvertible, CustomReflectable {
    /// The root's epoch and unit; never its bytes.
    package var description: String { "root key of unit \(unit), epoch \(epoch)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
