import Files
import ArgumentParser
import Messages
import Mocban
import Register
import RegisterExchange

struct ExportRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Message(
            en: "Write everything that the register keeps as text (JSON Lines).",
            vi: "Ghi mọi điều trong sổ thành chữ (JSON Lines)."),
        discussion: Message(
            en: "docs/register.md describes the lines. Keep the file as safe as the register.",
            vi: "docs/register.md mô tả các dòng. Hãy giữ tệp cẩn thận như sổ."))

    @Argument(
        help: ArgumentHelp(
            en: "The file to write; an older one is replaced.", vi: "Tệp cần ghi; tệp cũ bị thay.", value: .file))
    var file: String
    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var file: String
        var lines: Int
    }

    func answer() async throws {
        let lines = try Office(folder: office.folder).exportRegister(to: file)
        if json { return try say(json: Answer(file: file, lines: lines)) }
        note(
            Message(
                en: "\(file) has the register in \(counted(lines, "line"))", vi: "\(file) có sổ trong \(lines) dòng"))
    }
}

struct ImportRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Message(
            en: "Make the register of an export that goes on where the register ends.",
            vi: "Lập sổ từ một bản xuất nối tiếp chỗ sổ kết thúc."),
        discussion: Message(
            en: """
                The export's log is checked with the office's key. An export that is older than the register, or that differs \
                from it, is refused.
                """,
            vi: """
                Nhật ký của bản xuất được kiểm tra bằng khóa của cơ quan. Bản xuất cũ hơn sổ, hoặc khác sổ, \
                bị từ chối.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The file, from `mocban register export`.", vi: "Tệp, từ `mocban register export`.", value: .file))
    var file: String
    @OptionGroup var office: WritableOffice
    @Flag(help: .json) var json = false

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
                ? Message(
                    en: "the register is the same as \(file) already, with \(size); nothing was changed",
                    vi: "sổ đã giống \(file), có \(outcome.entries) mục; không thay đổi gì")
                : Message(
                    en: "the register is that of \(file) now, with \(size), \(outcome.gained) of them new",
                    vi: "sổ nay là sổ trong \(file), có \(outcome.entries) mục, trong đó \(outcome.gained) mục mới"))
    }
}
