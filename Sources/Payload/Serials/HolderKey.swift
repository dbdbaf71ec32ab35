/// Who or what a card or poster is for, as 32 bytes that reveal nothing without the serial key.
///
/// HMAC-SHA256(serial key, CBOR array of texts). The texts must be NFC-normalised, since other bytes are another holder.
public struct HolderKey: Sendable, Hashable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Creates a holder key from 32 stored bytes; `nil` for any other number.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// The key of a person with a national ID, from `["national-id", id]`.
    public static func nationalID(_ id: String, key: SerialKey) -> HolderKey {
        HolderKey(["national-id", id], key: key)
    }

    /// The key of a person without a national ID, from `["person", household, name, birth]`.
    ///
    /// `birth` is the date or year of birth in one form that the caller keeps to.
    public static func person(household: String, name: String, birth: String, key: SerialKey) -> HolderKey {
        HolderKey(["person", household, name, birth], key: key)
    }

    /// The key of a venue, from `["venue", name, address]`.
    public static func venue(name: String, address: String, key: SerialKey) -> HolderKey {
        HolderKey(["venue", name, address], key: key)
    }

    private init(_ texts: [String], key: SerialKey) {
        var writer = CBORWriter()
        writer.array(texts.count)
        for text in texts { writer.text(text) }
        bytes = Array(key.authenticationCode(for: writer.bytes))
    }
}
