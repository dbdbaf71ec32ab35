import ArgumentParser
import Messages

// ArgumentParser takes texts, in one language: that of the process.

extension CommandConfiguration {
    init(
        commandName: String, abstract: Message, discussion: Message? = nil, version: String = "",
        subcommands: [any ParsableCommand.Type] = []
    ) {
        self.init(
            commandName: commandName, abstract: abstract.text, discussion: discussion?.text ?? "", version: version,
            subcommands: subcommands)
    }
}

extension ArgumentHelp {
    init(en english: String, vi vietnamese: String, discussion: Message? = nil, value: Message? = nil) {
        self.init(
            Message(en: english, vi: vietnamese).text, discussion: discussion?.text ?? "", valueName: value?.text)
    }

    /// Of the flag that every command has which answers.
    static var json: ArgumentHelp { ArgumentHelp(en: "Answer as JSON.", vi: "Trả lời bằng JSON.") }
}

extension ValidationError {
    init(en english: String, vi vietnamese: String) { self.init(Message(en: english, vi: vietnamese).text) }
}

/// What stands for an argument's value in help.
extension Message {
    static let file = Message(en: "FILE", vi: "TỆP")
    static let folder = Message(en: "DIR", vi: "THƯ_MỤC")
    static let name = Message(en: "NAME", vi: "TÊN")
    static let code = Message(en: "CODE", vi: "MÃ")
    static let time = Message(en: "TIME", vi: "LÚC")
    static let number = Message(en: "N", vi: "SỐ")
    static let words = Message(en: "TEXT", vi: "CHỮ")
    static let serial = Message(en: "SERIAL", vi: "SỐ_THẺ")
    static let key = Message(en: "KID", vi: "MÃ_KHÓA")
    static let run = Message(en: "ID", vi: "SỐ_ĐỢT")
}
