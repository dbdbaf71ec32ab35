import Files
import ArgumentParser
import Messages
import Mocban
import Payload

struct ForgetCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: Message(
            en: "Remove people's personal data from the register.", vi: "Xóa dữ liệu cá nhân khỏi sổ cấp thẻ."),
        discussion: Message(
            en: """
                Names, births, households and the keys by which people are found are removed for good; serials and counts \
                stay, and the log says when and why. The card itself stays good: revoke it first if it should not. Printed \
                files, backups, exports and rosters still have the person: remove those too.
                """,
            vi: """
                Tên, ngày sinh, hộ và các khóa dùng để tra người bị xóa hẳn; số thẻ và số đếm còn lại, và \
                nhật ký sổ ghi xóa khi nào, vì sao. Bản thân thẻ vẫn có giá trị: nếu không muốn thì thu hồi \
                trước. Tệp in, bản sao, bản xuất và danh sách vẫn còn người ấy: hãy xóa ở đó nữa.
                """))

    @Argument(
        help: ArgumentHelp(en: "Serials of the people's cards.", vi: "Số thẻ của những người cần xóa.", value: .serial))
    var serials: [String] = []
    @Option(help: ArgumentHelp(en: "Everybody of a household.", vi: "Mọi người trong một hộ.", value: .code))
    var household: String?
    @Option(
        help: ArgumentHelp(
            en: "Why, for the log; name nobody in it.", vi: "Lý do, ghi vào nhật ký sổ; đừng nêu tên ai trong đó.",
            value: .words)) var reason: String
    @OptionGroup var office: WritableOffice
    @Flag(help: .json) var json = false

    func validate() throws {
        guard !serials.isEmpty || household != nil else {
            throw ValidationError(
                en: "Name serials, or a household with --household CODE.",
                vi: "Hãy ghi số thẻ, hoặc một hộ bằng --household MÃ.")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError(en: "--reason says why.", vi: "--reason nói vì sao.")
        }
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
            serials.map { Message(en: "\($0) has no name any more", vi: "\($0) không còn tên") },
            Answer(forgotten: serials, good: forgotten.good), json: json)
        if !forgotten.isWiped {
            note(
                Message(
                    en: "traces are left in unused parts of register.sqlite: the next command that writes removes them",
                    vi: "còn dấu vết trong phần không dùng của register.sqlite: lệnh ghi sổ kế tiếp sẽ xóa"))
        }
        for name in (try? Office(folder: office.folder).earlierRegisters) ?? [] {
            let path = "\(office.folder)/\(name)"
            note(
                Message(
                    en: "\(path), an earlier register, still has the data: remove it when nobody needs it",
                    vi: "\(path), một sổ trước đây, còn dữ liệu: hãy xóa khi không ai cần"))
        }
        note(
            Message(
                en: "printed files, backups, exports and rosters still have the data: remove them there too",
                vi: "tệp in, bản sao lưu, bản xuất và danh sách vẫn còn dữ liệu: hãy xóa ở đó nữa"))
        if forgotten.good > 0 {
            note(
                Message(
                    en: "\(counted(forgotten.good, "card", verb: "is", "are")) good still: `mocban revoke` ends that",
                    vi: "\(forgotten.good) thẻ vẫn còn giá trị: muốn thu hồi thì dùng `mocban revoke`"))
        }
    }
}
