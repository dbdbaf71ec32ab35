import ArgumentParser
import Glibc
import LateLibrary
import Mocban

@main
struct MocbanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mocban",
        abstract: "Sign, print and verify QR cards and posters.",
        discussion: """
            An office is a folder with its settings (mocban.yaml) and its keys (keyring.jwks). Begin with `mocban init`, \
            check a roster with `mocban roster check`, \
            print with `mocban cards` and `mocban posters`, check with `mocban verify`.

            Exit status: 0 all well; 1 something was refused; 64 wrong usage; 65 bad input data; 66 input missing; \
            69 a library is not installed; 73 output cannot be made; 78 bad configuration or keyring.
            """,
        version: mocbanVersion,
        subcommands: [
            InitCommand.self, RosterCommand.self, CardsCommand.self, PostersCommand.self, ReprintCommand.self,
            ReissueCommand.self, ProofCommand.self, VerifyCommand.self, InspectCommand.self, FindCommand.self,
            RevokeCommand.self, RevocationsCommand.self, ReportCommand.self, RegisterCommand.self,
            ForgetCommand.self, KeyCommand.self, TemplateCommand.self,
            SheetCommand.self, PrinterCommand.self,
        ])

    static func main() async {
        keepFreedMemory()
        // Libraries that read files of others cannot be interrupted, so that the whole program ends.
        LibraryWatch.start { excess in
            note("mocban: \(excess)")
            _exit(ExitStatus.badInput.rawValue)
        }
        await main(nil)
    }
}
