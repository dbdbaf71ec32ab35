import ArgumentParser
import Messages

/// The language option, which commands take before and after their names.
///
/// ``LanguageChoice`` has looked at it already; this one refuses other languages, and stands in the help.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            en: "The language of messages; by itself the office's, or the system's.",
            vi: "Ngôn ngữ của thông báo; nếu không ghi thì theo cài đặt của cơ quan hoặc của máy.",
            value: Message(verbatim: "vi|en")))
    var choice: Language?
}
