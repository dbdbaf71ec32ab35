public import Messages

/// Why a keyring cannot give or change a key.
public enum KeyringError: Failure, Hashable {
    /// No key of the keyring signs claims of this kind with this algorithm at this time.
    case noSigningKey(ClaimsKind, Algorithm, at: Timestamp)
    /// No Ed25519 key of the keyring signs a revocation list at this time.
    case noRevocationsKey(at: Timestamp)
    /// The keyring has no serial key: it is a verifier's, not an office's.
    case noSerialKey
    /// The keyring has no root, from which the register's key comes: it is a verifier's, not an office's.
    case noRegisterKey
    /// No key of the keyring has this ID.
    case unknownKey(KeyID)
    /// The key is a root or serial key, which stays: serials must remain what they are.
    case notRetirable(KeyID)
    /// The keyring has no key that the export asks for.
    case nothingToExport
    /// The keyring has the last epoch that there is.
    case noNextEpoch

    /// Bad configuration.
    public var category: FailureCategory { .badConfiguration }

    /// The fault, and what to do next.
    public var message: Message {
        switch self {
        case .noSigningKey(let kind, let algorithm, let moment):
            Message(
                en: "no \(algorithm.rawValue) key signs a \(kind) at \(moment): " + Self.otherTime.english,
                vi: "không có khóa \(algorithm.rawValue) nào ký \(kind.vietnamese) lúc \(moment): "
                    + Self.otherTime.vietnamese)
        case .noRevocationsKey(let moment):
            Message(
                en: "no ed25519 key signs a revocation list at \(moment): " + Self.otherTime.english,
                vi: "không có khóa ed25519 nào ký danh sách thu hồi lúc \(moment): " + Self.otherTime.vietnamese)
        case .noSerialKey:
            Message(
                en: "the keyring has no serial key: use the office's own keyring, not an exported one",
                vi: "chùm khóa không có khóa số thẻ: hãy dùng chùm khóa của chính cơ quan, không dùng bản đã xuất")
        case .noRegisterKey:
            Message(
                en: "the keyring has no root, from which the register's key comes: use the office's own keyring, "
                    + "not an exported one",
                vi: "chùm khóa không có khóa gốc để sinh ra khóa của sổ cấp thẻ: hãy dùng chùm khóa của chính cơ quan, "
                    + "không dùng bản đã xuất")
        case .unknownKey(let id):
            Message(
                en: "the keyring has no key \(id): `mocban key list` shows those it has",
                vi: "chùm khóa không có khóa \(id): `mocban key list` cho biết các khóa đang có")
        case .notRetirable(let id):
            Message(
                en: "key \(id) is a root or serial key and cannot be retired: retire the keys derived from it",
                vi:
                    "khóa \(id) là khóa gốc hoặc khóa số thẻ, không ngừng dùng được: hãy ngừng dùng các khóa sinh ra từ nó"
            )
        case .nothingToExport:
            Message(
                en: "the keyring has no key for that unit and purpose",
                vi: "chùm khóa không có khóa cho đơn vị và mục đích đó")
        case .noNextEpoch:
            Message(
                en: "the keyring has the last epoch that there is, 4294967294: make a new office",
                vi: "chùm khóa đã đến đợt khóa cuối cùng, 4294967294: hãy lập cơ quan mới")
        }
    }

    private static let otherTime = Message(
        en: "`mocban key list` shows when keys are valid, and `mocban key new` makes keys that are valid from now on",
        vi: "`mocban key list` cho biết khóa có hiệu lực khi nào, và `mocban key new` tạo khóa có hiệu lực từ bây giờ")
}
