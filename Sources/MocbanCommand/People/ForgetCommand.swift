import Files
import ArgumentParser
import Mocban
import Payload

struct ForgetCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Remove people's personal data from the register.",
        discussion: """
            Names, births, households and the keys by which people are found are removed for good; serials and counts \
            stay, and the log says when and why. The card itself stays good: revoke it first if it should not. Printed \
            files, backups, exports and rosters still have the person: remove those too.
            """)

    @Argument(help: ArgumentHelp("Serials of the people's cards.", valueName: "SERIAL")) var serials: [String] = []
    @Option(help: ArgumentHelp("Everybody of a household.", valueName: "CODE")) var household: String?
    @Option(help: ArgumentHelp("Why, for the log; name nobody in it.", valueName: "TEXT")) var reason: String
    @OptionGroup var office: WritableOffice
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard !serials.isEmpty || household != nil else {
            throw ValidationError("Name serials, or a household with --household CODE.")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("--reason says why.") }
    }

    private struct Answer: Encodable {
        var forgotten: [String]
        var good: Int
    }

    func answer() async throws {
        let checked = try TypedSerials(serials).checked
        let forgotten = try await namingAll {
            try await office.held(by: "forget") { [household, reason] in
                try $0.forget(checked, household: household, reason: reason, clock: .now(), lock: $1)
            }
        }
        let serials = forgotten.serials.map(\.description)
        try say(
            serials.map { "\($0) has no name any more" }, Answer(forgotten: serials, good: forgotten.good), json: json)
        if !forgotten.isWiped {
            note("traces are left in unused parts of register.sqlite: the next command that writes removes them")
        }
        for name in (try? Office(folder: office.folder).earlierRegisters) ?? [] {
            let path = "\(office.folder)/\(name)"
            note("\(path), an earlier register, still has the data: remove it when nobody needs it")
        }
        note("printed files, backups, exports and rosters still have the data: remove them there too")
        if forgotten.good > 0 {
            note("\(counted(forgotten.good, "card", verb: "is", "are")) good still: `mocban revoke` ends that")
        }
    }
}
