import ArgumentParser
import Mocban
import Payload

struct RevocationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations", abstract: "Carry the list of revoked cards to the gates.",
        subcommands: [ImportRevocations.self])
}

private struct ImportRevocations: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Keep an office's revocation list beside a gate's keys.",
        discussion: """
            The list's signature is checked with the gate's keys, and `mocban verify` uses it from then on. A list older \
            than the one that is kept is refused.
            """)

    @Argument(help: ArgumentHelp("The list, from `mocban revocations export`.", valueName: "FILE")) var file: String
    @OptionGroup var options: GateOptions

    func run() async throws {
        try await answering {
            let kept = try options.kept()
            let list: RevocationList
            switch try kept.take(file: file) {
            case .kept(let taken):
                list = taken
                try say("\(kept.path) is now \(list.summary)")
            case .repaired(let taken):
                list = taken
                note("mocban: what \(kept.path) held before was no list that these keys vouch for")
                try say("\(kept.path) is now \(list.summary)")
            case .same(let taken):
                list = taken
                try say("\(kept.path) is already \(list.summary)")
            }
            var notice = StaleNotice(list)
            notice.check(at: .now())
        }
    }
}

extension RevocationList {
    /// The list in a line: its number, its dates and how much it revokes.
    fileprivate var summary: String {
        let keys = cutOffs.isEmpty ? "" : ", \(counted(cutOffs.count, "cut-off")) of keys"
        return "the unit \(unit)'s list number \(sequence) of \(issued), good until \(nextUpdate): "
            + counted(serialCount, "revoked serial") + keys
    }
}
