import Files
import ArgumentParser
import Foundation
import Glibc
import LateLibrary
import Messages
import Mocban
import VietnameseText

@main
struct MocbanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mocban", abstract: "Sign, print and verify QR cards and posters.",
        discussion: """
            An office is a folder with its settings (mocban.yaml) and its keys (keyring.jwks). Begin with `mocban init`, \
            check a roster with `mocban roster check`, \
            print with `mocban cards` and `mocban posters`, check with `mocban verify`.

            Exit status: 0 all well; 1 something was refused; 64 wrong usage; 65 bad input data; 66 input missing; \
            69 a library is not installed; 73 output cannot be made; 78 bad configuration or keyring.
            """,
        version: mocbanVersion + KeyNumbers.remark,
        subcommands: [
            InitCommand.self, RosterCommand.self, CardsCommand.self, PostersCommand.self, ReprintCommand.self,
            ReissueCommand.self, ProofCommand.self, VerifyCommand.self, InspectCommand.self, FindCommand.self,
            RevokeCommand.self, RevocationsCommand.self, ReportCommand.self, RegisterCommand.self,
            ForgetCommand.self, KeyCommand.self, TemplateCommand.self,
            SheetCommand.self, PrinterCommand.self,
        ])

    static func main() async {
        keepStandardPlaces()
        keepFreedMemory()
        // Libraries that read files of others cannot be interrupted, so that the whole program ends.
        LibraryWatch.start { excess in
            note("mocban: \(excess)")
            _exit(FailureCategory.badInput.status)
        }
        do {
            var command = try await parsed()
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            leave(with: error)
        }
    }

    /// The command that the arguments ask for.
    ///
    /// Throws what the parser says of them; its messages quote them.
    private static func parsed() async throws -> any ParsableCommand {
        do { return try await asyncParseAsRoot() } catch {
            let arguments = CommandLine.arguments.dropFirst()
            let shown = arguments.map(Shown.line)
            guard !shown.elementsEqual(arguments) else { throw error }
            // What is wrong with them is said of them as they are shown, so that none makes a line of its own.
            _ = try await asyncParseAsRoot(shown)
            throw ValidationError("An argument holds characters that nobody sees.")
        }
    }

    /// Ends the program as ArgumentParser does, but for what a terminal could act on in its message.
    private static func leave(with error: any Error) -> Never {
        let status = exitCode(for: error)
        let message = fullMessage(for: error)
        if !message.isEmpty {
            let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            if status.isSuccess {
                do { try say(lines: lines) } catch { Foundation.exit(FailureCategory.outputNotMade.status) }
            } else {
                note(lines: lines)
            }
        }
        Foundation.exit(status.rawValue)
    }
}
