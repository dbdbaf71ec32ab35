import Crypto

/// The key that turns holders into serials, so that the same holder and issue number always give the same serial.
///
/// A register holds the results, ``HolderKey`` and ``Serial``, from which nobody without this key finds the holder.
public struct SerialKey: Sendable {
    /// HMAC-SHA256 with the key taken in, to be copied for each use.
    private let authenticator: HMAC<SHA256>

    init(_ key: SymmetricKey) { authenticator = HMAC(key: key) }

    func authenticationCode(for data: [UInt8]) -> HMAC<SHA256>.MAC {
        var authenticator = authenticator
        authenticator.update(data: data)
        return authenticator.finalize()
    }
}

extension SerialKey: CustomStringConvertible, CustomReflectable {
    /// The words "serial key"; never the key.
    public var description: String { "serial key" }

    /// A mirror without the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Serial {
    /// Derives a serial: the first 55 bits of HMAC-SHA256(serial key, unit ‖ holder ‖ issue number).
    ///
    /// The unit is taken as 8 bytes and the issue number as 4, both big-endian; the holder's key has 32 bytes. The issue
    /// number is 1 for a holder's first card and rises with each reissue.
    public init(unit: UnitCode, holder: HolderKey, issueNumber: UInt32, key: SerialKey) {
        var data: [UInt8] = []
        data.reserveCapacity(44)
        for shift in stride(from: 56, through: 0, by: -8) {
            data.append(UInt8(truncatingIfNeeded: unit.rawValue >> UInt64(shift)))
        }
        data.append(contentsOf: holder.bytes)
        for shift in stride(from: 24, through: 0, by: -8) {
            data.append(UInt8(truncatingIfNeeded: issueNumber >> UInt32(shift)))
        }
        let code = key.authenticationCode(for: data)
        self.init(leading: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}
