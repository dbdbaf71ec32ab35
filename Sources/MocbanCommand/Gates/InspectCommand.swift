import ArgumentParser
import Mocban

struct InspectCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what a text claims, without checking its signature.")

    // Every command takes an office; this one needs nothing of it.
    @OptionGroup var office: OfficeOption
    @Argument(help: "The text as scanned.") var text: String
    @Flag(help: "Answer as JSON.") var json = false

    func answer() async throws {
        let answer = try UnverifiedAnswer(text)
        let lines = answer.rows.map { "\($0.name.padded(to: 10)) \($0.value)" }
        try say(["NOT VERIFIED: anybody can write this."] + lines, answer, json: json)
    }
}
