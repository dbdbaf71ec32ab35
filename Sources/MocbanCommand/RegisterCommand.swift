import ArgumentParser
import Mocban
import Payload
import Register

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Check, copy and move the register of what was issued.",
        subcommands: [
            VerifyRegister.self, BackUpRegister.self, RestoreRegister.self, ExportRegister.self, ImportRegister.self,
        ])
}

private struct VerifyRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every entry of the log, and all tables against it.",
        discussion: """
            Every changed, removed, added or reordered entry is found, and every card, run, file and sheet that is not as \
            it was registered. An older copy of the whole register has no fault: compare the number of entries with a \
            newer backup's.
            """)

    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        struct Fault: Encodable {
            var entry: Int?
            var message: String
        }

        var entries, cards, faultCount: Int
        var faults: [Fault]
    }

    func run() async throws {
        try await answering {
            let check = try Office(folder: office.folder).register(.reading).check()
            if json {
                try say(
                    json: Answer(
                        entries: check.entries, cards: check.cards, faultCount: check.faultCount,
                        faults: check.faults.map { Answer.Fault(entry: $0.entry, message: $0.description) }))
            } else {
                for fault in check.faults { try say("\(fault)") }
                let more = check.faultCount - check.faults.count
                if more > 0 { try say("and \(counted(more, "more fault"))") }
                let size = "\(counted(check.entries, "entry", "entries")), \(counted(check.cards, "card"))"
                try say(
                    check.isGood ? "the register is whole: \(size)" : "\(size): \(counted(check.faultCount, "fault"))")
            }
            if !check.isGood { throw ExitStatus.refused.code }
        }
    }
}

private struct BackUpRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the register, also while a command works in the office.",
        discussion: "Keep it as safe as the register: it has the names of everybody.")

    @Argument(help: ArgumentHelp("The copy, a SQLite file; an older one is replaced.", valueName: "FILE"))
    var file: String
    @OptionGroup var office: OfficeOption

    func run() async throws {
        try await answering {
            try Office(folder: office.folder).backUpRegister(to: file)
            note("\(file) is a copy of the register; `mocban register restore \(file)` puts it back")
        }
    }
}

private struct RestoreRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the register's place.",
        discussion: "The backup is checked first. The register before stays in the office's folder under another name.")

    @Argument(help: ArgumentHelp("A copy, from `mocban register backup`.", valueName: "BACKUP")) var backup: String
    @OptionGroup var office: WritableOffice

    func run() async throws {
        try await answering {
            let backup = backup
            let restored = try await office.held(by: "register restore") {
                try $0.restoreRegister(from: backup, clock: .now(), lock: $1)
            }
            try say("the register is that of \(backup) now, with \(counted(restored.entries, "entry", "entries"))")
            if let earlier = restored.earlier { note("the register before is now \(earlier)") }
            switch restored.relation {
            case .behind(let lost): note("\(counted(lost, "entry", "entries")) of the register before are lost")
            case .ahead(let gained): note("the backup goes \(counted(gained, "entry", "entries")) further")
            case .parted(let entry): note("the register before had another log from entry \(entry) on")
            case .same: note("nothing is lost: the register before had the same log")
            case nil where restored.earlier != nil:
                note("what is lost cannot be told: the register before cannot be read")
                note(
                    "if revocation lists were exported since the backup, gates refuse the next ones until their numbers pass those"
                )
            case nil: break
            }
        }
    }
}

private struct ExportRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything that the register keeps as text (JSON Lines).",
        discussion: "docs/register.md describes the lines. Keep the file as safe as the register.")

    @Argument(help: ArgumentHelp("The file to write; an older one is replaced.", valueName: "FILE")) var file: String
    @OptionGroup var office: OfficeOption

    func run() async throws {
        try await answering {
            let lines = try Office(folder: office.folder).exportRegister(to: file)
            note("\(file) has the register in \(counted(lines, "line"))")
        }
    }
}

private struct ImportRegister: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make the register of an export that goes on where the register ends.",
        discussion: """
            The export's log is checked with the office's key. An export that is older than the register, or that differs \
            from it, is refused.
            """)

    @Argument(help: ArgumentHelp("The file, from `mocban register export`.", valueName: "FILE")) var file: String
    @OptionGroup var office: WritableOffice

    func run() async throws {
        try await answering {
            let file = file
            let outcome = try await office.held(by: "register import") { try $0.importRegister(from: file, lock: $1) }
            let size = counted(outcome.entries, "entry", "entries")
            try say(
                outcome.gained == 0
                    ? "the register is the same as \(file) already (\(size)); nothing was changed"
                    : "the register is that of \(file) now, with \(size), \(outcome.gained) of them new")
        }
    }
}
