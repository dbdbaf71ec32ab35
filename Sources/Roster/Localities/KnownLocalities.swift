/// The hamlets and communes that an office knows; empty lists say nothing.
package struct KnownLocalities: Equatable, Sendable {
    /// Names of hamlets.
    package var hamlets: [String]
    /// Names of communes.
    package var communes: [String]

    /// Makes a list.
    package init(hamlets: [String] = [], communes: [String] = []) {
        self.hamlets = hamlets
        self.communes = communes
    }
}
