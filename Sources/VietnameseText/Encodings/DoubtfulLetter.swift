/// A byte that is a capital with a tone in TCVN 5712 and a quotation mark or dash in files of Windows programs.
struct DoubtfulLetter {
    /// The offset of the letter in the text's UTF-8.
    let offset: Int
    let byte: UInt8

    /// The text in which a doubtful letter stays only within a syllable of capitals: `NGỌC` but `“HÒA”`.
    static func settled(_ doubts: [DoubtfulLetter], in text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        var signs: [Int: Unicode.Scalar] = [:]
        var offset = 0, next = 0
        for (index, scalar) in scalars.enumerated() {
            if next < doubts.count, doubts[next].offset == offset {
                signs[index] = Unicode.Scalar(Windows1252.scalar(of: doubts[next].byte))
                next += 1
            }
            offset += UTF8.width(scalar)
        }
        for (range, cases) in LetterCases.words(of: scalars) {
            let isCapital = cases.smalls == 0 && cases.capitals > 1
            if isCapital, VietnameseSyllable.isSyllable(scalars[range]) { continue }
            for index in range { scalars[index] = signs[index] ?? scalars[index] }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
