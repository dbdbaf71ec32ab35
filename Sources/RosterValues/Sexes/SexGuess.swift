import VietnameseText

/// The sex that a cell means whose word is not one of those that are read.
package struct SexGuess: Equatable {
    package let sex: Sex
    /// Whether the word can mean nothing else: `Trai`, not `Nan`.
    package let isWord: Bool

    /// Takes a clean text: another word for the sex, or one letter away from Nam or Nữ, and from only one of them.
    package init?(_ text: String) {
        let letters = LatinFolding.folded(text).split { !$0.isLetter }.joined(separator: " ")
        if let sex = Self.words[letters] {
            (self.sex, isWord) = (sex, true)
            return
        }
        let isNearMale = Self.isOneAway(letters, from: "nam")
        guard letters.utf8.count > 1, isNearMale != Self.isOneAway(letters, from: "nu") else { return nil }
        (sex, isWord) = (isNearMale ? .male : .female, false)
    }

    private static func isOneAway(_ word: String, from other: String) -> Bool {
        EditDistance.upToTwo(Array(word.utf8), Array(other.utf8)).map { $0 < 2 } ?? false
    }

    private static let words: [String: Sex] = [
        "nam": .male, "male": .male, "m": .male, "nu": .female, "female": .female, "f": .female,
        "trai": .male, "con trai": .male, "nam gioi": .male, "gioi nam": .male, "dan ong": .male, "ong": .male,
        "anh": .male, "man": .male, "boy": .male, "mr": .male,
        "gai": .female, "con gai": .female, "nu gioi": .female, "gioi nu": .female, "dan ba": .female,
        "phu nu": .female, "ba": .female, "chi": .female, "woman": .female, "girl": .female, "mrs": .female,
        "ms": .female,
    ]
}
