/// The text on a poster: `<base URL>/v/<base64url of the message, unpadded>`.
public enum PosterURL {
    /// Why a text is not a poster's address with a message.
    public enum DecodingError: Error, Sendable, Hashable {
        /// The text is not `http://` or `https://`, a host and a path that ends with `/v/` and the message.
        case wrongShape
        /// The last path component is not the unpadded base64url of any bytes.
        case notBase64URL
    }

    /// The text of a message at an office.
    package static func encode(_ message: [UInt8], base: BaseURL) -> String {
        "\(base)/v/\(Base64URL.encode(message))"
    }

    /// The message of an address at any office; a query or fragment is refused.
    package static func decode(_ text: String) throws(DecodingError) -> [UInt8] {
        let utf8 = text.utf8
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { throw .wrongShape }
        let start = utf8[..<slash]
        guard start.hasSuffix("/v"), BaseURL(String(Substring(start.dropLast(2)))) != nil else { throw .wrongShape }
        let encoded = utf8[utf8.index(after: slash)...]
        guard !encoded.isEmpty else { throw .wrongShape }
        do {
            return try Base64URL.decode(encoded)
        } catch {
            throw .notBase64URL
        }
    }
}

extension PosterURL.DecodingError: CustomStringConvertible {
    /// The fault in words.
    public var description: String {
        switch self {
        case .wrongShape: "the address does not end with /v/ and a message"
        case .notBase64URL: "the last part of the address is cut short or mistyped"
        }
    }
}

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
        var address = Substring(description)
        while address.utf8.last == UInt8(ascii: "/") {
            address.removeLast()
        }
        guard let scheme = ["https://", "http://"].first(where: { address.utf8.hasPrefix($0) }) else { return nil }
        let rest = address.utf8.dropFirst(scheme.utf8.count)
        guard rest.allSatisfy(Self.isAllowed) else { return nil }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
        guard !host.isEmpty else { return nil }
        self.description = String(address)
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
        default:
            false
        }
    }
}

extension Substring.UTF8View {
    fileprivate func hasPrefix(_ prefix: String) -> Bool { starts(with: prefix.utf8) }

    fileprivate func hasSuffix(_ suffix: String) -> Bool { self.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
}
