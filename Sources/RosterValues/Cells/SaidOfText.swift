package import Messages
import VietnameseText

extension Shown {
    /// A text between quotation marks, as a message shows it.
    package static func quoted(_ value: String) -> String { "“\(text(value))”" }
}

extension String {
    /// What is said of a text that stands in front, in both languages.
    package func said(en: String, vi: String) -> Message { Message(en: "\(self) \(en)", vi: "\(self) \(vi)") }
}

extension Message {
    package static func tooLong(_ count: Int, longest: Int) -> Message {
        Message(en: "has \(count) characters, at most \(longest) fit", vi: "có \(count) ký tự, chỉ vừa \(longest)")
    }
}
