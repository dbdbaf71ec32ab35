import Files
import ArgumentParser
import Messages
import Mocban
import Payload
import Register

struct HeadOfRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: Message(
            en: "Show the end of the log as a code that a person can compare.",
            vi: "Hiện điểm cuối nhật ký sổ thành mã để người đối chiếu được."),
        discussion: Message(
            en: """
                The code stands at the foot of every report, and every backup and revocation list has it. A register that has \
                lost entries since cannot have the same: `mocban register verify --head CODE` holds it to an older code.

                --keep writes register.head anew, where that file is gone or faulty: compare the code with the last one that \
                was printed first.
                """,
            vi: """
                Mã nằm ở cuối mỗi báo cáo, và trong mỗi bản sao lưu và danh sách thu hồi. Sổ đã mất mục nào \
                sau đó thì không thể có cùng mã: `mocban register verify --head MÃ` đối chiếu sổ với mã cũ \
                hơn.

                --keep ghi lại register.head, khi tệp ấy mất hoặc hỏng: trước hết hãy so mã với mã in gần \
                nhất.
                """))

    @OptionGroup var office: WritableOffice
    @Flag(help: ArgumentHelp(en: "Write register.head anew.", vi: "Ghi lại register.head.")) var keep = false
    @Flag(help: .json) var json = false

    private struct Answer: Encodable {
        var entry: Int
        var time, code: String

        init(_ head: LogHead) { (entry, time, code) = (head.entry, "\(head.time)", "\(head.code)") }
    }

    func answer() async throws {
        let head =
            keep
            ? try await office.held(by: "register head") { office, lock in try office.keepRegisterHead(lock: lock) }
            : try Office(folder: office.folder).registerEnd()
        if json { return try say(json: Answer(head)) }
        try say(
            Message(
                en: "the log ends with entry \(head.entry) of \(head.time), code \(head.code)",
                vi: "nhật ký sổ kết thúc ở mục \(head.entry) lúc \(head.time), mã \(head.code)"))
        if keep { note(Message(en: "register.head keeps it from now on", vi: "từ nay register.head giữ mã này")) }
    }
}

struct NewRegister: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: Message(
            en: "Make an empty register for an office that never had one.",
            vi: "Tạo sổ trống cho cơ quan chưa từng có sổ."),
        discussion: Message(
            en: """
                `mocban init` makes the register; this is for an office from before there were registers. Cards that it \
                issued are not known to the new one.
                """,
            vi: """
                `mocban init` đã tạo sổ; lệnh này dành cho cơ quan có từ khi chưa có sổ. Sổ mới không biết \
                các thẻ cơ quan đã cấp.
                """))

    @OptionGroup var office: WritableOffice
    @Flag(
        help: ArgumentHelp(
            en: "Give up a register that was there and is lost with all its backups, and all that it knew.",
            vi: "Bỏ sổ trước đây đã mất cùng mọi bản sao lưu, và bỏ mọi điều sổ ấy ghi."))
    var lost = false

    func answer() async throws {
        try await office.held(by: "register new") { [lost] in try $0.makeRegister(isLost: lost, lock: $1) }
        try say(
            Message(
                en: "the office has an empty register now: cards that were issued before are not in it",
                vi: "cơ quan nay có sổ trống: trong sổ không có các thẻ đã cấp trước đây"))
    }
}
