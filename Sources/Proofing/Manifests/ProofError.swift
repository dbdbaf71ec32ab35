package import Files

/// Why printed files cannot be proved.
package enum ProofError: Failure, Equatable {
    /// A file is no manifest of a run; the line is nil for the whole.
    case faultyManifest(path: String, line: Int?, reason: String)

    /// What kind of failure it is.
    package var category: FailureCategory {
        .badInput
    }

    /// The message for a person.
    package var description: String {
        switch self {
        case .faultyManifest(let path, let line, let reason):
            "\(path)\(line.map { ", line \($0)," } ?? "") is no manifest: \(reason)"
        }
    }
}
