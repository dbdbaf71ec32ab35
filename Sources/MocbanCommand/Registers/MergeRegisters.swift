import Files
import ArgumentParser
import Mocban
import Payload
import Register
import RegisterExchange

struct MergeRegisters: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Take over what registers of copies of the office have and this one has not.",
        discussion: """
            For copies of the office's folder that printed shards of a roster (`mocban cards --shard`) or worked elsewhere. \
            All of them are taken over or none: registers that contradict each other, such as two good cards of one \
            person, are refused. The same register merged twice changes nothing.
            """)

    @Argument(help: ArgumentHelp("Registers, or the folders of the offices that they are in.", valueName: "FILE"))
    var files: [String]
    @OptionGroup var office: WritableOffice
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        struct Source: Encodable {
            struct Run: Encodable {
                /// Its numbers in the other register and in the office's.
                var there, here: Int
            }

            var file: String
            var gained, cards: Int
            var runs: [Run]
        }

        var gained, cards: Int
        var merged: [Source]

        init(_ outcomes: [MergeOutcome]) {
            merged = outcomes.map { outcome in
                Source(
                    file: outcome.path, gained: outcome.gained, cards: outcome.cards,
                    runs: outcome.runs.map { Source.Run(there: $0.there, here: $0.here) })
            }
            gained = merged.reduce(0) { $0 + $1.gained }
            cards = merged.reduce(0) { $0 + $1.cards }
        }
    }

    func answer() async throws {
        let bar = ProgressLine("register")
        defer { bar.end() }
        let outcomes = try await office.held(by: "register merge") { [files] office, lock in
            try office.mergeRegisters(files, clock: .now(), progress: { bar.update($0, of: files.count) }, lock: lock)
        }
        bar.end()
        try say(outcomes.map(\.line), Answer(outcomes), json: json)
    }
}

extension MergeOutcome {
    fileprivate var line: String {
        guard gained > 0 else { return "\(path): all of it is in the register already; nothing was changed" }
        let runs = runs.map { $0.there == $0.here ? "run \($0.here)" : "run \($0.there), which is run \($0.here) here" }
        let came = [counted(cards, "card")] + runs
        return "\(path): \(counted(gained, "entry", "entries")) merged, with \(came.joined(separator: ", "))"
    }
}
