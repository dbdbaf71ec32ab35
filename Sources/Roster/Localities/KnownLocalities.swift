/// The hamlets and communes that an office knows; empty lists say nothing.
public struct KnownLocalities: Equatable, Sendable {
    /// Names of hamlets.
    public var hamlets: [String]
    /// Names of communes.
    public var communes: [String]

    /// Makes a list.
    public init(hamlets: [String] = [], communes: [String] = []) {
        self.hamlets = hamlets
        self.communes = communes
    }
}
