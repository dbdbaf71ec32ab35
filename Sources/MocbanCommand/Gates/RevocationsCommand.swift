import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct RevocationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revocations",
        abstract: Message(
            en: "Carry the list of revoked cards to the gates.", vi: "Mang danh sách thẻ bị thu hồi đến các cổng."),
        subcommands: [ExportRevocations.self, ImportRevocations.self])
}

private struct ExportRevocations: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Message(
            en: "Sign a list of all cards and keys that the office has revoked.",
            vi: "Ký danh sách tất cả thẻ và khóa mà cơ quan đã thu hồi."),
        discussion: Message(
            en: """
                Carry the file to every gate and run `mocban revocations import FILE` there. Gates say that a list is stale \
                when the next one should have come.
                """,
            vi: """
                Mang tệp đến từng cổng và chạy `mocban revocations import TỆP` ở đó. Cổng báo danh sách đã \
                cũ khi đến lúc phải có danh sách mới.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The file to write; an older list is replaced.", vi: "Tệp cần ghi; danh sách cũ hơn bị thay.",
            value: .file)) var file: String
    @Option(
        help: ArgumentHelp(
            en: "In how many days the gates should have the next list.",
            vi: "Sau bao nhiêu ngày thì cổng phải có danh sách mới.", value: .number))
    var nextUpdateDays = 7
    @OptionGroup var office: WritableOffice

    func validate() throws {
        guard (1...3650).contains(nextUpdateDays) else {
            throw ValidationError(
                en: "--next-update-days is a number from 1 to 3650, not \(nextUpdateDays).",
                vi: "--next-update-days là số từ 1 đến 3650, không phải \(nextUpdateDays).")
        }
    }

    func answer() async throws {
        let list = try await office.held(by: "revocations export") { [file, nextUpdateDays] office, _ in
            let clock = Timestamp.now()
            let next = clock.adding(seconds: Int64(nextUpdateDays) * 86_400)
            return try office.exportRevocations(of: office.register(.writing), to: file, at: clock, nextUpdate: next)
        }
        note(Message(en: "\(file) is \(list.summary.english)", vi: "\(file) là \(list.summary.vietnamese)"))
    }
}

private struct ImportRevocations: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Message(
            en: "Keep an office's revocation list beside a gate's keys.",
            vi: "Giữ danh sách thu hồi của cơ quan cạnh khóa của cổng."),
        discussion: Message(
            en: """
                The list's signature is checked with the gate's keys, and `mocban verify` uses it from then on. A list older \
                than the newest that was kept is refused, also when that one is gone.
                """,
            vi: """
                Chữ ký của danh sách được kiểm tra bằng khóa của cổng, và từ đó `mocban verify` dùng danh \
                sách này. Danh sách cũ hơn danh sách mới nhất từng có thì bị từ chối, kể cả khi danh sách ấy \
                đã mất.
                """))

    @Argument(
        help: ArgumentHelp(
            en: "The list, from `mocban revocations export`.", vi: "Danh sách, từ `mocban revocations export`.",
            value: .file)) var file: String
    @OptionGroup var options: GateOptions

    func answer() async throws {
        let kept = try options.office.kept(keys: options.keys).revocations
        let list: RevocationList
        var state = Message(en: "is now", vi: "nay là")
        switch try kept.take(file: file) {
        case .kept(let taken): list = taken
        case .repaired(let taken):
            list = taken
            note(
                Message(
                    en: "what \(kept.path) held before was no list that these keys vouch for",
                    vi: "trước đó \(kept.path) không phải danh sách mà các khóa này xác nhận"
                ).prefixed("mocban"))
        case .restored(let taken):
            list = taken
            note(
                Message(
                    en: "\(kept.path) was gone, or an older list than the newest that was there",
                    vi: "\(kept.path) đã mất, hoặc là danh sách cũ hơn danh sách mới nhất từng có"
                ).prefixed("mocban"))
        case .same(let taken): (list, state) = (taken, Message(en: "is already", vi: "đã là"))
        }
        try say(.joined([Message(verbatim: kept.path), state, list.summary], by: " "))
        var notice = StaleNotice(list)
        notice.check(at: .now())
    }
}

extension RevocationList {
    fileprivate var summary: Message {
        let count = cutOffs.count
        return Message(
            en: "the unit \(unit)'s list number \(sequence) of \(issued), good until \(nextUpdate): "
                + counted(serialCount, "revoked serial")
                + (count == 0 ? "" : ", \(counted(count, "cut-off")) of keys"),
            vi: "danh sách thu hồi số \(sequence) của đơn vị \(unit) ngày \(issued), dùng đến \(nextUpdate): "
                + "\(serialCount) số thẻ đã thu hồi" + (count == 0 ? "" : ", \(count) mốc thu hồi theo khóa"))
    }
}
