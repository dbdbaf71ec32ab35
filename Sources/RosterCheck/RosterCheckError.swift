package import Messages

/// Why a roster cannot be mended.
package enum RosterCheckError: Failure, Equatable {
    /// A list of changes is not one that can be carried out.
    case faultyChanges(path: String, row: Int, reason: String)

    /// What kind of failure it is.
    package var category: FailureCategory { .badInput }

    /// The message for a person.
    package var description: String {
        switch self {
        case .faultyChanges(let path, let row, let reason): "\(path), row \(row): \(reason). Nothing was written"
        }
    }
}
