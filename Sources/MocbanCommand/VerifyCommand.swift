import ArgumentParser
import Foundation
import Mocban
import Payload

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say whether scanned texts or pictures of codes are valid.",
        discussion: """
            With `-` it reads a line at a time, as a scanner types it, and answers each at once. Works without a network.

            Verdicts: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")). \
            Exit status 0 when all are valid, else 1.
            """)

    @OptionGroup var office: OfficeOption
    @Argument(help: ArgumentHelp("Texts as scanned, or - for lines of standard input.", valueName: "TEXT")) var texts:
        [String] = []
    @Option(
        name: .customLong("image"), parsing: .upToNextOption,
        help: ArgumentHelp("PNG or JPEG pictures; every code in them is verified.", valueName: "FILE")) var images:
        [String] =
            []
    @Option(help: ArgumentHelp("An exported keyring, instead of the office's.", valueName: "FILE")) var keys: String?
    @Option(help: ArgumentHelp("Verify as of this time instead of now.", valueName: "TIME")) var at: Timestamp?
    @Flag(help: "Answer as JSON: one object, a list for several inputs, an object a line with `-`.") var json = false

    func validate() throws {
        guard !texts.isEmpty || !images.isEmpty else { throw ValidationError("Give a text, - or --image FILE.") }
        guard !texts.contains("-") || (texts.count == 1 && images.isEmpty) else {
            throw ValidationError("- stands alone: it reads texts from standard input.")
        }
    }

    func run() async throws {
        try await answering {
            let gate = Gate(keyring: try keyring())
            if texts == ["-"] { return try answerLines(gate) }
            var answers = texts.map { gate.answer($0, at: at ?? .now()) }
            for image in images { answers += try gate.answers(image: image, at: at ?? .now()) }
            if json {
                if answers.count == 1 { try print(json: answers[0]) } else { try print(json: answers) }
            } else {
                for answer in answers { print(answer.line) }
            }
            if !answers.allSatisfy(\.isValid) { throw ExitCode(ExitStatus.refused.rawValue) }
        }
    }

    /// A line, an answer, at once: somebody is waiting at the gate.
    private func answerLines(_ gate: Gate) throws {
        var isEveryOneValid = true
        while let line = readLine(strippingNewline: true) {
            let text = line.hasSuffix("\r") ? String(line.dropLast()) : line
            guard !text.isEmpty else { continue }
            let answer = gate.answer(text, at: at ?? .now())
            isEveryOneValid = isEveryOneValid && answer.isValid
            let reply = json ? try answer.jsonLine() : answer.line
            FileHandle.standardOutput.write(Data((reply + "\n").utf8))
        }
        if !isEveryOneValid { throw ExitCode(ExitStatus.refused.rawValue) }
    }

    private func keyring() throws -> Keyring {
        if let keys { return try Keyring(file: keys) }
        return try Office(folder: office.folder).keyring()
    }
}

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what a text claims, without checking its signature.")

    @Argument(help: "The text as scanned.") var text: String
    @Flag(help: "Answer as JSON.") var json = false

    func run() async throws {
        try await answering {
            let answer: GateAnswer
            do { answer = GateAnswer(unverified: try UnverifiedPayload(text: text), input: text) } catch {
                note("mocban: \(error)")
                throw ExitCode(ExitStatus.badInput.rawValue)
            }
            if json { return try print(json: answer) }
            print("NOT VERIFIED: anybody can write this.")
            for (name, value) in answer.rows { print(name.padded(to: 10), value) }
        }
    }
}
