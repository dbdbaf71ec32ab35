import Messages
import RosterValues

/// What is wrong with a spelling of a hamlet or commune.
struct LocalityFinding: Sendable {
    var reason: Message
    var proposal: Finding.Proposal?
    /// Which of the spellings that were judged together is meant, where one of them is.
    var meant: Int?
}

/// A spelling of a locality and the rows that have it.
struct LocalitySpelling: Sendable {
    var name: LocalityName
    var rows: Int
}

/// How many pairs of names may still be compared.
///
/// A roster of a province needs some 100,000; of a column of other texts most would be near to none, and every one
/// would have to be compared with every other.
struct ComparisonBudget: Sendable {
    private var left = 1_000_000

    /// The candidate whose name is nearest to a name, the first of equals; none where all are too far, or were not reached.
    mutating func nearest<Candidate>(
        to name: LocalityName, among candidates: some Sequence<Candidate>, by named: (Candidate) -> LocalityName
    ) -> Candidate? {
        var best: Candidate?
        var least = Int.max
        for candidate in candidates {
            guard least > 0, left > 0 else { break }
            left -= 1
            guard let distance = name.distance(to: named(candidate)), distance < least else { continue }
            (best, least) = (candidate, distance)
        }
        return best
    }
}
