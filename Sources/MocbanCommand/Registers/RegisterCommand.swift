import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Check, copy and move the register of what was issued.",
        subcommands: [
            VerifyRegister.self, HeadOfRegister.self, BackUpRegister.self, RestoreRegister.self, ExportRegister.self,
            ImportRegister.self, MergeRegisters.self, NewRegister.self,
        ])
}

private struct VerifyRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every entry of the log, and all tables against it.",
        discussion: """
            Every changed, removed, added or reordered entry is found, every card, run, file and sheet that is not as it \
            was registered, and every index that does not fit its table. That an older register stands in its place is \
            found by register.head beside it, or by a code that was printed at the foot of a report (--head).
            """)

    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            "A code from a report, a backup or `mocban register head`: the log must have that entry.",
            valueName: "CODE"))
    var head: String?
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        struct Fault: Encodable {
            var entry: Int?
            var message: String
        }

        var entries, cards, faultCount: Int
        var faults: [Fault]
    }

    func validate() throws {
        guard head == nil || head.flatMap(LogHead.Code.init) != nil else {
            throw ValidationError(
                "'\(head ?? "")' is no code of a log: one is 179-7K3M-92QF-A0X4, and its last character checks the others"
            )
        }
    }

    func answer() async throws {
        let check = try Office(folder: office.folder).checkRegister(against: head.flatMap(LogHead.Code.init))
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
            try say(check.isGood ? "the register is whole: \(size)" : "\(size): \(counted(check.faultCount, "fault"))")
        }
        if !check.isGood { throw FailureCategory.refused.code }
    }
}
