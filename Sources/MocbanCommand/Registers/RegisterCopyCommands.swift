import Files
import ArgumentParser
import Mocban
import Payload
import Register
import RegisterExchange

struct BackUpRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the register, also while a command works in the office.",
        discussion: """
            Keep it as safe as the register: it has the names of everybody. The keys are not in it: keep a copy of \
            keyring.jwks too, without which it cannot be put back.
            """)

    @Argument(help: ArgumentHelp("The copy, a SQLite file; an older one is replaced.", valueName: "FILE"))
    var file: String
    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var file: String
        var entries: Int
        var head: String
    }

    func answer() async throws {
        let head = try Office(folder: office.folder).backUpRegister(to: file)
        if json { return try say(json: Answer(file: file, entries: head.entry, head: "\(head.code)")) }
        note(
            "\(file) is a copy of the register, with \(counted(head.entry, "entry", "entries")), code \(head.code); "
                + "`mocban register restore \(file)` puts it back")
    }
}

struct RestoreRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the register's place.",
        discussion: """
            The backup is checked first. The register before stays in the office's folder under another name: remove it \
            when nobody needs it any more.
            """)

    @Argument(help: ArgumentHelp("A copy, from `mocban register backup`.", valueName: "BACKUP")) var backup: String
    @OptionGroup var office: WritableOffice
    @Flag(help: "Answer as JSON.") var json = false

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
        let line = "the register is that of \(backup) now, with \(counted(restored.entries, "entry", "entries"))"
        try say([line, restored.comparison], Answer(restored), json: json)
        if let earlier = restored.earlier { note("the register before is now \(earlier)") }
        if restored.mayRepeatListNumbers {
            note(
                "where a revocation list was exported after the backup was made, gates refuse new ones as older: "
                    + "export lists until their number is greater than the gates'")
        }
    }
}

extension Restoration {
    /// How the register stands to the one before, in words.
    fileprivate var comparison: String {
        switch relation {
        case .behind(let lost):
            "\(counted(lost, "entry", "entries")) of the register \(earlier == nil ? "that was there" : "before") "
                + "\(lost == 1 ? "is" : "are") lost: "
                + "what was issued, revoked and forgotten after the backup is not known any more"
        case .ahead(let gained):
            "the backup goes \(counted(gained, "entry", "entries")) further than the register before"
        case .parted(let entry):
            "the register before had another log from entry \(entry) on: what it had from there is lost"
        case .same: "nothing is lost: the register before had the same log"
        case nil where earlier != nil: "the register before cannot be read, so that nobody can tell what is lost"
        case nil:
            "there was no register before, and nothing tells how far it went: what was registered after the backup is lost"
        }
    }
}
