import Files
import ArgumentParser
import Mocban
import Payload
import Register

struct HeadOfRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "Show the end of the log as a code that a person can compare.",
        discussion: """
            The code stands at the foot of every report, and every backup and revocation list has it. A register that has \
            lost entries since cannot have the same: `mocban register verify --head CODE` holds it to an older code.

            --keep writes register.head anew, where that file is gone or faulty: compare the code with the last one that \
            was printed first.
            """)

    @OptionGroup var office: WritableOffice
    @Flag(help: "Write register.head anew.") var keep = false
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        var entry: Int
        var time, code: String

        init(_ head: LogHead) { (entry, time, code) = (head.entry, "\(head.time)", "\(head.code)") }
    }

    func answer() async throws {
        let head =
            keep
            ? try await office.held(by: "register head") { office, lock in try office.keepRegisterHead(lock: lock) }
            : try Office(folder: office.folder).registerEnd()
        if json { return try say(json: Answer(head)) }
        try say("the log ends with entry \(head.entry) of \(head.time), code \(head.code)")
        if keep { note("register.head keeps it from now on") }
    }
}

struct NewRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make an empty register for an office that never had one.",
        discussion: """
            `mocban init` makes the register; this is for an office from before there were registers. Cards that it \
            issued are not known to the new one.
            """)

    @OptionGroup var office: WritableOffice
    @Flag(help: "Give up a register that was there and is lost with all its backups, and all that it knew.")
    var lost = false

    func answer() async throws {
        try await office.held(by: "register new") { [lost] in try $0.makeRegister(isLost: lost, lock: $1) }
        try say("the office has an empty register now: cards that were issued before are not in it")
    }
}
