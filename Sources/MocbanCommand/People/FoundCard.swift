import Messages
import Mocban
import Payload
import Register
import VietnameseText

/// A card or poster with all that the register knows of it.
struct FoundCard {
    let card: RegisteredCard
    let state: RegisteredCard.State
    let prints: [PrintedPosition]
    let history: [Event]

    init(_ card: RegisteredCard, in snapshot: Register.Snapshot, at clock: Timestamp) throws {
        self.card = card
        state = card.state(at: clock)
        prints = try snapshot.prints(of: card.serial)
        history = try snapshot.history(of: card.serial)
    }

    var cells: [String] {
        let record = card.record
        return [
            card.serial.description, state.words.text, record?.name.shown ?? Message.forgotten.text,
            record?.birth.asBirth ?? "",
            (record?.household ?? "").shown, [record?.locality.hamlet, record?.locality.commune].shown,
        ]
    }
}

extension FoundCard {
    /// The card as JSON has it; what is not known or does not apply is left out.
    struct JSON: Encodable {
        struct Revocation: Encodable {
            var time, reason: String
            var byKey: Bool
        }
        struct Print: Encodable {
            var run: Int
            var file: String
            var page, position: Int
        }
        struct Entry: Encodable {
            var number: Int
            var time, event: String
            var run: Int?
            var file, kid, issuedBefore, detail: String?
        }

        var serial, state, kind: String
        var name, birth, household, address, hamlet, commune: String?
        var issued, expires, kid: String
        var run: Int
        var issueNumber: UInt32
        var holder: Int64
        var revocation: Revocation?
        var prints: [Print]
        var history: [Entry]
    }

    var json: JSON {
        let record = card.record
        return JSON(
            serial: card.serial.description, state: state.rawValue, kind: card.kind == .card ? "card" : "venue",
            name: record?.name, birth: record?.birth.unlessEmpty, household: record?.household.unlessEmpty,
            address: record?.address.unlessEmpty, hamlet: record?.locality.hamlet.unlessEmpty,
            commune: record?.locality.commune.unlessEmpty, issued: card.issued.description,
            expires: card.expires.description, kid: card.key.description, run: card.run, issueNumber: card.number,
            holder: card.holder,
            revocation: card.revocation.map {
                JSON.Revocation(time: $0.time.description, reason: $0.reason, byKey: $0.isByKey)
            },
            prints: prints.map { JSON.Print(run: $0.run, file: $0.file, page: $0.page, position: $0.position) },
            history: history.map { event in
                JSON.Entry(
                    number: event.number, time: event.time.description, event: "\(event.kind)", run: event.run,
                    file: event.file, kid: event.key?.description, issuedBefore: event.moment?.description,
                    detail: event.detail?.unlessEmpty)
            })
    }
}

extension Message {
    static let forgotten = Message(en: "(forgotten)", vi: "(đã xóa tên)")
}

extension RegisteredCard.State {
    /// The state as people are told it.
    var words: Message {
        switch self {
        case .valid: Message(en: rawValue, vi: "hợp lệ")
        case .expired: Message(en: rawValue, vi: "hết hạn")
        case .revoked: Message(en: rawValue, vi: "đã thu hồi")
        }
    }
}

extension String {
    var shown: String { Shown.text(self, limit: 300) }

    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }

    /// A birth as Vietnam writes it: `12/03/1985` for `1985-03-12`.
    var asBirth: String { split(separator: "-").reversed().joined(separator: "/") }
}

extension [String?] {
    /// What is there of it, with commas.
    var shown: String { compactMap(\.self).filter { !$0.isEmpty }.map(\.shown).joined(separator: ", ") }
}
