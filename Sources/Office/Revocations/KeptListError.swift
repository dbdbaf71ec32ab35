package import Messages

/// Why a revocation list is not taken, or the one that is kept cannot be used.
package enum KeptListError: Failure, Equatable {
    /// A file is no revocation list that the keys vouch for.
    case notARevocationList(path: String, reason: String)
    /// The file beside the keys is no revocation list that they vouch for.
    case keptRevocationsFaulty(path: String, reason: String)
    /// A revocation list is older than the one that is kept; both by number and date.
    case olderRevocations(offered: String, kept: String)
    /// Two revocation lists that differ have one number.
    case otherRevocations(number: UInt64)
    /// A revocation list is of another unit than the one that is kept.
    case revocationsOfOtherUnit(offered: String, kept: String)

    package var category: FailureCategory {
        switch self {
        case .notARevocationList, .revocationsOfOtherUnit: .badInput
        case .keptRevocationsFaulty: .badConfiguration
        case .olderRevocations, .otherRevocations: .refused
        }
    }

    package var description: String {
        switch self {
        case .notARevocationList(let path, let reason): "\(path) is not taken: \(reason)"
        case .keptRevocationsFaulty(let path, let reason):
            "the revocation list \(path) cannot be used: \(reason). Nothing is verified without it: "
                + "import the office's newest list again with `mocban revocations import FILE`"
        case .olderRevocations(let offered, let kept):
            "the list is older than the one that is kept: it is \(offered), and the kept one is \(kept). "
                + "Nothing was changed: ask the office for its newest list"
        case .otherRevocations(let number):
            "the list has the number \(number), as the one that is kept has, and is not the same. "
                + "Nothing was changed: ask the office to export a new list"
        case .revocationsOfOtherUnit(let offered, let kept):
            "the list is the unit \(offered)'s, and the one that is kept is the unit \(kept)'s: "
                + "keep the keys of each unit in a folder of its own"
        }
    }
}
