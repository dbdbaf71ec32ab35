import VietnameseText

extension Cells<Person.Column> {
    mutating func fullName() -> String? {
        let raw = raw(.fullName)
        let scan = NameScan(raw)
        if scan.isUsual { return raw }
        if scan.isDoubtful, let reading = GarbledName.reading(of: raw) {
            find(
                .nameGarbled, .fullName, "“\(Shown.text(raw))” reads as “\(reading)” in an older encoding",
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
        if !scan.isVietnamese, let foreign = name.unicodeScalars.first(where: { !NameScan.isVietnamese($0) }) {
            find(
                .nameForeignLetter, .fullName,
                "“\(Shown.text(name))” holds “\(foreign)” (\(Shown.code(foreign))), which is no letter of Vietnamese")
        }
        if scan.words < 2 { find(.nameSingleWord, .fullName, "“\(Shown.text(name))” is a single word") }
        guard scan.isCaseUnusual, let proposal = NameMending.properlyCased(name, scan) else { return }
        let (rule, reason): (Rule, String) =
            if scan.smalls == 0 {
                (.nameCapitals, "is in capitals")
            } else if scan.capitals == 0 {
                (.nameSmallLetters, "is in small letters")
            } else if scan.hasCapitalWord || scan.hasMixedWord {
                (.nameCapitals, "has capitals within a word")
            } else {
                (.nameSmallLetters, "has a word that begins with a small letter")
            }
        find(rule, .fullName, "“\(Shown.text(name))” \(reason)", proposal: proposal)
    }
}

extension NameScan {
    /// Whether a character is a letter of Vietnamese or a sign of names.
    static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
        NameScan("a\(scalar)").isVietnamese || scalar == " "
    }
}
