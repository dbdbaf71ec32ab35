/// Capitals for letters with tones that a TCVN3 font could only write small: `NGUYễN` becomes NGUYỄN.
package enum CapitalRepair {
    /// The text with its letters with tones as capitals where the other letters tell so.
    ///
    /// A word of two capitals or more takes capitals (`THị HOà`); a word of one capital does so only where the text has
    /// such a word and no other small letter (`NGUYễN THị Lý`); a word that begins with a small letter with a tone takes
    /// a capital where all other words have one (`Trần Thị ánh`).
    package static func repaired(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let words = LetterCases.words(of: scalars)
        let isCapitalText =
            !words.contains { $0.cases.smalls > 0 }
            && words.contains { word in
                word.cases.capitals >= 2
                    && (word.cases.tonedSmalls > 0 || VietnameseSyllable.isSyllable(scalars[word.range]))
            }
        let lowWords = words.count { !scalars[$0.range.lowerBound].isVietnameseCapital }
        for word in words where word.cases.tonedSmalls > 0 {
            if isCapitalText || word.cases.smalls == 0 && word.cases.capitals >= 2 {
                for index in word.range { capitalise(&scalars[index]) }
            } else if word.cases.hasLowInitial, word.cases.capitals == 0, words.count > 1, lowWords == 1,
                // "Live at", which addresses and headings write small.
                !scalars[word.range].elementsEqual(["ở"])
            {
                capitalise(&scalars[word.range.lowerBound])
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func capitalise(_ scalar: inout Unicode.Scalar) {
        guard let capital = MarkedVowel(scalar.value)?.capital else { return }
        scalar = Unicode.Scalar(UInt16(capital.scalar)) ?? scalar
    }
}
