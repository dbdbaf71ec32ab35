import Messages
import VietnameseText

/// A cell of one telephone number or several, judged together.
package enum PhoneCell {
    /// What is wrong with a clean text; nothing where all its numbers are good.
    package static func finding(_ text: String) -> CellFinding? {
        let shown = Shown.text(text)
        if let absent = AbsentValue.finding(.phoneNotANumber, text) { return absent }
        let parts = parts(text)
        let verdicts = parts.map { PhoneNumber.verdict($0) }
        guard let first = verdicts.first(where: { $0 != .good }) else { return nil }
        guard !verdicts.contains(.bad), case .mended(let rule, _) = first else {
            return CellFinding(
                .phoneNotANumber,
                Shown.quoted(text).said(en: "is not a telephone number", vi: "không phải số điện thoại"))
        }
        let numbers = zip(parts, verdicts).map { part, verdict in
            if case .mended(_, let number) = verdict { number } else { part }
        }
        return CellFinding(
            rule, reason(rule, shown), Finding.Proposal(numbers.joined(separator: " / "), isCertain: true))
    }

    private static func reason(_ rule: Rule, _ shown: String) -> Message {
        switch rule {
        case .phoneLostZero: shown.said(en: "has lost the zero in front", vi: "mất số 0 ở đầu")
        case .phoneOldPrefix: shown.said(en: "has a prefix of before 2018", vi: "có đầu số từ trước năm 2018")
        default: shown.said(en: "has the country’s code in front", vi: "có mã nước ở đầu")
        }
    }

    /// The numbers of a text: one, or those between signs, or two of ten digits one after the other.
    private static func parts(_ text: String) -> [String] {
        if PhoneNumber.verdict(text) != .bad { return [text] }
        var parts = text.split { "/;,|".contains($0) }.map(String.init)
        if parts.count < 2 {
            let digits = text.utf8.filter { $0 &- UInt8(ascii: "0") < 10 }
            guard digits.count == 20 else { return [text] }
            parts = [String(decoding: digits[..<10], as: UTF8.self), String(decoding: digits[10...], as: UTF8.self)]
            // The digits alone say nothing of words between them.
            guard text.utf8.allSatisfy({ $0 <= UInt8(ascii: "9") }) else { return [text] }
        }
        return parts.map { CleanText($0).text }
    }
}
