import ArgumentParser
import Files
import Foundation
import Messages
import Mocban
import Payload

struct VerifyCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Message(
            en: "Say whether scanned texts or pictures of codes are valid.",
            vi: "Cho biết mã quét được hoặc mã trong ảnh có hợp lệ không."),
        discussion: Message(
            en: """
                With `-` it reads a line at a time, as a scanner types it, and answers each at once. Works without a network.

                Verdicts: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")). \
                Exit status 0 when all are valid, else 1.
                """,
            vi: """
                Với `-`, mỗi lần đọc một dòng như máy quét gõ vào, và trả lời ngay. Không cần mạng.

                Kết quả kiểm tra: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")). Mã kết thúc \
                là 0 khi tất cả hợp lệ, nếu không là 1.
                """))

    @OptionGroup var options: GateOptions
    @Argument(
        help: ArgumentHelp(
            en: "Texts as scanned, or - for lines of standard input.",
            vi: "Nội dung quét được, hoặc - để đọc từng dòng.", value: .words))
    var texts: [String] = []
    @Option(
        name: .customLong("image"), parsing: .upToNextOption,
        help: ArgumentHelp(
            en: "PNG or JPEG pictures; every code in them is verified.",
            vi: "Ảnh PNG hoặc JPEG; mọi mã trong ảnh đều được kiểm tra.", value: .file))
    var images: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "A revocation list, instead of the one beside the keys (`mocban revocations import`).",
            vi: "Danh sách thu hồi, thay cho danh sách cạnh khóa (`mocban revocations import`).", value: .file))
    var revocations: String?
    @Option(
        help: ArgumentHelp(
            en: "Verify as of this time (2026-11-24T06:43:29Z) instead of now.",
            vi: "Kiểm tra theo thời điểm này (2026-11-24T06:43:29Z) thay cho lúc này.", value: .time))
    var at: Timestamp?
    @Flag(
        help: ArgumentHelp(
            en: "Answer as JSON: one object, a list for several inputs, an object a line with `-`.",
            vi: "Trả lời bằng JSON: một đối tượng, một mảng khi có nhiều mã, mỗi dòng một đối tượng với `-`."))
    var json = false

    func validate() throws {
        guard !texts.isEmpty || !images.isEmpty else {
            throw ValidationError(en: "Give a text, - or --image FILE.", vi: "Hãy ghi nội dung mã, - hoặc --image TỆP.")
        }
        guard !texts.contains("-") || (texts.count == 1 && images.isEmpty) else {
            throw ValidationError(
                en: "- stands alone: it reads texts from standard input.",
                vi: "- phải đứng một mình: nó đọc nội dung từ đầu vào chuẩn.")
        }
    }

    func answer() async throws {
        let (kept, office) = try options.office.kept(keys: options.keys)
        var watch = try RevocationWatch(kept, file: revocations, remark: Self.remark)
        let desk = Desk(kept.keyring, office, watch.list)
        var notice = StaleNotice(watch.list)
        notice.check(at: at ?? .now())
        if texts == ["-"] { return try answerLines(desk, kept.keyring, office, &watch, notice: notice) }
        let (gate, register) = (desk.gate, desk.register)
        var answers = try texts.map { try gate.answer($0, at: at ?? .now()) }
        var worst: FailureCategory?
        for image in images {
            // One bad picture must not take the others' answers away.
            do { answers += try gate.answers(image: image, at: at ?? .now()) } catch {
                note(Message(of: error).prefixed("mocban"))
                worst = FailureCategory(of: error)
            }
        }
        if json {
            if answers.count == 1 { try say(json: answers[0]) } else { try say(json: answers) }
        } else {
            for answer in answers { try say(answer.line, hasTabs: true) }
        }
        for answer in answers { try remark(on: answer, register) }
        if let worst { throw worst.code }
        if !answers.allSatisfy(\.isValid) { throw FailureCategory.refused.code }
    }

    /// Says where the office's own register does not have what one of its keys signed.
    private func remark(on answer: GateAnswer, _ register: OfficeRevocations?) throws {
        guard answer.isValid, let serial = answer.verification.claims?.serial, try register?.isStranger(serial) == true
        else { return }
        let key = answer.verification.keyID?.description ?? ""
        note(
            Message(
                en: "\(serial) is not in the register: it is older than that, or somebody else has the key \(key)",
                vi: "\(serial) không có trong sổ: thẻ có trước sổ, hoặc người khác có khóa \(key)"
            ).prefixed("mocban"))
    }

    private static func remark(_ sentence: Message) { note(sentence.prefixed("mocban")) }

    /// A line, an answer, at once: somebody is waiting at the gate.
    private func answerLines(
        _ first: Desk, _ keyring: Keyring, _ office: Office?, _ watch: inout RevocationWatch, notice: StaleNotice
    ) throws {
        var (desk, notice) = (first, notice)
        var isEveryOneValid = true
        var lines = InputLines()
        while let line = try lines.next() {
            // The list may have been changed while the gate waited.
            if try watch.refresh(remark: Self.remark) {
                desk = Desk(keyring, office, watch.list)
                notice = StaleNotice(watch.list)
            }
            let clock = at ?? .now()
            let answer = try desk.gate.answer(line, at: clock)
            isEveryOneValid = isEveryOneValid && answer.isValid
            if json { try say(json: answer, pretty: false) } else { try say(answer.line, hasTabs: true) }
            try remark(on: answer, desk.register)
            notice.check(at: clock)
        }
        if !isEveryOneValid { throw FailureCategory.refused.code }
    }
}

/// A gate with what it knows of revocations at a moment.
private struct Desk {
    let gate: Gate
    /// The office's own register, which is asked as it is at each question; nil where the keys are exported ones.
    let register: OfficeRevocations?

    init(_ keyring: Keyring, _ office: Office?, _ list: RevocationList?) {
        register = office.map { OfficeRevocations(office: $0, list: list) }
        gate = Gate(keyring: keyring, revocations: register ?? list)
    }
}
