import Calendar
import Mocban
import Payload
import Register

/// What happened to the cards of one person, or the posters of one venue, in words.
struct CardHistory {
    private let cards: [FoundCard]
    /// The card that took the place of another, by the run that issued it.
    private let successors: [Int: Serial]

    /// The story of these cards of one holder, the newest first.
    init(_ cards: [FoundCard]) {
        self.cards = cards
        successors = Dictionary(cards.map { ($0.card.run, $0.card.serial) }) { newer, _ in newer }
    }

    var lines: [String] { [holder] + cards.flatMap { [headline($0)] + events($0).map { "    " + $0 } } }

    private var holder: String {
        guard let record = cards[0].card.record else { return "(the holder was forgotten)" }
        let birth = record.birth.isEmpty ? nil : "born \(record.birth.asBirth)"
        let household = record.household.isEmpty ? nil : "household \(record.household)"
        return [record.name, birth, household, record.address, record.locality.hamlet, record.locality.commune].shown
    }

    private func headline(_ found: FoundCard) -> String {
        let card = found.card
        let noun = card.kind == .card ? "card" : "poster"
        let days = "issued \(card.issued.vietnamDay), good until \(card.expires.vietnamDay)"
        let name = card.record.flatMap { $0.name == cards[0].card.record?.name ? nil : " (for \($0.name.shown))" } ?? ""
        return "  \(card.serial)  \(found.state.rawValue) \(noun)\(name), \(days), key \(card.key)"
    }

    private func events(_ found: FoundCard) -> [String] {
        // A reprint's file is told with the reprint.
        let told = found.history.filter { $0.kind == .reprinted }
        return found.history.filter { event in
            event.kind != .printed || !told.contains { ($0.run, $0.file) == (event.run, event.file) }
        }.map { "\($0.time.inVietnam): \(words($0, found))" }
    }

    private func words(_ event: Event, _ found: FoundCard) -> String {
        let run = event.run.map { "run \($0)" } ?? "a run"
        let reason = event.detail.map { $0.isEmpty ? "" : ": \($0.shown)" } ?? ""
        switch event.kind {
        case .issued: return "issued by \(run)"
        case .reissued: return "issued by \(run)\(predecessor(of: found).map { " in place of \($0)" } ?? "")"
        case .printed: return "printed in \(places(event, found))"
        case .reprinted: return "printed again by \(run) in \(places(event, found))"
        case .revoked:
            guard let newer = event.run.flatMap({ successors[$0] }), newer != found.card.serial else {
                return "revoked\(reason)"
            }
            return "revoked, replaced by \(newer)\(reason)"
        case .restored: return "revocation undone\(reason)"
        case .keyRevoked:
            let key = event.key.map { " \($0)" } ?? ""
            let moment = event.moment.map { " before \($0.inVietnam)" } ?? ""
            return "revoked with all that the key\(key) signed\(moment)\(reason)"
        case .keyRestored: return "revocation of the key's cards undone\(reason)"
        case .forgotten: return "personal data removed\(reason)"
        case .keyMade: return "key made"
        case .keyRetired: return "key retired"
        case .ran: return "\(run) ended"
        case .merged: return "another register merged"
        }
    }

    private func predecessor(of found: FoundCard) -> Serial? {
        cards.first { other in
            other.card.serial != found.card.serial
                && other.history.contains { $0.kind == .revoked && $0.run == found.card.run }
        }?.card.serial
    }

    private func places(_ event: Event, _ found: FoundCard) -> String {
        let file = (event.file ?? "a file").shown
        let places = found.prints.filter { $0.run == event.run && $0.file == event.file }
        return places.isEmpty
            ? file : file + places.map { ", page \($0.page), position \($0.position)" }.joined(separator: " and")
    }
}
