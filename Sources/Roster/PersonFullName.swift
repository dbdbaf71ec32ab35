import VietnameseText

extension Cells<Person.Column> {
    /// The full name.
    mutating func fullName() -> String? {
        let raw = raw(.fullName)
        if NameScan(raw).isUsual { return raw }
        if NameScan(raw).isDoubtful, let reading = GarbledName.reading(of: raw) {
            find(
                .nameGarbled, .fullName, "“\(Shown.text(raw))” reads as “\(reading)” in an older encoding",
                proposal: Finding.Proposal(reading, isCertain: false))
            return nil
        }
        let name = name(.fullName, longest: .max) { PersonName.isGood($0, withoutHiddenOf: raw) }
        guard let name else { return nil }
        let faults = PersonName.faults(in: name)
        for fault in faults { find(fault.rule, .fullName, fault.reason, proposal: fault.proposal) }
        guard faults.isEmpty else { return nil }
        look(at: name)
        return name
    }

    /// Notes what is unusual in a good name.
    private mutating func look(at name: String) {
        let scan = NameScan(name)
        let shown = Shown.text(name)
        if !scan.isVietnamese, let foreign = name.unicodeScalars.first(where: { !NameScan.isVietnamese($0) }) {
            find(
                .nameForeignLetter, .fullName,
                "“\(shown)” holds “\(foreign)” (\(Shown.code(foreign))), which is no letter of Vietnamese")
        }
        if scan.words < 2 { find(.nameSingleWord, .fullName, "“\(shown)” is a single word") }
        guard scan.hasSmallWord || scan.hasCapitalWord || scan.hasMixedWord || ProperCase.isAllCapitals(name),
            let proposal = NameMending.properlyCased(name)
        else { return }
        let rule: Rule
        let fault: String
        if ProperCase.isAllCapitals(name) {
            (rule, fault) = (.nameCapitals, "is in capitals")
        } else if ProperCase.isAllSmall(name) {
            (rule, fault) = (.nameSmallLetters, "is in small letters")
        } else if scan.hasCapitalWord || scan.hasMixedWord {
            (rule, fault) = (.nameCapitals, "has capitals within a word")
        } else {
            (rule, fault) = (.nameSmallLetters, "has a word that begins with a small letter")
        }
        find(rule, .fullName, "“\(shown)” \(fault)", proposal: proposal)
    }
}

extension NameScan {
    /// Whether a character is a letter of Vietnamese or a sign of names.
    static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
        NameScan(String(scalar)).isVietnamese || scalar == " "
    }
}
