import VietnameseText

/// The numbers of a text that may be a date, and what stands between them.
package struct DateParts {
    /// The numbers in their order; a month's name counts as its number.
    private(set) var numbers: [Number] = []
    /// The signs between the numbers, one each where the text has no words and no sign more.
    private(set) var signs: [UInt8] = []
    /// Whether there is a word such as `ngày` or `tháng`.
    private(set) var hasWords = false
    /// The index of the month among the numbers, where its name is given.
    private(set) var namedMonth: Int?

    package struct Number: Equatable { var value, digits: Int }

    /// Takes a clean text apart; nothing where it has other words than those of dates, or other letters than Latin ones.
    package init?(_ text: String) {
        var word: [UInt8] = []
        var isInNumber = false
        for byte in LatinFolding.folded(text).utf8 {
            if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
                word.append(byte)
                isInNumber = false
                continue
            }
            guard take(&word) else { return nil }
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                if !isInNumber { numbers.append(Number(value: 0, digits: 0)) }
                isInNumber = true
                let last = numbers.count - 1
                guard numbers[last].digits < 9 else { return nil }
                numbers[last].value = numbers[last].value * 10 + Int(byte - UInt8(ascii: "0"))
                numbers[last].digits += 1
            } else {
                guard Self.between.contains(byte) else { return nil }
                signs.append(byte)
                isInNumber = false
            }
        }
        guard take(&word) else { return nil }
    }

    /// Whether the text is numbers with the same sign between every two, as in `05/03/1980`.
    package func isPlain(_ allowed: String) -> Bool {
        guard !hasWords, namedMonth == nil, signs.count == numbers.count - 1, let sign = signs.first else {
            return false
        }
        return allowed.utf8.contains(sign) && signs.allSatisfy { $0 == sign }
    }

    private mutating func take(_ word: inout [UInt8]) -> Bool {
        guard !word.isEmpty else { return true }
        let text = String(decoding: word, as: UTF8.self)
        word = []
        if Self.words.contains(text) {
            hasWords = true
            return true
        }
        guard let month = Self.months.firstIndex(where: { $0 == text || $0.prefix(3) == text }) else { return false }
        namedMonth = numbers.count
        numbers.append(Number(value: month + 1, digits: 2))
        return true
    }

    private static let between = Set(" /-.,\\_()?:;".utf8)
    private static let words: Set<String> = ["ngay", "thang", "nam", "sinh", "sn", "ns", "mung", "mong", "born", "on"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
