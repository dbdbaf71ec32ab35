import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: Message(
            en: "Check, copy and move the register of what was issued.", vi: "Kiểm tra, sao chép và chuyển sổ cấp thẻ."),
        subcommands: [
            VerifyRegister.self, HeadOfRegister.self, BackUpRegister.self, RestoreRegister.self, ExportRegister.self,
            ImportRegister.self, MergeRegisters.self, NewRegister.self,
        ])
}

private struct VerifyRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Message(
            en: "Check every entry of the log, and all tables against it.",
            vi: "Kiểm tra mọi mục của nhật ký sổ, và đối chiếu mọi bảng với nhật ký."),
        discussion: Message(
            en: """
                Every changed, removed, added or reordered entry is found, every card, run, file and sheet that is not as it \
                was registered, and every index that does not fit its table. That an older register stands in its place is \
                found by register.head beside it, or by a code that was printed at the foot of a report (--head).
                """,
            vi: """
                Tìm ra mọi mục bị sửa, xóa, thêm hoặc đổi thứ tự, mọi thẻ, đợt in, tệp và tờ không đúng như \
                đã ghi, và mọi chỉ mục không khớp bảng. Nếu sổ cũ hơn nằm thay chỗ thì nhận ra nhờ \
                register.head bên cạnh, hoặc nhờ mã in ở cuối báo cáo (--head).
                """))

    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            en: "A code from a report, a backup or `mocban register head`: the log must have that entry.",
            vi: "Mã từ một báo cáo, bản sao lưu hoặc `mocban register head`: nhật ký phải có mục ấy.", value: .code))
    var head: String?
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        struct Fault: Encodable {
            var entry: Int?
            var message: String
        }

        var entries, cards, faultCount: Int
        var faults: [Fault]
    }

    func validate() throws {
        guard head == nil || head.flatMap(LogHead.Code.init) != nil else {
            throw ValidationError(
                en:
                    "'\(head ?? "")' is no code of a log: one is 179-7K3M-92QF-A0X4, and its last character checks the others",
                vi:
                    "'\(head ?? "")' không phải mã của nhật ký sổ: mã có dạng 179-7K3M-92QF-A0X4, và ký tự cuối kiểm tra các ký tự khác"
            )
        }
    }

    func answer() async throws {
        let check = try Office(folder: office.folder).checkRegister(against: head.flatMap(LogHead.Code.init))
        if json {
            try say(
                json: Answer(
                    entries: check.entries, cards: check.cards, faultCount: check.faultCount,
                    faults: check.faults.map {
                        Answer.Fault(entry: $0.entry, message: $0.message.text)
                    }))
        } else {
            for fault in check.faults { try say(fault.message) }
            let more = check.faultCount - check.faults.count
            if more > 0 { try say(Message(en: "and \(counted(more, "more fault"))", vi: "và \(more) lỗi nữa")) }
            let size = Message(
                en: "\(counted(check.entries, "entry", "entries")), \(counted(check.cards, "card"))",
                vi: "\(check.entries) mục, \(check.cards) thẻ")
            try say(
                check.isGood
                    ? Message(en: "the register is whole: \(size.english)", vi: "sổ nguyên vẹn: \(size.vietnamese)")
                    : Message(
                        en: "\(size.english): \(counted(check.faultCount, "fault"))",
                        vi: "\(size.vietnamese): \(check.faultCount) lỗi"))
        }
        if !check.isGood { throw FailureCategory.refused.code }
    }
}
