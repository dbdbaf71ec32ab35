import Messages
import VietnameseText

/// What a person's name may hold.
///
/// A name has Latin letters, spaces, and the signs of compound, highland and second names: `-` `'` `’` `.` `,` `(` `)`.
package enum PersonName {
    /// Characters of the longest name, spaces counted.
    package static let longest = 60

    /// Whether nothing refuses a clean text as a name.
    package static func isGood(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: isLatinLetter) && text.unicodeScalars.count <= longest
            && text.unicodeScalars.allSatisfy { rule(brokenBy: $0) == nil } && !hasLooseMark(text)
    }

    /// Whether a text without its invisible characters is the name that was meant.
    ///
    /// A zero-width space may have stood between two words, which now are one.
    package static func isGood(_ text: String, withoutHiddenOf raw: String) -> Bool {
        isGood(text) && (!raw.unicodeScalars.contains("\u{200B}") || GarbledName.areSyllables(text))
    }

    /// What refuses a clean text as a name, each rule once; nothing for a name.
    package static func findings(in text: String) -> [CellFinding] {
        let shown = Shown.quoted(text)
        let count = text.unicodeScalars.count
        guard count <= longest else {
            return [CellFinding(.tooLong, .tooLong(count, longest: longest))]
        }
        var findings: [CellFinding] = []
        for scalar in text.unicodeScalars {
            guard let rule = rule(brokenBy: scalar), !findings.contains(where: { $0.rule == rule }) else { continue }
            let code = rule == .nameDigits || rule == .nameLostLetter ? "" : " (\(Shown.code(scalar)))"
            let reason = reason(rule)
            findings.append(
                CellFinding(
                    rule,
                    shown.said(
                        en: "holds “\(scalar)”\(code), \(reason.english)",
                        vi: "có “\(scalar)”\(code), \(reason.vietnamese)")))
        }
        if findings.isEmpty, hasLooseMark(text) {
            return [
                CellFinding(
                    .nameSign, shown.said(en: "holds a mark without a letter", vi: "có dấu không đi với chữ nào"))
            ]
        }
        if findings.isEmpty {
            let hasLetter = text.unicodeScalars.contains(where: isLatinLetter)
            return hasLetter ? [] : [CellFinding(.nameSign, shown.said(en: "holds no letter", vi: "không có chữ nào"))]
        }
        // Of a text in another script some letters always look like Latin ones.
        if findings.contains(where: { $0.rule == .nameScript }) { findings.removeAll { $0.rule == .nameLookAlike } }
        findings[findings.count - 1].proposal = NameMending.proposal(for: text)
        return findings
    }

    /// The rule that a character of a name breaks.
    private static func rule(brokenBy scalar: Unicode.Scalar) -> Rule? {
        if isSign(scalar) || scalar == breve { return nil }
        if LookAlike.latin(scalar) != nil { return .nameLookAlike }
        if isLatinLetter(scalar) { return nil }
        if scalar == "?" || scalar == "\u{FFFD}" { return .nameLostLetter }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return .nameDigits
        case _ where scalar.properties.isAlphabetic: return .nameScript
        default: return .nameSign
        }
    }

    /// The mark of Ê̆, Ô̆, Ơ̆ and Ư̆, which Ê Đê, Gia Rai and others write and Unicode has no whole letters for.
    private static var breve: Unicode.Scalar { "\u{306}" }

    private static func hasLooseMark(_ text: String) -> Bool {
        var isOnLetter = false
        for scalar in text.unicodeScalars {
            if scalar == breve, !isOnLetter { return true }
            isOnLetter = isLatinLetter(scalar)
        }
        return false
    }

    private static func reason(_ rule: Rule) -> Message {
        switch rule {
        case .nameDigits: Message(en: "a digit", vi: "là chữ số")
        case .nameLostLetter: Message(en: "which stands for a lost letter", vi: "đứng ở chỗ một chữ đã mất")
        case .nameLookAlike: Message(en: "which only looks like a Latin letter", vi: "chỉ trông giống chữ Latinh")
        case .nameScript: Message(en: "which is no Latin letter", vi: "không phải chữ Latinh")
        default: Message(en: "which is no sign of a name", vi: "không phải dấu có trong họ tên")
        }
    }

    /// Whether a scalar is a letter of Basic Latin to Latin Extended-B, or of Latin Extended Additional.
    private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
        default: false
        }
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", "'", "\u{2019}", ".", ",", "(", ")": true
        default: false
        }
    }
}

extension NameScan {
    /// Whether nothing refuses the text as a name: letters of Vietnamese, and not too many.
    package var isName: Bool { isVietnamese && capitals + smalls > 0 && scalars <= PersonName.longest }

    /// Whether nothing can be said against the name.
    package var isUsual: Bool { isName && !isDoubtful && !isCaseUnusual && words > 1 }
}
