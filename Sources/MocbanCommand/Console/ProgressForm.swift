import ArgumentParser

/// How a run shows how far it is.
enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
    /// A line that is written over, on a terminal alone.
    case bar
    /// A JSON object a line, for programs.
    case json
    /// Not at all.
    case none
}
