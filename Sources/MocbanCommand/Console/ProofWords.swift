import Messages
import Mocban
import Payload
import Proofing
import VietnameseText

enum ProofWords {
    static func summary(_ report: ProofReport) -> Message {
        let codes = report.codes
        func part(_ count: Int, _ what: Message) -> Message {
            let isAll = count == codes
            let number = Message(
                en: isAll ? codes == 1 ? "it is" : "all" : grouped(count), vi: isAll ? "tất cả" : count.vietnamese)
            return .joined([number, what], by: " ")
        }
        var parts: [Message] = []
        if report.readAt300 == codes, report.readAt600 == codes {
            parts.append(part(codes, Message(en: "read at 300 and 600 dpi", vi: "đọc được ở 300 và 600 dpi")))
        } else {
            parts.append(part(report.readAt300, Message(en: "read at 300 dpi", vi: "đọc được ở 300 dpi")))
            parts.append(part(report.readAt600, Message(en: "at 600", vi: "ở 600")))
        }
        parts.append(part(report.signed, Message(en: "signed by us", vi: "có chữ ký của đơn vị")))
        if report.files.allSatisfy(\.hasManifest) {
            parts.append(part(report.placed, Message(en: "where the manifest says", vi: "đúng chỗ theo bảng kê")))
        }
        let faults = report.faults.count
        if faults > 0 { parts.append(Message(en: grouped(faults, "fault"), vi: "\(faults.vietnamese) lỗi")) }
        let head = Message(
            en: "\(grouped(codes, "code")) on \(grouped(report.sheets, "sheet")): ",
            vi: "\(codes.vietnamese) mã trên \(report.sheets.vietnamese) tờ: ")
        return .joined([head, .joined(parts, by: ", ")])
    }

    /// How codes bear stress: the grades as printed and after each stress, then the weakest codes.
    static func stress(_ report: ProofReport) -> [Message] {
        guard let stress = report.stress else { return [] }
        guard stress.codes > 0 else {
            return [
                Message(
                    en: "no code was aged: that takes a manifest, and a code that is read",
                    vi: "không thử bền mã nào: cần có bảng kê, và mã đọc được")
            ]
        }
        var lines = [
            Message(
                en: "estimated grades as printed: \(grades(stress.printed))",
                vi: "hạng ước lượng như đã in: \(grades(stress.printed))")
        ]
        for outcome in stress.outcomes {
            let isAll = outcome.read == stress.codes
            let read = isAll ? stress.codes == 1 ? "it is" : "all" : grouped(outcome.read)
            lines.append(
                Message(
                    en: "after \(outcome.kind.words.english): \(read) read; \(grades(outcome.grades))",
                    vi: "sau khi \(outcome.kind.words.vietnamese): đọc được "
                        + "\(isAll ? "tất cả" : outcome.read.vietnamese); \(grades(outcome.grades))"))
        }
        return lines + report.weakest.prefix(5).compactMap(weakest)
    }

    private static func weakest(_ code: ProofedCode) -> Message? {
        guard let estimate = code.estimate else { return nil }
        let place = Message(
            en: "page \(code.page)" + (code.position > 0 ? ", position \(code.position)" : ""),
            vi: "trang \(code.page)" + (code.position > 0 ? ", vị trí \(code.position)" : ""))
        let name = code.serial.map { Message(verbatim: "\($0)") } ?? Message(en: "a code", vi: "một mã")
        let unread = Message.joined(estimate.unreadAfter.map(\.words), by: ", ")
        let after = estimate.weakestAfter?.words ?? Message(verbatim: "")
        let worst =
            estimate.unreadAfter.isEmpty
            ? Message(
                en: "\(estimate.weakest) after \(after.english)", vi: "\(estimate.weakest) sau khi \(after.vietnamese)")
            : Message(en: "not read after \(unread.english)", vi: "không đọc được sau khi \(unread.vietnamese)")
        return Message(
            en: "weak: \(name.english) (\(code.file), \(place.english)): \(estimate.printed) as printed, "
                + worst.english,
            vi: "yếu: \(name.vietnamese) (\(code.file), \(place.vietnamese)): \(estimate.printed) như đã in, "
                + worst.vietnamese)
    }

    private static func grades(_ grades: StressTally.Grades) -> String {
        grades.counts.filter { $0.codes > 0 }.map { "\(grouped($0.codes)) \($0.grade)" }.joined(separator: ", ")
    }

    /// A number with commas between thousands.
    private static func grouped(_ number: Int) -> String {
        number < 1000 ? "\(number)" : grouped(number / 1000) + "," + "\(1000 + number % 1000)".dropFirst()
    }

    private static func grouped(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(number == 1 ? noun : noun + "s")"
    }
}
