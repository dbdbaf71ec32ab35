/// Where an office's check-in page is: `http://` or `https://`, a host and perhaps a path, such as
/// `https://quangdien.example/mocban`.
public struct BaseURL: Sendable, Hashable, LosslessStringConvertible {
    /// The address without a final slash.
    public let description: String
    /// The host in the words that a poster prints, without scheme, port and path.
    public let host: String

    /// Reads an address and drops final slashes.
    ///
    /// `nil` where it is not http or https, or has a user, a query, a fragment, a character that a URL does not have, or
    /// no host.
    public init?(_ description: String) {
        var address = description.utf8[...]
        while address.last == UInt8(ascii: "/") { address.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: { address.starts(with: $0.utf8) }) else { return nil }
        let rest = address.dropFirst(scheme.utf8.count)
        guard rest.allSatisfy(Self.isAllowed) else { return nil }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
        guard !host.isEmpty else { return nil }
        self.description = String(Substring(address))
        self.host = String(Substring(host))
    }

    /// Letters, digits and the marks that hosts, ports and paths need (RFC 3986 section 2.3, with `/`, `:` and `%`).
    private static func isAllowed(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
