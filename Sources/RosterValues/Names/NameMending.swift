package import VietnameseText

/// What to write in place of a name that breaks a rule.
package enum NameMending {
    /// A name for a text that is none; nothing where no good name is to be seen in it.
    ///
    /// Letters that look like Latin ones, and dashes and apostrophes of another kind, are certain; a number behind a name,
    /// which tells people of one name apart, is not.
    package static func proposal(for text: String) -> Finding.Proposal? {
        let latin = LookAlike.latin(text) ?? text
        let mended = String(String.UnicodeScalarView(latin.unicodeScalars.map { signs[$0] ?? $0 }))
        if PersonName.isGood(mended) { return Finding.Proposal(settled(mended), isCertain: true) }
        if let meant = TypingKeys.name(mended) { return Finding.Proposal(meant, isCertain: false) }
        let words = mended.split(separator: " ")
        guard let last = words.last, last.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return nil }
        let name = words.dropLast().joined(separator: " ")
        return PersonName.isGood(name) ? Finding.Proposal(name, isCertain: false) : nil
    }

    /// A name with the words written properly that have capitals where none belong or begin with a small letter.
    ///
    /// Certain where the whole name is in capitals or small letters, or all its words are Vietnamese. Nothing for a name
    /// that is written properly, or as names of other languages are, as in McDonald.
    package static func properlyCased(_ name: String, _ scan: NameScan) -> Finding.Proposal? {
        let isOneCase = scan.smalls == 0 || scan.capitals == 0
        if isOneCase, !scan.hasRomanWord, let proper = ProperCase.name(name) {
            return Finding.Proposal(proper, isCertain: true)
        }
        let words = name.split(separator: " ").map(String.init)
        if let proper = ProperCase.name(name) {
            let parts = zip(words, proper.split(separator: " ")).map { isRoman($0) ? $0 : String($1) }
            return parts == words ? nil : Finding.Proposal(parts.joined(separator: " "), isCertain: true)
        }
        let proper = words.map { properlyCased(word: $0) }.joined(separator: " ")
        return proper == name ? nil : Finding.Proposal(proper, isCertain: GarbledName.areSyllables(proper))
    }

    /// Whether a word is a number such as II, and not a name such as VI.
    private static func isRoman(_ word: String) -> Bool {
        word.utf8.count > 1 && word.allSatisfy { "IVX".contains($0) } && !GarbledName.areSyllables(word)
    }

    private static func properlyCased(word: String) -> String {
        let scan = NameScan(word)
        guard scan.isCaseUnusual else { return word }
        let small = GarbledName.areSyllables(word) ? word.lowercased() : word
        return ProperCase.name(small) ?? (scan.hasSmallWord ? small.prefix(1).uppercased() + small.dropFirst() : word)
    }

    /// A good name with all that is certain in its capitals and small letters.
    package static func settled(_ name: String) -> String {
        let scan = NameScan(name)
        guard scan.isCaseUnusual, let proposal = properlyCased(name, scan), proposal.isCertain else { return name }
        return proposal.text
    }

    /// Signs that are typed for those of names.
    private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
        "`": "'", "\u{B4}": "'", "\u{2018}": "\u{2019}", "\u{2032}": "'", "\u{2BC}": "\u{2019}",
    ]
}
