/// What a middle name tells of the sex: Thị of a woman, Văn after the family name of a man.
package enum NameHint {
    /// The word of a clean name that speaks against a sex; nothing for most names.
    package static func word(in name: String, against sex: Sex) -> String? {
        let bytes = name.utf8Span.span
        let count = bytes.count
        var index = 0
        while index < count, bytes[index] != 0x20 { index += 1 }
        var isSecond = true
        while index < count {
            let start = index + 1
            index = start
            while index < count, bytes[index] != 0x20 { index += 1 }
            // The last word is the given name.
            guard index < count else { return nil }
            switch sex {
            case .male where isThi(bytes.extracting(start..<index)): return "Thị"
            case .female where isSecond && isVan(bytes.extracting(start..<index)): return "Văn"
            default: isSecond = false
            }
        }
        return nil
    }

    /// Whether a word is Thị in any case; ị is E1 BB 8B, Ị E1 BB 8A.
    private static func isThi(_ word: Span<UInt8>) -> Bool {
        word.count == 5 && word[0] | 0x20 == UInt8(ascii: "t") && word[1] | 0x20 == UInt8(ascii: "h") && word[2] == 0xE1
            && word[3] == 0xBB && word[4] | 1 == 0x8B
    }

    /// Whether a word is Văn in any case; ă is C4 83, Ă C4 82.
    private static func isVan(_ word: Span<UInt8>) -> Bool {
        word.count == 4 && word[0] | 0x20 == UInt8(ascii: "v") && word[1] == 0xC4 && word[2] | 1 == 0x83
            && word[3] | 0x20 == UInt8(ascii: "n")
    }
}
