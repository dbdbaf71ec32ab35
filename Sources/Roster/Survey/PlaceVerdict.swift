import VietnameseText

/// What is wrong with a spelling of a hamlet or commune.
struct PlaceVerdict: Sendable {
    /// Why, for a finding.
    var reason: String
    /// The spelling to write instead.
    var proposal: Finding.Proposal?
    /// Which of the spellings that were judged together is meant, where one of them is.
    var meant: Int?
}

/// A spelling of a place and the rows that have it.
struct PlaceSpelling: Sendable {
    var name: PlaceName
    var rows: Int
}

/// How many pairs of names may still be compared.
///
/// A roster of a province needs some 100,000; of a column of other texts most would be near to none, and every one
/// would have to be compared with every other.
struct ComparisonBudget: Sendable {
    private var left = 1_000_000

    /// Takes a comparison; false where none is left.
    mutating func take() -> Bool {
        left -= 1
        return left >= 0
    }
}
