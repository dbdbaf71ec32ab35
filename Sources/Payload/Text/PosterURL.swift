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
        guard start.suffix(2).elementsEqual("/v".utf8), BaseURL(String(Substring(start.dropLast(2)))) != nil else {
            throw .wrongShape
        }
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
