import ArgumentParser
import Files
import Foundation
import Messages
import Mocban
import Payload

struct VerifyCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say whether scanned texts or pictures of codes are valid.",
        discussion: """
            With `-` it reads a line at a time, as a scanner types it, and answers each at once. Works without a network.

            Verdicts: \(Verdict.allCases.map(\.rawValue).joined(separator: ", ")). \
            Exit status 0 when all are valid, else 1.
            """)

    @OptionGroup var options: GateOptions
    @Argument(help: ArgumentHelp("Texts as scanned, or - for lines of standard input.", valueName: "TEXT"))
    var texts: [String] = []
    @Option(
        name: .customLong("image"), parsing: .upToNextOption,
        help: ArgumentHelp("PNG or JPEG pictures; every code in them is verified.", valueName: "FILE"))
    var images: [String] = []
    @Option(
        help: ArgumentHelp(
            "A revocation list, instead of the one beside the keys (`mocban revocations import`).", valueName: "FILE"))
    var revocations: String?
    @Option(help: ArgumentHelp("Verify as of this time (2026-11-24T06:43:29Z) instead of now.", valueName: "TIME"))
    var at: Timestamp?
    @Flag(help: "Answer as JSON: one object, a list for several inputs, an object a line with `-`.") var json = false

    func validate() throws {
        guard !texts.isEmpty || !images.isEmpty else { throw ValidationError("Give a text, - or --image FILE.") }
        guard !texts.contains("-") || (texts.count == 1 && images.isEmpty) else {
            throw ValidationError("- stands alone: it reads texts from standard input.")
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
                note("mocban: \(error)")
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
        note(
            "mocban: \(serial) is not in the register: it is older than that, or somebody else has the key "
                + "\(answer.verification.keyID?.description ?? "")")
    }

    private static func remark(_ sentence: Message) { note("mocban: \(sentence.english)") }

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
