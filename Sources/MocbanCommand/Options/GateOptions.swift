import Files
import ArgumentParser
import Messages
import Mocban
import Payload

struct GateOptions: ParsableArguments {
    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            en: "An exported keyring, instead of the office's.",
            vi: "Chùm khóa đã xuất, thay cho chùm khóa của cơ quan.", value: .file)) var keys: String?
}

extension OfficeOption {
    /// The keys of an exported keyring, or else the office's, with the list beside them; and the office, where they are its own.
    func kept(keys: String?) throws -> (revocations: KeptRevocations, office: Office?) {
        if let keys { return (try KeptRevocations(keys: keys), nil) }
        let office = try Office(folder: folder)
        return (try KeptRevocations(office: office), office)
    }
}

/// Says, once, that a revocation list is stale; nothing where there is none.
struct StaleNotice {
    private var list: RevocationList?

    init(_ list: RevocationList?) { self.list = list }

    mutating func check(at clock: Timestamp) {
        guard let list, list.isStale(at: clock) else { return }
        note(
            Message(
                en: "the revocation list is stale: number \(list.sequence) of \(list.issued) was good until "
                    + "\(list.nextUpdate), and cards revoked since are not on it. Get the office's newest list "
                    + "(`mocban revocations export`) and run `mocban revocations import FILE`",
                vi:
                    "danh sách thu hồi đã cũ: số \(list.sequence) ngày \(list.issued) dùng được đến \(list.nextUpdate), "
                    + "và không có các thẻ thu hồi sau đó. Hãy lấy danh sách mới nhất của cơ quan "
                    + "(`mocban revocations export`) và chạy `mocban revocations import TỆP`"
            ).prefixed("mocban"))
        self.list = nil
    }
}
