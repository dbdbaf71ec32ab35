import Crypto

/// The key that authenticates an office's register, so that a changed entry is found.
///
/// It comes from the root of the office's first epoch and stands in no key file.
public struct RegisterKey: Sendable {
    /// HMAC-SHA256 with the key taken in, to be copied for each use.
    private let authenticator: HMAC<SHA256>

    init(_ key: SymmetricKey) {
        authenticator = HMAC(key: key)
    }

    /// HMAC-SHA256 of bytes: 32 bytes.
    public func authenticate(_ bytes: [UInt8]) -> [UInt8] {
        var authenticator = authenticator
        authenticator.update(data: bytes)
        return Array(authenticator.finalize())
    }
}

extension RegisterKey: CustomStringConvertible, CustomReflectable {
    /// The words "register key"; never the key.
    public var description: String { "register key" }

    /// A mirror without the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
