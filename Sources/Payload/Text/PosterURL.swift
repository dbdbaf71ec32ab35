/// The text on a poster: `<base URL>/v/<base64url of the message, unpadded>`.
public enum PosterURL {
    package static func encode(_ message: [UInt8], base: BaseURL) -> String { "\(base)/v/\(Base64URL.encode(message))" }

    /// The message of an address at any office; a query or fragment is refused.
    package static func decode(_ text: String) throws(PayloadError) -> [UInt8] {
        let utf8 = text.utf8
        guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { throw .wrongAddress }
        let start = utf8[..<slash]
        let encoded = utf8[utf8.index(after: slash)...]
        guard start.suffix(2).elementsEqual("/v".utf8), !encoded.isEmpty,
            BaseURL(String(Substring(start.dropLast(2)))) != nil
        else { throw .wrongAddress }
        guard let message = Base64URL.decode(encoded) else { throw .notBase64URL }
        return message
    }
}
