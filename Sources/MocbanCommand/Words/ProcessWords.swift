import CommandWords
import Foundation
import Messages
import Office

/// The language in which this process tells people everything; found once, when it is first asked for.
let language = LanguageChoice(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment,
    office: Office.languageOfOffice(in:)
).language

/// Whether this process answers as JSON, also where it is used wrongly.
let isJSONAsked = CommandLine.arguments.dropFirst().map(\.self).options.contains("--json")

extension Message {
    /// The text in this process's language.
    var text: String { text(in: language) }
}

/// A number with its noun in English: `1 row`, `2 rows`; Vietnamese has no plural.
func counted(_ count: Int, _ noun: String, _ nouns: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(nouns ?? noun + "s")"
}

/// A number with its noun and its verb in English: `1 row is`, `2 rows are`.
func counted(_ count: Int, _ noun: String, verb one: String, _ many: String) -> String {
    counted(count, noun) + " " + (count == 1 ? one : many)
}
