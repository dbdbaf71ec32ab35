import ArgumentParser
import Mocban
import Register

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Check, copy and move the register of what was issued.",
        subcommands: [
            VerifyRegister.self, BackUpRegister.self, RestoreRegister.self, ExportRegister.self, ImportRegister.self,
            MergeRegisters.self,
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
