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
        // A lone word of capitals, or Y alone, is told from a name in capitals by its small letters.
        if ProperCase.isAllCapitals(name) || !ProperCase.isAllSmall(name) && scan.hasCapitalWord {
            let proposal = NameMending.properlyCased(name)
            let part = ProperCase.isAllCapitals(name) ? "is in capitals" : "has a word in capitals"
            if proposal != nil { find(.nameCapitals, .fullName, "“\(shown)” \(part)", proposal: proposal) }
        } else if scan.hasSmallWord {
            let proposal = NameMending.properlyCased(name)
            let part =
                ProperCase.isAllSmall(name) ? "is in small letters" : "has a word that begins with a small letter"
            if proposal != nil { find(.nameSmallLetters, .fullName, "“\(shown)” \(part)", proposal: proposal) }
        }
    }
}

extension NameScan {
    /// Whether a character is a letter of Vietnamese or a sign of names.
    static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
        NameScan(String(scalar)).isVietnamese || scalar == " "
    }
}
