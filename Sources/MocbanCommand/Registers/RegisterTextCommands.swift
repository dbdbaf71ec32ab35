import Files
import ArgumentParser
import Mocban
import Register
import RegisterExchange

struct ExportRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything that the register keeps as text (JSON Lines).",
        discussion: "docs/register.md describes the lines. Keep the file as safe as the register.")

    @Argument(help: ArgumentHelp("The file to write; an older one is replaced.", valueName: "FILE")) var file: String
    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var file: String
        var lines: Int
    }

    func answer() async throws {
        let lines = try Office(folder: office.folder).exportRegister(to: file)
        if json { return try say(json: Answer(file: file, lines: lines)) }
        note("\(file) has the register in \(counted(lines, "line"))")
    }
}

struct ImportRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make the register of an export that goes on where the register ends.",
        discussion: """
            The export's log is checked with the office's key. An export that is older than the register, or that differs \
            from it, is refused.
            """)

    @Argument(help: ArgumentHelp("The file, from `mocban register export`.", valueName: "FILE")) var file: String
    @OptionGroup var office: WritableOffice
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var entries, gained: Int
    }

    func answer() async throws {
        let outcome = try await office.held(by: "register import") { [file] in
            try $0.importRegister(from: file, lock: $1)
        }
        if json { return try say(json: Answer(entries: outcome.entries, gained: outcome.gained)) }
        let size = counted(outcome.entries, "entry", "entries")
        try say(
            outcome.gained == 0
                ? "the register is the same as \(file) already, with \(size); nothing was changed"
                : "the register is that of \(file) now, with \(size), \(outcome.gained) of them new")
    }
}
