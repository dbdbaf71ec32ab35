import ArgumentParser
import Files
import Messages
import Mocban
import Payload
import Roster
import RosterCheck
import RosterValues

struct ScanCards: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: Message(
            en: "Fill a roster from the codes of identity cards (CCCD).",
            vi: "Nhập danh sách hộ dân từ mã trên thẻ căn cước (CCCD)."),
        discussion: Message(
            en: """
                Reads the lines that a scanner types and answers each at once. A person is in the file, and the file on the \
                disk, before the answer comes. A file that is there is continued; nobody gets into it twice.

                A line “household PL-017” or “hộ PL-017”, “hamlet Phú Lễ” or “thôn Phú Lễ”, “commune …” or “xã …” says where \
                the people after it live.

                Exit status: 0, or 1 when any line was refused.
                """,
            vi: """
                Đọc các dòng máy quét gõ vào và trả lời từng dòng ngay. Người ấy đã vào tệp, và tệp đã ghi \
                xuống đĩa, trước khi có câu trả lời. Tệp đã có thì được ghi tiếp; không ai vào hai lần.

                Dòng “household PL-017” hoặc “hộ PL-017”, “hamlet Phú Lễ” hoặc “thôn Phú Lễ”, “commune …” \
                hoặc “xã …” cho biết những người sau đó ở đâu.

                Mã kết thúc: 0, hoặc 1 khi có dòng bị từ chối.
                """))

    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            en: "The roster, a CSV file that is made where it is not there.",
            vi: "Danh sách, một tệp CSV; chưa có thì được tạo.", value: .file))
    var out: String
    @Option(
        help: ArgumentHelp(en: "The household of the first people.", vi: "Hộ của những người đầu tiên.", value: .code))
    var household: String?
    @Option(
        help: ArgumentHelp(en: "The hamlet of the first people.", vi: "Thôn của những người đầu tiên.", value: .name))
    var hamlet: String?
    @Option(
        help: ArgumentHelp(en: "The commune of the first people.", vi: "Xã của những người đầu tiên.", value: .name))
    var commune: String?
    @Flag(help: ArgumentHelp(en: "Answer as JSON, an object a line.", vi: "Trả lời bằng JSON, mỗi dòng một đối tượng."))
    var json = false

    private struct Line: Encodable {
        var status: String
        var reason, nationalID, name, birth, place, value: String?
        var count: Int
        var warnings: [String]?

        private enum CodingKeys: String, CodingKey {
            case status, reason, name, place, value, count, warnings
            case nationalID = "national_id"
            case birth = "date_of_birth"
        }

        init(_ answer: RosterScan.Answer, count: Int) {
            self.count = count
            switch answer {
            case .added(let person, _, let warnings):
                (status, nationalID, name, birth) = ("ok", person.nationalID, person.name, person.birth.description)
                self.warnings = warnings.isEmpty ? nil : warnings.map(\.text)
            case .refused(let reason): (status, self.reason) = ("refused", reason.text)
            case .set(let setting, let name): (status, place, value) = ("set", setting.rawValue, name)
            }
        }
    }

    func answer() async throws {
        let today = Timestamp.now().vietnamDay
        var settings: [RosterScan.Setting: String] = [:]
        (settings[.household], settings[.hamlet], settings[.commune]) = (household, hamlet, commune)
        let scan = try RosterScan(path: out, settings: settings, today: today)
        if let half = scan.removedHalf {
            note(
                Message(
                    en: "the last line of \(out) was half written and was taken away (\(half)): scan that card again",
                    vi: "dòng cuối của \(out) ghi dở nên đã bỏ đi (\(half)): hãy quét lại thẻ ấy"))
        }
        if scan.count > 0 {
            note(Message(en: "people in \(out) already: \(scan.count)", vi: "đã có trong \(out): \(scan.count) người"))
        }
        var isEveryOneGood = true
        var lines = InputLines()
        while let line = try lines.next() {
            guard let answer = try line.text.map(scan.answer) ?? .refused(line.isCut ? Self.tooLong : Self.noText)
            else { continue }
            if case .refused = answer { isEveryOneGood = false }
            if json { try say(json: Line(answer, count: scan.count), pretty: false) } else { try say(text(answer)) }
        }
        if !isEveryOneGood { throw FailureCategory.refused.code }
    }

    private static let tooLong = Message(
        en: "the line is too long for a card's text", vi: "dòng quá dài, không phải nội dung trên thẻ")
    private static let noText = Message(
        en: "the line is no text in UTF-8: set the scanner to UTF-8, and scan the card again",
        vi: "dòng không phải chữ UTF-8: hãy đặt máy quét ở UTF-8 rồi quét lại thẻ")

    private func text(_ answer: RosterScan.Answer) -> String {
        switch answer {
        case .added(let person, let count, let warnings):
            let cells = ["ok", person.nationalID ?? "", person.name, person.birth.description, "(\(count))"]
            return (cells + warnings.map { Message(en: "look: \($0.english)", vi: "xem lại: \($0.vietnamese)").text })
                .joined(
                    separator: "  ")
        case .refused(let reason): return Message(en: "NO  \(reason.english)", vi: "KHÔNG  \(reason.vietnamese)").text
        case .set(let setting, let name): return "\(setting.rawValue)  \(name)"
        }
    }
}
