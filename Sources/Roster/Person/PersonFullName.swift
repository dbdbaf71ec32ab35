import Messages
import RosterValues
import VietnameseText

extension Cells<Person.Column> {
    mutating func fullName() -> String? {
        let raw = raw(.fullName)
        let scan = NameScan(raw)
        let isPlain = scan.scalars == raw.utf8.count
        if scan.isUsual, !isPlain, !Departure.mayEnd(raw) { return raw }
        if let departure = Departure(name: raw) {
            refuse(raw, departure, .fullName)
            return nil
        }
        if scan.isUsual, !isPlain { return raw }
        if scan.isDoubtful, let reading = GarbledName.reading(of: raw) {
            find(
                .nameGarbled, .fullName,
                Shown.quoted(raw).said(
                    en: "reads as “\(reading)” in an older encoding", vi: "đọc theo bảng mã cũ là “\(reading)”"),
                proposal: Finding.Proposal(reading, isCertain: false))
            return nil
        }
        if scan.isName {
            look(at: raw, scan)
            return raw
        }
        let name = name(.fullName, longest: .max) { visible in
            PersonName.isGood(visible, withoutHiddenOf: raw) ? NameMending.settled(visible) : nil
        }
        guard let name else { return nil }
        let findings = PersonName.findings(in: name)
        for finding in findings { add(finding, .fullName) }
        guard findings.isEmpty else { return nil }
        look(at: name, NameScan(name))
        return name
    }

    /// Notes what is unusual in a good name.
    private mutating func look(at name: String, _ scan: NameScan) {
        lookForKeys(name)
        if !scan.isVietnamese, let foreign = name.unicodeScalars.first(where: { !NameScan.isVietnamese($0) }) {
            // A mark is shown on its letter.
            let foreign = name.first { $0.unicodeScalars.contains(foreign) } ?? Character(foreign)
            let codes = foreign.unicodeScalars.map(Shown.code).joined(separator: " ")
            find(
                .nameForeignLetter, .fullName,
                Shown.quoted(name).said(
                    en: "holds “\(foreign)” (\(codes)), which is no letter of Vietnamese",
                    vi: "có “\(foreign)” (\(codes)), không phải chữ tiếng Việt"))
        }
        // K’Brế has two parts.
        if scan.words < 2, !name.contains(where: { $0 == "'" || $0 == "’" }) {
            find(.nameSingleWord, .fullName, Shown.quoted(name).said(en: "is a single word", vi: "chỉ có một từ"))
        }
        guard scan.isCaseUnusual, let proposal = NameMending.properlyCased(name, scan) else { return }
        let shown = Shown.quoted(name)
        let (rule, reason): (Rule, Message) =
            if scan.smalls == 0 {
                (.nameCapitals, shown.said(en: "is in capitals", vi: "viết hoa toàn bộ"))
            } else if scan.capitals == 0 {
                (.nameSmallLetters, shown.said(en: "is in small letters", vi: "viết thường toàn bộ"))
            } else if scan.hasCapitalWord || scan.hasMixedWord {
                (.nameCapitals, shown.said(en: "has capitals within a word", vi: "có chữ hoa ở giữa từ"))
            } else {
                (
                    .nameSmallLetters,
                    shown.said(en: "has a word that begins with a small letter", vi: "có từ không viết hoa chữ đầu")
                )
            }
        find(rule, .fullName, reason, proposal: proposal)
    }
}

extension Cells<Person.Column> {
    /// Notes what a keyboard left in a name, or dropped from it.
    private mutating func lookForKeys(_ name: String) {
        if let meant = TypingKeys.name(name) {
            find(
                .nameTypingKeys, .fullName,
                Shown.quoted(name).said(en: "holds the keys of Telex or VNI", vi: "còn phím gõ Telex hoặc VNI"),
                proposal: Finding.Proposal(meant, isCertain: false))
        } else if DroppedLetters.isLikely(name) {
            find(
                .nameDroppedLetters, .fullName,
                Shown.quoted(name).said(
                    en: "may have lost its letters with accents", vi: "có thể đã mất các chữ có dấu"))
        }
    }
}

extension NameScan {
    /// Whether a character is a letter of Vietnamese or a sign of names.
    static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
        NameScan("a\(scalar)").isVietnamese || scalar == " "
    }
}
