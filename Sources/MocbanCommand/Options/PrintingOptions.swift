import Files
import ArgumentParser
import Foundation
import Layout
import Messages
import Mocban
import Payload
import Proofing

/// What all commands have in common that print sheets into a folder.
struct PrintingOptions: ParsableArguments {
    @OptionGroup var office: WritableOffice

    @Option(
        help: ArgumentHelp(
            en: "The folder for the files; it is made where it is not there.",
            vi: "Thư mục chứa các tệp; chưa có thì được tạo.", value: .folder))
    var out: String

    @Option(
        help: ArgumentHelp(
            en: "A template's name or file, instead of the usual one.",
            vi: "Tên hoặc tệp của mẫu, thay cho mẫu thường dùng.", value: .name))
    var template: String?

    @Option(
        help: ArgumentHelp(
            en: "The language of the template's own words: \(TemplateLanguage.names).",
            vi: "Ngôn ngữ của chữ có sẵn trong mẫu: \(TemplateLanguage.names).",
            value: Message(en: "lang", vi: "NGÔN_NGỮ")))
    var lang: TemplateLanguage = .vietnamese

    @Option(
        help: ArgumentHelp(
            en:
                "The folder of photographs, for a template that shows them: 046185000123.jpg by national ID, 17.jpg by row.",
            vi: "Thư mục ảnh chân dung, cho mẫu có ảnh: 046185000123.jpg theo số CCCD, 17.jpg theo dòng.",
            value: .folder))
    var photos: String?

    @OptionGroup var sheets: SheetOptions

    @Option(help: ArgumentHelp(en: "Files that are drawn at once.", vi: "Số tệp vẽ cùng lúc.", value: .number))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp(
            en:
                "Print as of this time (2026-11-24T06:43:29Z) instead of now; the same input and time give the same bytes.",
            vi:
                "In theo thời điểm này (2026-11-24T06:43:29Z) thay cho lúc này; cùng dữ liệu và thời điểm thì ra đúng các byte như nhau.",
            value: .time))
    var clock: Timestamp?

    @Flag(
        help: ArgumentHelp(
            en: """
                Prove every file (as `mocban proof` does) before it gets its name; a fault stops the run, and nothing is \
                registered.
                """,
            vi: """
                Kiểm bản in từng tệp (như `mocban proof`) trước khi đặt tên; có lỗi thì đợt in dừng, và \
                không có gì được ghi vào sổ.
                """)) var proof = false

    @Option(
        help: ArgumentHelp(
            en:
                "How far the run is, on standard error: bar, on a terminal alone; json, a line a second for programs; none.",
            vi:
                "Tiến độ đợt in, ghi ra đầu ra lỗi: bar (thanh tiến độ, chỉ trên màn hình), json (mỗi giây một dòng cho phần mềm), none (không hiện).",
            discussion: Message(
                en: "docs/batch.md describes the lines of json.", vi: "docs/batch.md mô tả các dòng của json."),
            value: Message(en: "progress", vi: "CÁCH_HIỆN")))
    var progress: ProgressForm = .bar

    @Flag(help: .json) var json = false

    func validate() throws {
        if !(1...256).contains(jobs) {
            throw ValidationError(en: "--jobs is 1 to 256", vi: "--jobs là từ 1 đến 256")
        }
    }

    /// How a run prints, as far as all runs have it in common.
    var runOptions: RunOptions {
        var options = RunOptions(clock: clock ?? .now())
        options.wording = language
        (options.template, options.language, options.sheets) = (template, lang, sheets.choices)
        (options.photos, options.jobs, options.isClockFixed) = (photos, jobs, clock != nil)
        return options
    }

    /// Draws what is planned, has it proved where that is asked for, gives the files their names, and has somebody told.
    func publish(
        _ plan: RunPlan, progress: @escaping @Sendable (RunProgress) -> Void, answer: (RunReport) throws -> Void
    ) async throws -> RunReport {
        if case .planned(let planned) = plan, let (whole, all) = planned.resumed {
            note(
                Message(
                    en: "going on from a run that was stopped: \(whole) of \(all) files are whole",
                    vi: "làm tiếp đợt in bị dừng: đã xong \(whole)/\(all) tệp"))
        }
        let published = try await plan.publish(progress: progress) { drawn in
            if proof { note(ProofWords.summary(try await drawn.prove(progress: progress))) }
        }
        try answer(published.report)
        published.acknowledge()
        return published.report
    }
}

extension TemplateLanguage {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
