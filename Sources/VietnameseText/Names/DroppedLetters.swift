/// A name that lost its letters with accents, as where a scanner types on a keyboard that has none: Nguyn Th Hng.
package enum DroppedLetters {
    /// Whether a name has words that are left of Vietnamese ones without their letters with accents.
    ///
    /// Such words have no vowel, or are what is left of a family name. One alone may be a foreigner's (Ng, Mr): two are needed, or one
    /// that is none of theirs.
    package static func isLikely(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        let words = name.split(separator: " ").map { $0.lowercased() }
        guard words.count > 1, words.allSatisfy({ $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }) else {
            return false
        }
        let left = words.filter {
            families.contains($0) || $0.utf8.count > 1 && !$0.utf8.contains { "aeiouy".utf8.contains($0) }
        }
        return left.count > 1 || left.first.map { !foreign.contains($0) } ?? false
    }

    /// What is left of Nguyễn and Huỳnh.
    private static let families: Set<String> = ["nguyn", "hunh"]
    /// Words without a vowel that are names, titles or initials elsewhere.
    private static let foreign: Set<String> = [
        "ng", "mr", "mrs", "ms", "dr", "st", "jr", "sr", "md", "kr", "vlk", "srb", "krk", "ngl", "hlm", "bk", "mc",
        "hl", "hm",
        "ts", "th", "ks", "gs", "cn", "bs", "nb", "mk", "tk", "jp", "dj", "jj", "aj", "cj", "tj", "kj", "pj", "rj",
        "bj", "ngh",
    ]
}
