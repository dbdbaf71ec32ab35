import Crypto

/// The key that authenticates an office's register, so that a changed entry is found.
///
/// It comes from the root of the office's first epoch and stands in no key file.
public struct RegisterKey: Sendable {
    /// HMAC-SHA256 with the key taken in, to be copied for each use.
    private let authenticator: HMAC<SHA256>

    init(_ key: SymmetricKey) { authenticator = HMAC(key: key) }

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

/// What authenticates what an office's runs leave on the disk until they have ended; it stands in no key file.
package struct StagingKey: Sendable {
    /// The bytes in a MAC.
    package static let macLength = 32

    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// HMAC-SHA256 of bytes: 32 bytes.
    package func mac(of bytes: [UInt8]) -> [UInt8] { Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key)) }

    /// Whether a MAC is that of bytes, compared in constant time.
    package func isMAC(_ mac: [UInt8], of bytes: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: bytes, using: key)
    }
}

extension StagingKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "staging key" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
