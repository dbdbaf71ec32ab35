import ArgumentParser
import Mocban
import Payload
import Register

struct RevocationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations", abstract: "Carry the list of revoked cards to the gates.",
        subcommands: [ExportRevocations.self, ImportRevocations.self])
}

private struct ExportRevocations: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Sign a list of all cards and keys that the office has revoked.",
        discussion: """
            Carry the file to every gate and run `mocban revocations import FILE` there. Gates say that a list is stale \
            when the next one should have come.
            """)

    @Argument(help: ArgumentHelp("The file to write; an older list is replaced.", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("In how many days the gates should have the next list.", valueName: "N"))
    var nextUpdateDays = 7
    @OptionGroup var office: WritableOffice

    func validate() throws {
        guard (1...3650).contains(nextUpdateDays) else {
            throw ValidationError("--next-update-days is a number from 1 to 3650, not \(nextUpdateDays).")
        }
    }

    func answer() async throws {
        let list = try await office.held(by: "revocations export") { [file, nextUpdateDays] office, _ in
            let clock = Timestamp.now()
            let next = clock.adding(seconds: Int64(nextUpdateDays) * 86_400)
            return try office.exportRevocations(of: office.register(.writing), to: file, at: clock, nextUpdate: next)
        }
        note("\(file) is \(list.summary)")
    }
}

private struct ImportRevocations: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep an office's revocation list beside a gate's keys.",
        discussion: """
            The list's signature is checked with the gate's keys, and `mocban verify` uses it from then on. A list older \
            than the newest that was kept is refused, also when that one is gone.
            """)

    @Argument(help: ArgumentHelp("The list, from `mocban revocations export`.", valueName: "FILE")) var file: String
    @OptionGroup var options: GateOptions

    func answer() async throws {
        let kept = try options.office.kept(keys: options.keys).revocations
        let list: RevocationList
        var state = "now"
        switch try kept.take(file: file) {
        case .kept(let taken): list = taken
        case .repaired(let taken):
            list = taken
            note("mocban: what \(kept.path) held before was no list that these keys vouch for")
        case .restored(let taken):
            list = taken
            note("mocban: \(kept.path) was gone, or an older list than the newest that was there")
        case .same(let taken): (list, state) = (taken, "already")
        }
        try say("\(kept.path) is \(state) \(list.summary)")
        var notice = StaleNotice(list)
        notice.check(at: .now())
    }
}

extension RevocationList {
    fileprivate var summary: String {
        let keys = cutOffs.isEmpty ? "" : ", \(counted(cutOffs.count, "cut-off")) of keys"
        return "the unit \(unit)'s list number \(sequence) of \(issued), good until \(nextUpdate): "
            + counted(serialCount, "revoked serial") + keys
    }
}
