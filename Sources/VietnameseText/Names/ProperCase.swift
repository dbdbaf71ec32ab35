/// Names as they are written: a capital at the beginning of each word.
package enum ProperCase {
    /// The name as names are written: Nguyễn Thị Hòa for `NGUYỄN THỊ HÒA`, H'Mông for `H'MÔNG`.
    ///
    /// A word begins after everything that is no letter. Nil where the name has capitals and small letters both, or has one
    /// letter alone, and so is left as it is.
    package static func name(_ text: String) -> String? {
        guard isOfOneCase(text) else { return nil }
        var result = String.UnicodeScalarView()
        var isInWord = false
        for scalar in text.unicodeScalars {
            if LatinLetter.isCombiningMark(scalar.value) {
                result.append(scalar)
            } else if isCapital(scalar.value) == nil {
                result.append(scalar)
                isInWord = scalar.properties.isAlphabetic
            } else {
                append(scalar, asCapital: !isInWord, to: &result)
                isInWord = true
            }
        }
        return String(result)
    }

    /// Whether all letters are capitals, or all are small, and there are two at least.
    private static func isOfOneCase(_ text: String) -> Bool {
        var capitals = 0, smalls = 0
        for scalar in text.unicodeScalars {
            guard let isCapital = isCapital(scalar.value) else { continue }
            if isCapital { capitals += 1 } else { smalls += 1 }
            // Most names leave here, at their second letter.
            if capitals > 0, smalls > 0 { return false }
        }
        return capitals + smalls > 1
    }

    /// Whether a letter is a capital or a small one; nil for all that has no case.
    private static func isCapital(_ value: UInt32) -> Bool? {
        if value < 0x80 {
            let small = value | 0x20
            return small >= 0x61 && small <= 0x7A ? value != small : nil
        }
        if let vowel = MarkedVowel(value) { return vowel.isCapital }
        guard let properties = Unicode.Scalar(value)?.properties else { return nil }
        return properties.isUppercase ? true : properties.isLowercase ? false : nil
    }

    private static func append(_ scalar: Unicode.Scalar, asCapital: Bool, to text: inout String.UnicodeScalarView) {
        if scalar.isASCII {
            let small = scalar.value | 0x20
            text.append(Unicode.Scalar(UInt8(truncatingIfNeeded: asCapital ? small & 0x5F : small)))
            return
        }
        if let vowel = MarkedVowel(scalar.value) {
            let cased = asCapital ? vowel.capital : vowel.small
            text.append(Unicode.Scalar(UInt16(cased.scalar)) ?? scalar)
            return
        }
        let properties = scalar.properties
        text.append(contentsOf: (asCapital ? properties.titlecaseMapping : properties.lowercaseMapping).unicodeScalars)
    }
}
