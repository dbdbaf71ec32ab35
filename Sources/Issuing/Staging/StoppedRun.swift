public import Messages

/// Why a run ended early, and how far it had come: the same command goes on from there.
public struct StoppedRun: Failure {
    /// Files that are whole.
    public var files: Int
    /// Files that the run makes; nil where that was not yet known.
    public var total: Int?
    /// Whether the run is registered, so that only names are missing.
    public var isRegistered = false
    /// What ended it.
    public var cause: any Error

    /// What kind of failure it is.
    public var category: FailureCategory { FailureCategory(of: cause) }

    /// The message for a person.
    public var description: String {
        if isRegistered {
            return "\(cause). All is printed and registered: the same command gives the files their names"
        }
        let done = total.map { "\(files) of \($0) files" } ?? (files == 1 ? "1 file" : "\(files) files")
        return cause is CancellationError
            ? "stopped after \(done); nothing is printed yet: the same command goes on from there"
            : "\(cause). Nothing is printed yet; the same command goes on after \(done)"
    }
}
