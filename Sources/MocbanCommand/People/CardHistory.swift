import Calendar
import Messages
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
        guard let record = cards[0].card.record else {
            return Message(en: "(the holder was forgotten)", vi: "(đã xóa tên người được cấp thẻ)").text
        }
        let birth =
            record.birth.isEmpty
            ? nil : Message(en: "born \(record.birth.asBirth)", vi: "sinh \(record.birth.asBirth)").text
        let household =
            record.household.isEmpty
            ? nil : Message(en: "household \(record.household)", vi: "hộ \(record.household)").text
        return [record.name, birth, household, record.address, record.locality.hamlet, record.locality.commune].shown
    }

    private func headline(_ found: FoundCard) -> String {
        let card = found.card
        let name = card.record.flatMap { $0.name == cards[0].card.record?.name ? nil : $0.name.shown }
        let (issued, expires) = (card.issued.vietnamDay, card.expires.vietnamDay)
        let words = Message(
            en: "\(found.state.rawValue) \(card.kind.noun.english)\(name.map { " (for \($0))" } ?? ""), "
                + "issued \(issued), good until \(expires), key \(card.key)",
            vi: "\(card.kind.noun.vietnamese) \(found.state.words.vietnamese)\(name.map { " (cho \($0))" } ?? ""), "
                + "cấp \(issued), hạn \(expires), khóa \(card.key)")
        return "  \(card.serial)  \(words.text)"
    }

    private func events(_ found: FoundCard) -> [String] {
        // A reprint's file is told with the reprint.
        let told = found.history.filter { $0.kind == .reprinted }
        return found.history.filter { event in
            event.kind != .printed || !told.contains { ($0.run, $0.file) == (event.run, event.file) }
        }.map { event in
            let time = Message(en: event.time.inVietnam, vi: event.time.inVietnamese)
            return Message.joined([time, words(event, found)], by: ": ").text
        }
    }

    private func words(_ event: Event, _ found: FoundCard) -> Message {
        let run = Message(
            en: event.run.map { "run \($0)" } ?? "a run", vi: event.run.map { "đợt in \($0)" } ?? "một đợt in")
        let reason = event.detail.map { $0.isEmpty ? "" : ": \($0.shown)" } ?? ""
        switch event.kind {
        case .issued: return Message(en: "issued by \(run.english)", vi: "cấp ở \(run.vietnamese)")
        case .reissued:
            let older = predecessor(of: found)
            return Message(
                en: "issued by \(run.english)\(older.map { " in place of \($0)" } ?? "")",
                vi: "cấp ở \(run.vietnamese)\(older.map { " thay cho \($0)" } ?? "")")
        case .printed:
            let places = places(event, found)
            return Message(en: "printed in \(places.english)", vi: "in trong \(places.vietnamese)")
        case .reprinted:
            let places = places(event, found)
            return Message(
                en: "printed again by \(run.english) in \(places.english)",
                vi: "in lại ở \(run.vietnamese) trong \(places.vietnamese)")
        case .revoked:
            guard let newer = event.run.flatMap({ successors[$0] }), newer != found.card.serial else {
                return Message(en: "revoked\(reason)", vi: "thu hồi\(reason)")
            }
            return Message(en: "revoked, replaced by \(newer)\(reason)", vi: "thu hồi, thay bằng \(newer)\(reason)")
        case .restored: return Message(en: "revocation undone\(reason)", vi: "hủy thu hồi\(reason)")
        case .keyRevoked:
            let key = event.key.map { " \($0)" } ?? ""
            return Message(
                en:
                    "revoked with all that the key\(key) signed\(event.moment.map { " before \($0.inVietnam)" } ?? "")\(reason)",
                vi:
                    "thu hồi cùng mọi thứ khóa\(key) đã ký\(event.moment.map { " trước \($0.inVietnamese)" } ?? "")\(reason)"
            )
        case .keyRestored:
            return Message(
                en: "revocation of the key's cards undone\(reason)", vi: "hủy thu hồi các thẻ của khóa\(reason)")
        case .forgotten: return Message(en: "personal data removed\(reason)", vi: "đã xóa dữ liệu cá nhân\(reason)")
        case .keyMade: return Message(en: "key made", vi: "tạo khóa")
        case .keyRetired: return Message(en: "key retired", vi: "ngừng dùng khóa")
        case .ran: return Message(en: "\(run.english) ended", vi: "\(run.vietnamese) kết thúc")
        case .merged: return Message(en: "another register merged", vi: "gộp một sổ khác")
        }
    }

    private func predecessor(of found: FoundCard) -> Serial? {
        cards.first { other in
            other.card.serial != found.card.serial
                && other.history.contains { $0.kind == .revoked && $0.run == found.card.run }
        }?.card.serial
    }

    private func places(_ event: Event, _ found: FoundCard) -> Message {
        let file = event.file.map { Message(verbatim: $0.shown) } ?? Message(en: "a file", vi: "một tệp")
        let places = found.prints.filter { $0.run == event.run && $0.file == event.file }
        guard !places.isEmpty else { return file }
        return .joined([
            file,
            Message(
                en: places.map { ", page \($0.page), position \($0.position)" }.joined(separator: " and"),
                vi: places.map { ", trang \($0.page), vị trí \($0.position)" }.joined(separator: " và")),
        ])
    }
}
