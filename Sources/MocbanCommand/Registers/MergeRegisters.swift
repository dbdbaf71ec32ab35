import CommandWords
import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register
import RegisterExchange

struct MergeRegisters: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: Message(
            en: "Take over what registers of copies of the office have and this one has not.",
            vi: "Gộp vào sổ những gì có trong sổ của các bản sao cơ quan mà sổ này chưa có."),
        discussion: Message(
            en: """
                For copies of the office's folder that printed shards of a roster (`mocban cards --shard`) or worked elsewhere. \
                All of them are taken over or none: registers that contradict each other, such as two good cards of one \
                person, are refused. The same register merged twice changes nothing.
                """,
            vi: """
                Cho các bản sao của thư mục cơ quan đã in các phần của danh sách (`mocban cards --shard`) \
                hoặc làm việc ở nơi khác. Gộp tất cả hoặc không gộp gì: các sổ mâu thuẫn nhau, như một người \
                có hai thẻ còn giá trị, bị từ chối. Gộp cùng một sổ hai lần không thay đổi gì.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "Registers, or the folders of the offices that they are in.",
            vi: "Các sổ, hoặc thư mục của cơ quan có sổ.", value: .file))
    var files: [String]
    @OptionGroup var office: WritableOffice
    @Flag(help: .json) var json = false

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
        let bar = ProgressLine(.registers)
        defer { bar.end() }
        let outcomes = try await office.held(by: "register merge") { [files] office, lock in
            try office.mergeRegisters(files, clock: .now(), progress: { bar.update($0, of: files.count) }, lock: lock)
        }
        bar.end()
        try say(outcomes.map(\.line), Answer(outcomes), json: json)
    }
}

extension MergeOutcome {
    fileprivate var line: Message {
        guard gained > 0 else {
            return Message(
                en: "all of it is in the register already; nothing was changed",
                vi: "sổ đã có tất cả; không thay đổi gì"
            ).prefixed(path)
        }
        let runs = runs.map { run in
            run.there == run.here
                ? Message(en: "run \(run.here)", vi: "đợt in \(run.here)")
                : Message(
                    en: "run \(run.there), which is run \(run.here) here",
                    vi: "đợt in \(run.there), ở đây là đợt in \(run.here)")
        }
        let came = Message.joined([Message(en: counted(cards, "card"), vi: "\(cards) thẻ")] + runs, by: ", ")
        return Message(
            en: "\(counted(gained, "entry", "entries")) merged, with \(came.english)",
            vi: "đã gộp \(gained) mục, với \(came.vietnamese)"
        ).prefixed(path)
    }
}
