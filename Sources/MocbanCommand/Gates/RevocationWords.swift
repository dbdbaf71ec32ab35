import Messages
import Mocban
import Payload
import Register

/// What revoking cards, or undoing it, came to, in words and as JSON.
struct RevocationWords {
    private let outcome: SetOutcome
    private let isUndone: Bool
    private let clock: Timestamp

    // A run has thousands.
    private static let namedLimit = 20

    init(_ outcome: SetOutcome, isUndone: Bool, clock: Timestamp) {
        (self.outcome, self.isUndone, self.clock) = (outcome, isUndone, clock)
    }

    struct JSON: Encodable {
        struct Card: Encodable {
            var serial, state: String
            var name: String?
        }
        var changed: [Card]
        var leftAside: [String: Int]
    }

    var json: JSON {
        JSON(
            changed: outcome.changed.map {
                JSON.Card(serial: "\($0.serial)", state: $0.state(at: clock).rawValue, name: $0.record?.name)
            },
            leftAside: Dictionary(uniqueKeysWithValues: outcome.asides.map { ($0.key.rawValue, $0.value) }))
    }

    var lines: [Message] {
        let count = outcome.changed.count
        var lines: [Message] = []
        if count <= Self.namedLimit {
            lines = outcome.changed.map { card in
                let name = card.record.map { Message(verbatim: $0.name.shown) } ?? .forgotten
                return .joined([Message(verbatim: "\(card.serial)"), state(card), name], by: "  ")
            }
        }
        let isOfCards = outcome.changed.contains { $0.kind == .card } || outcome.changed.isEmpty
        let noun = (isOfCards ? ClaimsKind.card : .venue).noun
        lines.append(
            Message(
                en: "\(counted(count, noun.english)) \(isUndone ? "restored" : "revoked")",
                vi: "đã \(isUndone ? "hủy thu hồi" : "thu hồi") \(count) \(noun.vietnamese)"))
        for aside in SetOutcome.Aside.allCases {
            guard let count = outcome.asides[aside] else { continue }
            lines.append(
                Message(
                    en: "\(counted(count, noun.english)) left aside: \(aside.words.english)",
                    vi: "bỏ qua \(count) \(noun.vietnamese): \(aside.words.vietnamese)"))
        }
        if count > 0 { lines.append(gatesNeedAList) }
        return lines
    }

    private func state(_ card: RegisteredCard) -> Message {
        card.revocation?.isByKey == true
            ? Message(en: "revoked, by its key", vi: "thu hồi theo khóa") : card.state(at: clock).words
    }
}

/// What gates are to be given after a revocation.
private let gatesNeedAList = Message(
    en: "Gates need a new list: mocban revocations export FILE",
    vi: "Các cổng cần danh sách thu hồi mới: mocban revocations export TỆP")

extension SetOutcome.Aside {
    fileprivate var words: Message {
        switch self {
        case .alreadyRevoked: Message(en: "already revoked", vi: "đã thu hồi từ trước")
        case .expired: Message(en: "expired", vi: "đã hết hạn")
        case .notRevoked: Message(en: "not revoked by serial", vi: "chưa thu hồi theo số thẻ")
        case .revokedOtherwise:
            Message(
                en: "revoked at another time or for another reason; give the serial to restore it",
                vi: "thu hồi lúc khác hoặc vì lý do khác; ghi số thẻ để hủy thu hồi")
        case .replaced: Message(en: "the holder has another good one", vi: "người ấy có thẻ khác còn giá trị")
        }
    }
}

/// What revoking by a key, or undoing it, came to, in words and as JSON.
enum KeyRevocationWords: Sendable {
    /// What the key signed before the moment is revoked.
    case revoked(KeyID, before: Timestamp, KeyCoverage)
    /// What the key signed is good again, but for these.
    case restored(KeyID, kept: [Serial])

    struct JSON: Encodable {
        var kid: String
        var issuedBefore: String?
        var covered, later: Int?
        var keptRevoked: [String]?
    }

    var json: JSON {
        switch self {
        case .revoked(let key, let moment, let coverage):
            JSON(kid: "\(key)", issuedBefore: "\(moment)", covered: coverage.covered, later: coverage.later)
        case .restored(let key, let kept): JSON(kid: key.description, keptRevoked: kept.map(\.description))
        }
    }

    var lines: [Message] {
        switch self {
        case .revoked(let key, let moment, let coverage):
            var lines = [
                Message(
                    en: "All that the key \(key) signed before \(moment.inVietnam) is revoked: "
                        + "\(counted(coverage.covered, "registered card")), and any other",
                    vi: "Đã thu hồi mọi thứ khóa \(key) ký trước \(moment.inVietnamese): "
                        + "\(coverage.covered) thẻ có trong sổ, và mọi thẻ khác")
            ]
            if coverage.later > 0 {
                lines.append(
                    Message(
                        en: "\(counted(coverage.later, "card")) that it signed since then: not revoked",
                        vi: "\(coverage.later) thẻ khóa này ký từ lúc đó: không thu hồi"))
            }
            lines.append(
                Message(
                    en: "If somebody else may have the key, retire it too: mocban key retire \(key)",
                    vi: "Nếu người khác có thể có khóa này thì ngừng dùng luôn: mocban key retire \(key)"))
            return lines + [gatesNeedAList]
        case .restored(let key, let kept):
            let head = Message(
                en: "What the key \(key) signed is good again", vi: "Những gì khóa \(key) ký có giá trị trở lại")
            let stayed = Message(
                en: "\(counted(kept.count, "card")) stayed revoked, since the holder has another good card",
                vi: "\(kept.count) thẻ vẫn bị thu hồi, vì người ấy có thẻ khác còn giá trị")
            return [head] + (kept.isEmpty ? [] : [stayed]) + [gatesNeedAList]
        }
    }
}
