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

    var lines: [String] {
        let count = outcome.changed.count
        var lines: [String] = []
        if count <= Self.namedLimit {
            lines = outcome.changed.map { "\($0.serial)  \(state($0))  \($0.record?.name.shown ?? "(forgotten)")" }
        }
        let noun = outcome.changed.contains { $0.kind == .card } || outcome.changed.isEmpty ? "card" : "poster"
        lines.append("\(counted(count, noun)) \(isUndone ? "restored" : "revoked")")
        for aside in SetOutcome.Aside.allCases {
            if let count = outcome.asides[aside] { lines.append("\(counted(count, noun)) left aside: \(aside.words)") }
        }
        if count > 0 { lines.append(gatesNeedAList) }
        return lines
    }

    private func state(_ card: RegisteredCard) -> String {
        card.revocation?.isByKey == true ? "revoked, by its key" : card.state(at: clock).rawValue
    }
}

/// What gates are to be given after a revocation.
private let gatesNeedAList = "Gates need a new list: mocban revocations export FILE"

extension SetOutcome.Aside {
    fileprivate var words: String {
        switch self {
        case .alreadyRevoked: "already revoked"
        case .expired: "expired"
        case .notRevoked: "not revoked by serial"
        case .revokedOtherwise: "revoked at another time or for another reason; give the serial to restore it"
        case .replaced: "the holder has another good one"
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

    var lines: [String] {
        switch self {
        case .revoked(let key, let moment, let coverage):
            let later = "\(counted(coverage.later, "card")) that it signed since then: not revoked"
            return [
                "All that the key \(key) signed before \(moment.inVietnam) is revoked: "
                    + "\(counted(coverage.covered, "registered card")), and any other"
            ] + (coverage.later == 0 ? [] : [later]) + [
                "If somebody else may have the key, retire it too: mocban key retire \(key)", gatesNeedAList,
            ]
        case .restored(let key, let kept):
            let stayed = "\(counted(kept.count, "card")) stayed revoked, since the holder has another good card"
            return ["What the key \(key) signed is good again"] + (kept.isEmpty ? [] : [stayed]) + [gatesNeedAList]
        }
    }
}
