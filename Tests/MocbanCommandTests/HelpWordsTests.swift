import ArgumentParser
import CommandWords
import Messages
import TestSupport
import Testing

@testable import MocbanCommand

@Suite("Help and wrong usage")
struct HelpWordsTests {
    @Test(
        "each kind of message of the parser's is there in Vietnamese",
        arguments: [
            (["inspect", "a", "--offic", "x"], "Lỗi: Không có tùy chọn '--offic'. Có phải là '--office'?"),
            (["inspect", "a", "-x"], "Lỗi: Không có tùy chọn '-x'"),
            (["inspect", "a", "--nothing-like-it"], "Lỗi: Không có tùy chọn '--nothing-like-it'"),
            (["inspect", "a", "b"], "Lỗi: Thừa tham số 'b'"),
            (["inspect", "a", "b", "c"], "Lỗi: Thừa 2 tham số: 'b', 'c'"),
            (["inspect", "a", "--office"], "Lỗi: Thiếu giá trị cho '--office <THƯ_MỤC>'"),
            (["inspect"], "Lỗi: Thiếu tham số '<NỘI_DUNG>'"),
            (["inspect", "a", "--json=1"], "Lỗi: Tùy chọn '--json' không nhận giá trị, nhưng đã ghi '1'."),
            (["verify", "a", "--at", "x"], "Lỗi: Giá trị 'x' không hợp lệ cho '--at <LÚC>'"),
            (
                ["cards", "a", "--out", "b", "--ink", "x"],
                "Lỗi: Giá trị 'x' không hợp lệ cho '--ink <MỰC>'. Hãy chọn 'colour' hoặc 'black'."
            ),
            (
                ["cards", "a", "--out", "b", "--cut", "x"],
                "Lỗi: Giá trị 'x' không hợp lệ cho '--cut <CÁCH_CẮT>'. Hãy chọn 'marks', 'guides' hoặc 'none'."
            ),
            (["crads"], "Lỗi: Không có lệnh 'crads'. Có phải là 'cards'?"), (["xyz"], "Lỗi: Không có lệnh 'xyz'"),
            (["--language", "vi", "key", "lst", "--out", "x"], "Lỗi: Không có lệnh 'lst'. Có phải là 'list'?"),
            (["verify"], "Lỗi: Hãy ghi nội dung mã, - hoặc --image TỆP."),
        ])
    func usage(arguments: [String], line: String) throws {
        let outcome = try Program.mocban.with("LC_ALL=vi_VN.UTF-8").run(arguments)
        #expect(outcome.status == 64 && outcome.errorLines[0] == line, "\(outcome.errors)")
        let rest = outcome.errorLines.dropFirst().filter { !$0.isEmpty && !$0.hasPrefix("Giải thích:  ") }
        #expect(rest.count == 2 && rest.first?.hasPrefix("Cách dùng: mocban") == true)
        #expect(rest.last?.wholeMatch(of: #/  Xem 'mocban.* --help' để biết thêm\./#) != nil)
    }

    @Test("a guess is made in English too, and only where a name is near")
    func guesses() throws {
        let near = try Program.mocban.run(["key", "exprot"])
        #expect(near.errorLines[0] == "Error: Unknown command 'exprot'. Did you mean 'export'?")
        #expect(near.errorLines[1] == "Usage: mocban key <subcommand>")
        #expect(UnknownCommand.nearest(to: "card", of: ["cards", "key"]) == "cards")
        #expect(UnknownCommand.nearest(to: "Find", of: ["cards", "find"]) == "find")
        #expect(UnknownCommand.nearest(to: "ab", of: ["key", "find"]) == nil)
        #expect(UnknownCommand(in: ["key", "list", "x"], root: MocbanCommand.self) == nil)
        #expect(UnknownCommand(in: ["help", "x"], root: MocbanCommand.self) == nil)
    }

    /// All commands, with the names that lead to them.
    static let commands: [[String]] = {
        func below(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
            [path]
                + command.configuration.subcommands.flatMap { below($0, path + [$0.configuration.commandName ?? ""]) }
        }
        return below(MocbanCommand.self, [])
    }()

    @Test("every command's help is whole in both languages, takes --language, and fits the screen", arguments: commands)
    func help(command: [String]) throws {
        for width in [60, 100] {
            let program = Program.mocban.with("COLUMNS=\(width)")
            let english = try program.run(command + ["--help"])
            let vietnamese = try program.with("LC_ALL=vi_VN.UTF-8").run(command + ["--help"])
            #expect(english.status == 0 && vietnamese.status == 0)
            #expect(english.text.hasPrefix("OVERVIEW: ") && english.text.contains("\nUSAGE: mocban"))
            #expect(vietnamese.text.hasPrefix("GIỚI THIỆU: ") && vietnamese.text.contains("\nCÁCH DÙNG: mocban"))
            if command.isEmpty || !vietnamese.text.contains("LỆNH CON:") {
                #expect(english.text.contains("--language <vi|en>") && vietnamese.text.contains("--language <vi|en>"))
            }
            for word in ["USAGE", "OPTIONS", "ARGUMENTS", "default", "values:", "Show ", "subcommand", " the ", "See "]
            {
                #expect(!vietnamese.text.contains(word), "\(command): \(word)")
            }
            for line in vietnamese.lines where !line.hasPrefix("CÁCH DÙNG: ") {
                #expect(line.count <= width || !line.dropFirst(26).contains(" "), "\(line)")
            }
            // The same options, one after the other.
            let names = #/^  (-[-a-z, ]+[a-z])/#.anchorsMatchLineEndings()
            #expect(english.text.matches(of: names).map(\.1) == vietnamese.text.matches(of: names).map(\.1))
        }
    }
}
