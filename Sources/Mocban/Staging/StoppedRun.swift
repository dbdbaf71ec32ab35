/// Why a run ended early, and how far it had come: the same command goes on from there.
public struct StoppedRun: Error, CustomStringConvertible {
    /// Files that are whole.
    public var files: Int
    /// Files that the run makes; nil where that was not yet known.
    public var total: Int?
    /// Whether the run is registered, so that only names are missing.
    public var isRegistered = false
    /// What ended it.
    public var cause: any Error

    /// The message for a person.
    public var description: String {
        if isRegistered {
            return "\(cause). All is printed and registered: the same command gives the files their names"
        }
        let count = files == 1 && total == nil ? "1 file" : "\(files)\(total.map { " of \($0)" } ?? "") files"
        guard cause is CancellationError else {
            return "\(cause). Nothing is printed yet, but \(count) are whole: the same command goes on from there"
        }
        return "stopped after \(count); nothing is printed yet: the same command goes on from there"
    }
}
