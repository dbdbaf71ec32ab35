import ArgumentParser
import CommandWords
import Files
import Foundation
import Glibc
import LateLibrary
import Messages
import Mocban
import VietnameseText

@main
struct MocbanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mocban",
        abstract: Message(
            en: "Sign, print and verify QR cards and posters.", vi: "Ký, in và kiểm tra thẻ và áp phích có mã QR."),
        discussion: Message(
            en: """
                An office is a folder with its settings (mocban.yaml) and its keys (keyring.jwks). Begin with `mocban init`, \
                check a roster with `mocban roster check`, \
                print with `mocban cards` and `mocban posters`, check with `mocban verify`.

                Exit status: 0 all well; 1 something was refused; 64 wrong usage; 65 bad input data; 66 input missing; \
                69 a library is not installed; 73 output cannot be made; 78 bad configuration or keyring.
                """,
            vi: """
                Cơ quan là một thư mục có cài đặt (mocban.yaml) và khóa (keyring.jwks). Bắt đầu bằng `mocban init`, \
                kiểm tra danh sách hộ dân bằng `mocban roster check`, \
                in bằng `mocban cards` và `mocban posters`, kiểm tra mã bằng `mocban verify`.

                Mã kết thúc: 0 tốt; 1 có thứ bị từ chối; 64 gõ lệnh sai; 65 dữ liệu vào sai; 66 thiếu tệp vào; \
                69 máy thiếu thư viện; 73 không ghi được kết quả; 78 sai cài đặt hoặc chùm khóa.
                """),
        version: mocbanVersion + KeyNumbers.remark,
        subcommands: [
            InitCommand.self, RosterCommand.self, CardsCommand.self, PostersCommand.self, ReprintCommand.self,
            ReissueCommand.self, ProofCommand.self, VerifyCommand.self, InspectCommand.self, FindCommand.self,
            RevokeCommand.self, RevocationsCommand.self, ReportCommand.self, RegisterCommand.self,
            ForgetCommand.self, KeyCommand.self, TemplateCommand.self,
            SheetCommand.self, PrinterCommand.self,
        ])

    @OptionGroup private var spoken: LanguageOption

    static func main() async {
        keepStandardPlaces()
        keepFreedMemory()
        // Libraries that read files of others cannot be interrupted, so that the whole program ends.
        LibraryWatch.start { excess in
            tell(lines: [Message(verbatim: "\(excess)")], of: .badInput)
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
            throw ValidationError(
                en: "An argument holds characters that nobody sees.", vi: "Một tham số có ký tự không nhìn thấy được.")
        }
    }

    /// Ends the program as ArgumentParser does, but for the language, for what a terminal could act on, and for JSON.
    private static func leave(with error: any Error) -> Never {
        let status = exitCode(for: error)
        if status.isSuccess {
            do { try say(text: help(error)) } catch { Foundation.exit(FailureCategory.outputNotMade.status) }
        } else if status == .validationFailure {
            let (message, usage) = wrongUsage(error)
            if isJSONAsked { try? say(json: ErrorAnswer(usage: message), pretty: false) }
            note(lines: usage.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        } else if case let text = fullMessage(for: error), !text.isEmpty {
            note(lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
        Foundation.exit(status.rawValue)
    }

    /// What is asked for instead of a command: help, the version, a script for a shell.
    private static func help(_ error: any Error) -> String {
        let text = fullMessage(for: error)
        guard language == .vietnamese, text.hasPrefix("OVERVIEW: ") else { return text }
        return ParserWords.help(fullMessage(for: error, columns: 1 << 20), width: screenWidth())
    }

    /// What is wrong with the arguments; alone, and with what helps to mend it.
    private static func wrongUsage(_ error: any Error) -> (message: String, all: String) {
        let isVietnamese = language == .vietnamese
        let arguments = CommandLine.arguments.dropFirst().map(Shown.line)
        if let unknown = UnknownCommand(in: arguments, root: Self.self) {
            let usage = "Usage: " + (unknown.path.count == 1 ? usageString() : usageString(for: unknown.group))
            let hint = "  See '\(unknown.path.joined(separator: " ")) --help' for more information."
            let frame = isVietnamese ? ParserWords.wrongUsage(usage + "\n" + hint) : usage + "\n" + hint
            let head = Message(en: "Error: ", vi: "Lỗi: ").text
            return (unknown.message.text, head + unknown.message.text + "\n" + frame)
        }
        let (message, all) = (message(for: error), fullMessage(for: error))
        return isVietnamese ? (ParserWords.fault(message), ParserWords.wrongUsage(all)) : (message, all)
    }
}
