import Files
import ArgumentParser
import Messages
import Mocban
import Payload

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: Message(
            en: "List, renew, retire and export keys.", vi: "Liệt kê, thay mới, ngừng dùng và xuất khóa."),
        subcommands: [ListKeys.self, NewKeys.self, RetireKey.self, ExportKeys.self])
}

private struct ListKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message(
            en: "The office's keys, without their secrets.", vi: "Các khóa của cơ quan, không có phần bí mật."))

    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    private struct Row: Encodable {
        var kid, purpose, algorithm: String
        var unit: UInt64
        var epoch: UInt32
        var notBefore: String
        var expires: String?
        var signs: Bool
    }

    func answer() async throws {
        let now = Timestamp.now()
        let rows = try Office(folder: office.folder).keyring().keys.map { key in
            Row(
                kid: key.id.description, purpose: key.purpose.rawValue, algorithm: key.algorithm.rawValue,
                unit: key.unit.rawValue, epoch: key.epoch, notBefore: key.notBefore.description,
                expires: key.expires?.description, signs: key.canSign && key.isValid(at: now))
        }
        if json { return try say(json: rows) }
        let heads = [
            Message(en: "KID", vi: "MÃ KHÓA"), Message(en: "PURPOSE", vi: "DÙNG CHO"),
            Message(en: "ALGORITHM", vi: "CÁCH KÝ"), Message(en: "UNIT", vi: "ĐƠN VỊ"),
            Message(en: "EPOCH", vi: "ĐỢT KHÓA"), Message(en: "FROM", vi: "TỪ"), Message(en: "TO", vi: "ĐẾN"),
        ].map(\.text)
        let noEnd = Message(en: "no end", vi: "không thời hạn").text
        let cells =
            [heads]
            + rows.map { row in
                [
                    row.kid, row.purpose, row.algorithm, "\(row.unit)", "\(row.epoch)", row.notBefore,
                    row.expires ?? noEnd,
                ]
            }
        // Each at least as wide as what usually stands in it.
        let widths = zip([6, 7, 9, 10, 5, 20, 0], heads).map { max($0, $1.count) }
        for row in cells {
            let padded = zip(row.dropLast(), widths).map { $0.padded(to: $1) }
            try say((padded + row.suffix(1)).joined(separator: "  "))
        }
    }
}

private struct NewKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Message(
            en: "Begin a new epoch: fresh keys sign from now on, the old ones still verify.",
            vi: "Bắt đầu đợt khóa mới: từ nay ký bằng khóa mới, khóa cũ vẫn kiểm tra được."),
        discussion: Message(
            en: "Export the keys to your gates again afterwards, or they will not know the new cards.",
            vi: "Sau đó hãy xuất lại khóa cho các cổng, nếu không cổng không nhận ra thẻ mới."))

    @OptionGroup var office: WritableOffice
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var epoch: UInt32
        var keys: [String]
    }

    func answer() async throws {
        let keys = try await office.held(by: "key new") { office, lock in
            var random = KeyNumbers(office.folder)
            try office.beginEpoch(clock: .now(), lock: lock, using: &random)
            return try office.keyring().keys
        }
        let epoch = keys.map(\.epoch).max() ?? 0
        let fresh = keys.filter { $0.epoch == epoch && $0.canSign }.map(\.id.description)
        if json { return try say(json: Answer(epoch: epoch, keys: fresh)) }
        try say(
            Message(
                en: "A new epoch has begun. Export the keys to your gates again: mocban key export",
                vi: "Đã bắt đầu đợt khóa mới. Hãy xuất lại khóa cho các cổng: mocban key export"))
    }
}

private struct RetireKey: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: Message(
            en: "End a key: it signs no more, and anything dated later is refused.",
            vi: "Ngừng dùng một khóa: không ký nữa, và mọi mã đề ngày sau đó bị từ chối."),
        discussion: Message(en: "Cards that it signed until now stay valid.", vi: "Thẻ đã ký đến lúc này vẫn hợp lệ."))

    @OptionGroup var office: WritableOffice
    @Argument(
        help: ArgumentHelp(
            en: "The key's ID, from `mocban key list`.", vi: "Mã khóa, từ `mocban key list`.", value: .key)) var kid:
        String
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var kid, retired: String
    }

    func validate() throws { _ = try KeyID(argument: kid) }

    func answer() async throws {
        let id = try KeyID(argument: kid)
        let clock = try await office.held(by: "key retire") { office, lock in
            let clock = Timestamp.now()
            try office.retire(id, clock: clock, lock: lock)
            return clock
        }
        if json { return try say(json: Answer(kid: id.description, retired: clock.description)) }
        try say(
            Message(
                en: "\(kid) is retired. Export the keys to your gates again: mocban key export",
                vi: "Đã ngừng dùng khóa \(kid). Hãy xuất lại khóa cho các cổng: mocban key export"))
    }
}

private struct ExportKeys: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Message(
            en: "The keys that a gate needs, as a JWK Set on standard output.",
            vi: "Các khóa mà cổng cần, dạng JWK Set, ghi ra đầu ra chuẩn."),
        discussion: Message(
            en: """
                Without --verify-only the export holds HMAC keys, with which cards can also be made: keep it as secret as \
                the office's own keyring.
                """,
            vi: """
                Nếu không có --verify-only thì bản xuất có khóa HMAC, dùng để làm thẻ cũng được: hãy giữ kín \
                như chùm khóa của cơ quan.
                """))

    @OptionGroup var office: OfficeOption
    @Flag(
        help: ArgumentHelp(
            en: "Only public keys, with which nobody can issue; they verify what was signed with ed25519.",
            vi: "Chỉ khóa công khai, không ai cấp thẻ được bằng khóa này; nó kiểm tra những gì ký bằng ed25519."))
    var verifyOnly = false
    @Option(
        help: ArgumentHelp(
            en: "Keys of this unit instead of the office's own.",
            vi: "Khóa của đơn vị này thay cho đơn vị của cơ quan.", value: .code)) var unit: UInt64?
    @Option(
        help: ArgumentHelp(
            en: "Keys for cards or for venues only: card, venue.",
            vi: "Chỉ khóa cho thẻ hoặc cho địa điểm: card, venue.", value: Message(en: "KIND", vi: "LOẠI")))
    var purpose: Purpose?
    @Option(
        help: ArgumentHelp(
            en: "A file to write, readable by its owner alone, instead of standard output.",
            vi: "Tệp cần ghi, chỉ chủ tệp đọc được, thay cho đầu ra chuẩn.", value: .file))
    var out: String?

    enum Purpose: String, ExpressibleByArgument, CaseIterable {
        case card, venue
    }

    func answer() async throws {
        let keyring = try Office(folder: office.folder).keyring().exported(
            purpose: purpose.map { $0 == .card ? .card : .venue }, verifyOnly: verifyOnly,
            unit: unit.map(UnitCode.init(rawValue:)))
        guard let out else { return try say(text: keyring.jwkSet()) }
        try keyring.export(to: out)
        note(Message(en: "\(out) holds \(keyring.keys.count) keys", vi: "\(out) có \(keyring.keys.count) khóa"))
    }
}

extension KeyID {
    /// An ID as it was given to a command; says where to take one from where it is none.
    init(argument text: String) throws(ValidationError) {
        guard let id = KeyID(text) else {
            throw ValidationError(
                en: "'\(text)' is not a key's ID: take one from `mocban key list`",
                vi: "'\(text)' không phải mã khóa: hãy lấy từ `mocban key list`")
        }
        self = id
    }
}
