package import Calendar
package import Messages
package import Roster
import RosterValues
import VietnameseText

/// Fills a roster from the codes of identity cards, as a scanner types them: a line, an answer.
///
/// Every person is on the disk before the answer is given. A line such as `household PL-017` or `thôn Phú Lễ` says where
/// the people of the lines after it live.
package final class RosterScan {
    /// What a line came to.
    package enum Answer: Equatable, Sendable {
        /// The person was added; `count` people are in the roster now, and `warnings` is what to look at.
        case added(Person, count: Int, warnings: [Message])
        /// The person or line was refused.
        case refused(Message)
        /// The household, hamlet or commune of the lines that follow.
        case set(Setting, String)
    }

    /// What a line may say of the people after it.
    package enum Setting: String, CaseIterable, Sendable {
        case household, hamlet, commune

        fileprivate var vietnamese: String {
            switch self {
            case .household: "mã hộ"
            case .hamlet: "thôn"
            case .commune: "xã"
            }
        }

        fileprivate var words: [String] {
            switch self {
            case .household: ["household", "ho", "ma ho"]
            case .hamlet: ["hamlet", "thon", "to", "to dan pho", "tdp"]
            case .commune: ["commune", "xa", "phuong"]
            }
        }
    }

    /// The half of a row that a crash had left in the file, and that was taken away; that card must be scanned again.
    package var removedHalf: String? { roster.removed.map { Shown.text($0) } }
    /// People in the roster.
    package var count: Int { roster.count }

    private let path: String
    private let roster: ScannedRoster
    private var settings: [Setting: String]

    /// Opens a roster that an earlier scan began, or makes a new one; the settings are those of the first lines.
    ///
    /// - Throws: `TableError`, `RosterError`; `FileError` `unwritable`, `busy` or `notContinued`.
    package init(path: String, settings: [Setting: String] = [:], today: CalendarDate) throws {
        self.path = path
        self.settings = settings.mapValues { CleanText($0).text }
        roster = try ScannedRoster(path: path, today: today)
    }

    /// Takes a line; gives nothing for an empty one, and throws `FileError.unwritable` where the person was not added.
    package func answer(_ line: String) throws -> Answer? {
        let clean = CleanText(line).text
        guard !clean.isEmpty else { return nil }
        if let (setting, name) = Self.setting(in: clean) {
            settings[setting] = name
            return .set(setting, name)
        }
        let card: CitizenCardText
        do { card = try CitizenCardText(line) } catch {
            // Nobody types so many bars.
            let isCard = line.utf8.count { $0 == UInt8(ascii: "|") } >= 3
            return .refused(isCard ? Self.advised(error.message) : error.message)
        }
        if let row = roster.row(of: card.nationalID) {
            return .refused(
                Message(
                    en: "\(card.nationalID) is in the roster already, in row \(row)",
                    vi: "\(card.nationalID) đã có trong danh sách, ở dòng \(row)"))
        }
        for setting in [Setting.household, .hamlet] where settings[setting] == nil {
            return .refused(
                Message(
                    en: "no \(setting.rawValue) is set: type “\(setting.rawValue) …” and scan the card again",
                    vi: "chưa có \(setting.vietnamese): hãy gõ “\(setting.vietnamese) …” rồi quét lại thẻ"))
        }
        // An address without any accent is none of Vietnam: the scanner or an input method has lost them all.
        guard !(card.name + card.address).utf8.allSatisfy({ $0 < 0x80 }) else {
            return .refused(
                Self.advised(
                    Message(
                        en: "the name and the address have no accents", vi: "họ tên và địa chỉ đều không có dấu")))
        }
        let cells = cells(card)
        switch roster.entry(of: cells) {
        case .record(_, let person, let findings):
            try roster.add(cells)
            let warnings = findings.filter { $0.severity == .warning }.map { $0.message() }
            return .added(person, count: roster.count, warnings: warnings)
        case .refused(_, let findings):
            let reasons = findings.filter { $0.severity == .error }.map { $0.message() }
            return .refused(Self.advised(.joined(reasons, by: "; ")))
        case .nobody(_, let finding): return .refused(finding.message())
        }
    }

    private func cells(_ card: CitizenCardText) -> [String] {
        [
            settings[.household] ?? "", "", CleanText(card.name).text, card.birth.description,
            card.sex == .male ? "Nam" : "Nữ", card.nationalID, "", settings[.hamlet] ?? "", settings[.commune] ?? "",
            CleanText(card.address).text,
        ]
    }

    /// The setting that a line such as `hộ PL-017` names.
    private static func setting(in line: String) -> (Setting, String)? {
        for setting in Setting.allCases {
            for word in setting.words {
                let count = word.count { $0 == " " } + 1
                let parts = line.split(separator: " ", maxSplits: count)
                guard parts.count == count + 1 else { continue }
                if LatinFolding.folded(parts[..<count].joined(separator: " ")) == word {
                    return (setting, String(parts[count]))
                }
            }
        }
        return nil
    }

    private static func advised(_ reason: Message) -> Message {
        Message(
            en: "\(reason.english). "
                + "Turn off Unikey or whatever types Vietnamese (Windows: Ctrl+Shift), and scan the card again",
            vi: "\(reason.vietnamese). Hãy tắt Unikey hoặc bộ gõ tiếng Việt (Windows: Ctrl+Shift), rồi quét lại thẻ")
    }
}
