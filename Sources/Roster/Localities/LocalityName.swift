import VietnameseText

/// A hamlet's or commune's name taken apart for comparing it with others.
struct LocalityName: Sendable {
    let text: String
    /// The folded letters without spaces, numbers and the word for the kind of locality: `phole` for `Thôn Phò Lê 2`.
    let letters: [UInt8]
    /// Numbers, single letters and Roman numbers, which tell localities of one name apart: `2`.
    let marks: [String]
    /// Every letter that `letters` has, a bit each.
    let bag: UInt32
    /// The number of the name's ``ToneKey``.
    let key: UInt64
    /// The small letters with their accents, without spaces.
    let tight: String
    /// The name without the word for the kind of locality.
    let bare: String

    init(_ text: String) {
        self.text = text
        let words = Self.words(text)
        let kind = Self.kindWords(words)
        var letters: [UInt8] = []
        var marks: [String] = []
        for word in words[kind...] {
            if let mark = Self.mark(word) { marks.append(mark) } else { letters.append(contentsOf: word.folded.utf8) }
        }
        (self.letters, self.marks) = (letters, marks)
        bag = letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
        bare = words[kind...].map(\.text).joined(separator: " ")
        var buffer: [UInt8] = []
        key = ToneKey.hash(text, using: &buffer)
        tight = Self.tight(words)
    }

    /// The letters that differ where two names may be one with a letter or two mistaken (`Phước Thanh`, `Phước Thnah`).
    ///
    /// 0 where only accents do. Names with different numbers never are one; one letter in three may be wrong at most.
    func distance(to other: LocalityName) -> Int? {
        guard marks == other.marks else { return nil }
        if letters == other.letters { return 0 }
        let shorter = min(letters.count, other.letters.count)
        guard shorter >= 3, (bag ^ other.bag).nonzeroBitCount <= 4, max(letters.count, other.letters.count) <= 60
        else { return nil }
        guard let distance = EditDistance.upToTwo(letters, other.letters) else { return nil }
        return distance * 3 <= shorter ? distance : nil
    }

    private struct Word { var text, folded: String }

    /// Words at spaces, signs, and between letters and digits.
    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var word = String.UnicodeScalarView()
        var isNumber = false
        func end() {
            if !word.isEmpty { words.append(Word(text: String(word), folded: LatinFolding.folded(String(word)))) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let isDigit = (0x30...0x39).contains(scalar.value)
            if scalar.value < 0x80, !isDigit, !(0x61...0x7A).contains(scalar.value | 0x20) {
                end()
                continue
            }
            if isDigit != isNumber { end() }
            isNumber = isDigit
            word.append(scalar)
        }
        end()
        return words
    }

    /// How many of the first words say what kind of locality it is; never all of them.
    private static func kindWords(_ words: [Word]) -> Int {
        for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
            let head = words[..<count].map(\.folded).joined(separator: " ")
            // Without its accents a short word may be a name.
            let spelt = words[..<count].map { $0.text.lowercased() }.joined(separator: " ")
            if kinds.contains(head) || kindsSpelt.contains(spelt) { return count }
        }
        return 0
    }

    /// The words put together, but for numbers one after another.
    private static func tight(_ words: [Word]) -> String {
        var tight = ""
        var follows = false
        for word in words {
            let isNumber = word.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            if isNumber, follows { tight += " " }
            tight += word.text.lowercased()
            follows = isNumber
        }
        return tight
    }

    private static func mark(_ word: Word) -> String? {
        if word.folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            let number = word.folded.drop { $0 == "0" }
            return number.isEmpty ? "0" : String(number)
        }
        if word.folded.utf8.count == 1 { return word.folded }
        return word.text.utf8.allSatisfy { "IVX".utf8.contains($0) } ? word.folded : nil
    }

    private static let kinds: Set<String> = [
        "thon", "xom", "tdp", "to dan pho", "khu pho", "khu dan cu", "kdc", "phuong", "thi tran",
    ]
    private static let kindsSpelt: Set<String> = ["ấp", "bản", "làng", "tổ", "xã", "tt"]
}
