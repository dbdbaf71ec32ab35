/// A byte that is a capital with a tone in TCVN 5712 and a quotation mark or dash in files of Windows programs.
struct DoubtfulLetter {
    /// The offset of the letter in the text's UTF-8.
    let offset: Int
    let byte: UInt8

    /// The text in which a doubtful letter stays only within a syllable of capitals: `NGỌC` but `“HÒA”`.
    static func settled(_ doubts: [DoubtfulLetter], in text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var signs: [Int: Unicode.Scalar] = [:]
        var offset = 0, next = 0
        for (index, scalar) in scalars.enumerated() {
            if next < doubts.count, doubts[next].offset == offset {
                signs[index] = Unicode.Scalar(Windows1252.scalar(of: doubts[next].byte))
                next += 1
            }
            offset += UTF8.width(scalar)
        }
        var result = String.UnicodeScalarView()
        var start = 0
        while start < scalars.count {
            var cases = LetterCases.Word()
            var end = start
            while end < scalars.count, cases.take(scalars[end].value, vowel: MarkedVowel(scalars[end].value)) {
                end += 1
            }
            let isCapital = cases.smalls == 0 && cases.capitals > 1
            let areLetters = isCapital && VietnameseSyllable.isSyllable(scalars[start..<end])
            for index in start..<end { result.append(areLetters ? scalars[index] : signs[index] ?? scalars[index]) }
            if end < scalars.count { result.append(scalars[end]) }
            start = end + 1
        }
        return String(result)
    }
}
