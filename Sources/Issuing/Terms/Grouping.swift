/// Where cards are put together in one file.
public enum Grouping: String, CaseIterable, Sendable {
    /// A file for each hamlet, its households together.
    case hamlet
    /// A file for each household.
    case household
    /// One file, in the roster's order.
    case none
}
