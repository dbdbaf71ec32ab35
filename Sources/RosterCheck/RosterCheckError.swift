package import Messages

/// Why a roster cannot be mended.
package enum RosterCheckError: Failure, Equatable {
    /// A list of changes is not one that can be carried out.
    case faultyChanges(path: String, row: Int, reason: Message)

    /// What kind of failure it is.
    package var category: FailureCategory { .badInput }

    package var message: Message {
        switch self {
        case .faultyChanges(let path, let row, let reason):
            Message(
                en: "\(path), row \(row): \(reason.english). Nothing was written",
                vi: "\(path), dòng \(row): \(reason.vietnamese). Chưa ghi gì")
        }
    }
}
