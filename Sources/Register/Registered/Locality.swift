/// The commune and hamlet that a card's holder lives in, or that a poster hangs in; empty texts where the roster has none.
public struct Locality: Sendable, Hashable {
    /// The commune.
    public var commune: String
    /// The hamlet.
    public var hamlet: String

    /// Creates a locality.
    public init(commune: String = "", hamlet: String = "") {
        self.commune = commune
        self.hamlet = hamlet
    }
}
