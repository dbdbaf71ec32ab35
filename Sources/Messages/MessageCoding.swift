extension CodingUserInfoKey {
    /// The ``Language`` that an encoder writes messages in, for people alone.
    public static let messageLanguage = CodingUserInfoKey(rawValue: "mocban.language").known
}

extension CodingUserInfoKey? {
    /// The key, of a name that is never refused.
    fileprivate var known: CodingUserInfoKey {
        guard let self else { preconditionFailure("every name is a key") }
        return self
    }
}

extension Message: Codable {
    private enum CodingKeys: String, CodingKey { case english = "en", vietnamese = "vi" }

    /// Writes the text in the language that the encoder was told, ``CodingUserInfoKey/messageLanguage``, else both.
    public func encode(to encoder: any Encoder) throws {
        if let language = encoder.userInfo[.messageLanguage] as? Language {
            var value = encoder.singleValueContainer()
            return try value.encode(text(in: language))
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(english, forKey: .english)
        try values.encode(vietnamese, forKey: .vietnamese)
    }

    /// Reads both texts, or one that is all there is.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(verbatim: text)
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            en: try values.decode(String.self, forKey: .english),
            vi: try values.decode(String.self, forKey: .vietnamese))
    }
}
