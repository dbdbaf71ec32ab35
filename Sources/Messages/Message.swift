/// What a person is told, in both languages; a language that is missing does not compile.
///
/// Names, paths, codes and figures in it are the same in both.
public struct Message: Hashable, Sendable {
    /// The text in English.
    public let english: String
    /// The text in Vietnamese.
    public let vietnamese: String

    /// A message of its two texts.
    public init(en english: String, vi vietnamese: String) { (self.english, self.vietnamese) = (english, vietnamese) }

    /// A text that is the same in every language, such as a name or what a library of the system says.
    public init(verbatim text: String) { self.init(en: text, vi: text) }

    /// What an error says: its own message, or what Foundation has of it.
    public init(of error: any Error) {
        self = (error as? any Failure)?.message ?? Message(verbatim: "\(error)")
    }

    /// The text in a language.
    public func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .vietnamese: vietnamese
        }
    }
}

extension Message {
    /// One message after the other, with a text between them.
    public static func joined(_ messages: some Sequence<Message>, by separator: String = "") -> Message {
        Message(
            en: messages.map(\.english).joined(separator: separator),
            vi: messages.map(\.vietnamese).joined(separator: separator))
    }

    /// The message behind what it is about: a file, a row, a column.
    public func prefixed(_ subject: String) -> Message {
        Message(en: "\(subject): \(english)", vi: "\(subject): \(vietnamese)")
    }
}
