/// The commune and hamlet that a card's holder lives in, or that a poster hangs in; empty texts where the roster has none.
package struct Locality: Sendable, Hashable {
    /// The commune.
    package var commune: String
    /// The hamlet.
    package var hamlet: String

    /// Creates a locality.
    package init(commune: String = "", hamlet: String = "") {
        self.commune = commune
        self.hamlet = hamlet
    }
}
