import Crypto

/// The key that authenticates what an office's runs leave on the disk until they have ended.
///
/// It comes from the root of the office's first epoch and stands in no key file.
package struct StagingKey: Sendable {
    /// The bytes in a MAC.
    package static let macLength = 32

    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// HMAC-SHA256 of bytes: 32 bytes.
    package func mac(of bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
    }

    /// Whether a MAC is that of bytes, compared in constant time.
    package func isMAC(_ mac: [UInt8], of bytes: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: bytes, using: key)
    }
}

extension StagingKey: CustomStringConvertible, CustomReflectable {
    /// The words "staging key"; never the key.
    package var description: String { "staging key" }

    /// A mirror without the key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
