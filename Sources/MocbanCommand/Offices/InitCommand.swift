import Files
import ArgumentParser
import Mocban
import Payload

struct InitCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an office: a folder with settings and fresh keys.",
        discussion: "Keep keyring.jwks secret and keep a copy of it: whoever has it can issue cards of this office.")

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "DIR")) var folder: String
    @Option(help: ArgumentHelp("The unit's code, such as 19897.", valueName: "CODE")) var unit: UInt64?
    @Option(help: ArgumentHelp("The office's name as cards print it.", valueName: "NAME")) var name: String?
    @Option(help: ArgumentHelp("The body above the office, printed over its name.", valueName: "NAME")) var parent = ""
    @Option(help: ArgumentHelp("The telephone number for questions.", valueName: "NUMBER")) var hotline = ""
    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("The check-in page that posters lead to, such as https://tcs.example.vn.", valueName: "URL"))
    var baseURL: BaseURL?

    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var office: String
        var unit: UInt64
        var settings, keyring, register: String
        var keys: [String]
    }

    func validate() throws {
        guard unit ?? 0 <= UInt64(Int.max) else { throw ValidationError("--unit is too large") }
        guard name.map({ !$0.isEmpty }) ?? true else { throw ValidationError("--name is empty") }
    }

    func answer() async throws {
        let configuration = OfficeConfiguration(
            unit: UnitCode(rawValue: unit ?? 0), name: name ?? "Ủy ban nhân dân xã", parent: parent, hotline: hotline,
            baseURL: baseURL)
        var random = KeyNumbers(folder)
        let office = try Office.create(folder: folder, configuration: configuration, clock: .now(), using: &random)
        if json {
            try say(
                json: Answer(
                    office: folder, unit: configuration.unit.rawValue, settings: folder + "/mocban.yaml",
                    keyring: folder + "/keyring.jwks", register: folder + "/register.sqlite",
                    keys: office.keyring().keys.map(\.id.description)))
        } else {
            try say("\(folder) is an office now: settings in \(folder)/mocban.yaml, keys in \(folder)/keyring.jwks")
        }
        if unit == nil {
            note("no --unit was given: keys and cards are of unit 0; to change that, make the office anew")
        }
        if name == nil { note("no --name was given: set it in \(folder)/mocban.yaml before you print") }
    }
}
