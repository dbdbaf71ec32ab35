/// The place that a card's holder lives at, or that a poster hangs at; empty texts where the roster has none.
public struct Place: Sendable, Hashable {
    /// The commune.
    public var commune: String
    /// The hamlet.
    public var hamlet: String

    /// Creates a place.
    public init(commune: String = "", hamlet: String = "") {
        self.commune = commune
        self.hamlet = hamlet
    }
}
