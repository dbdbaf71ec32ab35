import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register
import RegisterExchange

struct BackUpRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: Message(
            en: "Write a copy of the register, also while a command works in the office.",
            vi: "Ghi bản sao của sổ, cả khi có lệnh đang làm việc trong cơ quan."),
        discussion: Message(
            en: """
                Keep it as safe as the register: it has the names of everybody. The keys are not in it: keep a copy of \
                keyring.jwks too, without which it cannot be put back.
                """,
            vi: """
                Giữ cẩn thận như sổ: trong đó có tên mọi người. Không có khóa trong đó: hãy giữ cả bản sao \
                keyring.jwks, thiếu nó thì không khôi phục được.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The copy, a SQLite file; an older one is replaced.", vi: "Bản sao, một tệp SQLite; tệp cũ bị thay.",
            value: .file))
    var file: String
    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var file: String
        var entries: Int
        var head: String
    }

    func answer() async throws {
        let head = try Office(folder: office.folder).backUpRegister(to: file)
        if json { return try say(json: Answer(file: file, entries: head.entry, head: "\(head.code)")) }
        note(
            Message(
                en: "\(file) is a copy of the register, with \(counted(head.entry, "entry", "entries")), "
                    + "code \(head.code); `mocban register restore \(file)` puts it back",
                vi: "\(file) là bản sao của sổ, có \(head.entry) mục, mã \(head.code); "
                    + "`mocban register restore \(file)` khôi phục lại"))
    }
}

struct RestoreRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: Message(en: "Put a backup in the register's place.", vi: "Đặt bản sao lưu vào chỗ của sổ."),
        discussion: Message(
            en: """
                The backup is checked first. The register before stays in the office's folder under another name: remove it \
                when nobody needs it any more.
                """,
            vi: """
                Bản sao lưu được kiểm tra trước. Sổ trước đó ở lại thư mục của cơ quan dưới tên khác: hãy \
                xóa khi không ai cần nữa.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "A copy, from `mocban register backup`.", vi: "Bản sao, từ `mocban register backup`.",
            value: Message(en: "BACKUP", vi: "BẢN_SAO"))) var backup: String
    @OptionGroup var office: WritableOffice
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var entries: Int
        var earlier: String?
        var lost, gained, partedAt: Int?
        var mayRepeatListNumbers: Bool

        init(_ restored: Restoration) {
            (entries, earlier) = (restored.entries, restored.earlier)
            mayRepeatListNumbers = restored.mayRepeatListNumbers
            switch restored.relation {
            case .same: (lost, gained) = (0, 0)
            case .behind(let entries): (lost, gained) = (entries, 0)
            case .ahead(let entries): (lost, gained) = (0, entries)
            case .parted(let entry): partedAt = entry
            case nil: break
            }
        }
    }

    func answer() async throws {
        let restored = try await office.held(by: "register restore") { [backup] in
            try $0.restoreRegister(from: backup, clock: .now(), lock: $1)
        }
        let line = Message(
            en: "the register is that of \(backup) now, with \(counted(restored.entries, "entry", "entries"))",
            vi: "sổ nay là sổ trong \(backup), có \(restored.entries) mục")
        try say([line, restored.comparison], Answer(restored), json: json)
        if let earlier = restored.earlier {
            note(Message(en: "the register before is now \(earlier)", vi: "sổ trước đó nay là \(earlier)"))
        }
        if restored.mayRepeatListNumbers {
            note(
                Message(
                    en:
                        "where a revocation list was exported after the backup was made, gates refuse new ones as older: "
                        + "export lists until their number is greater than the gates'",
                    vi:
                        "nếu đã xuất danh sách thu hồi sau khi sao lưu thì cổng từ chối danh sách mới vì coi là cũ hơn: "
                        + "hãy xuất danh sách cho đến khi số của nó lớn hơn số ở cổng"))
        }
    }
}

extension Restoration {
    /// How the register stands to the one before, in words.
    fileprivate var comparison: Message {
        switch relation {
        case .behind(let lost):
            Message(
                en: "\(counted(lost, "entry", "entries")) of the register "
                    + "\(earlier == nil ? "that was there" : "before") \(lost == 1 ? "is" : "are") lost: "
                    + "what was issued, revoked and forgotten after the backup is not known any more",
                vi:
                    "mất \(lost) mục của sổ trước đó: không còn biết đã cấp, thu hồi và xóa tên những gì sau khi sao lưu"
            )
        case .ahead(let gained):
            Message(
                en: "the backup goes \(counted(gained, "entry", "entries")) further than the register before",
                vi: "bản sao lưu dài hơn sổ trước đó \(gained) mục")
        case .parted(let entry):
            Message(
                en: "the register before had another log from entry \(entry) on: what it had from there is lost",
                vi: "sổ trước đó có nhật ký khác kể từ mục \(entry): những gì từ đó trở đi đã mất")
        case .same:
            Message(
                en: "nothing is lost: the register before had the same log",
                vi: "không mất gì: sổ trước đó có cùng nhật ký")
        case nil where earlier != nil:
            Message(
                en: "the register before cannot be read, so that nobody can tell what is lost",
                vi: "không đọc được sổ trước đó, nên không biết mất những gì")
        case nil:
            Message(
                en: "there was no register before, and nothing tells how far it went: "
                    + "what was registered after the backup is lost",
                vi: "trước đó không có sổ, và không có gì cho biết sổ dài đến đâu: những gì ghi sau khi sao lưu đã mất")
        }
    }
}
