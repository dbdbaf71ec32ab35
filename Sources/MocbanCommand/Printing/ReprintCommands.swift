import ArgumentParser
import CommandWords
import Files
import Messages
import Mocban
import Payload
import Proofing

struct ReprintCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprint",
        abstract: Message(
            en: "Print cards or posters once more, with the same serials.",
            vi: "In lại thẻ hoặc áp phích, với cùng số thẻ."),
        discussion: Message(
            en: """
                After a paper jam at sheet 37 of run 3: mocban reprint --run 3 --sheets 37- --out DIR. Sheets are counted \
                through all files of the run in the order of its manifest, or in one with --file.
                """,
            vi: """
                Khi kẹt giấy ở tờ 37 của đợt in 3: mocban reprint --run 3 --sheets 37- --out THƯ_MỤC. Tờ \
                được đếm qua mọi tệp của đợt in theo thứ tự trong bảng kê, hoặc trong một tệp với --file.
                """))

    @OptionGroup var printing: PrintingOptions
    @Argument(help: ArgumentHelp(en: "Serials of cards or posters.", vi: "Số của thẻ hoặc áp phích.", value: .serial))
    var serials: [String] = []
    @Option(
        help: ArgumentHelp(
            en: "Serials in a file, one a line or in a CSV column `serial`, as `mocban proof --reprint-list` writes.",
            vi:
                "Các số thẻ trong một tệp, mỗi dòng một số hoặc trong cột CSV `serial`, như `mocban proof --reprint-list` ghi.",
            value: .file))
    var list: String?
    @Option(
        help: ArgumentHelp(en: "All good cards of a household.", vi: "Mọi thẻ còn giá trị của một hộ.", value: .code))
    var household: String?
    @Option(help: ArgumentHelp(en: "What a run printed.", vi: "Những gì một đợt in đã in.", value: .run)) var run: Int?
    @Option(
        help: ArgumentHelp(
            en: "With --run: only this file of the run.", vi: "Với --run: chỉ tệp này của đợt in.", value: .name))
    var file: String?
    @Option(
        help: ArgumentHelp(
            en: "With --run: only these sheets, such as 37-, 37-40 or 37.",
            vi: "Với --run: chỉ các tờ này, như 37-, 37-40 hoặc 37.", value: Message(en: "SHEETS", vi: "TỜ")))
    var sheets: SheetRange?

    func validate() throws {
        let ways = [!serials.isEmpty, list != nil, household != nil, run != nil].count(where: \.self)
        guard ways == 1 else {
            throw ValidationError(
                en: "Give serials, or one of --list FILE, --household CODE and --run ID.",
                vi: "Hãy ghi số thẻ, hoặc một trong --list TỆP, --household MÃ và --run SỐ_ĐỢT.")
        }
        guard run != nil || (sheets == nil && file == nil) else {
            throw ValidationError(en: "--sheets and --file belong to --run.", vi: "--sheets và --file đi với --run.")
        }
    }

    func answer() async throws {
        let selection: ReprintRun.Selection =
            if let household {
                .household(household)
            } else if let run {
                .run(run, file: file, sheets: sheets?.range)
            } else {
                .serials(try TypedSerials(try listed ?? serials).checked)
            }
        try await printing.print(selection, .reprint, command: "reprint")
    }

    /// The list's serials; nil without a list, and an empty list ends the program.
    private var listed: [String]? {
        get throws {
            guard let list else { return nil }
            let serials = try ReprintList.serials(list)
            guard !serials.isEmpty else {
                throw NamedFaults(
                    lines: [
                        Message(
                            en: "there is no serial in \(list): nothing is to be printed once more",
                            vi: "không có số thẻ nào trong \(list): không có gì để in lại")
                    ], category: .badInput)
            }
            return serials
        }
    }
}

struct ReissueCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "reissue",
        abstract: Message(
            en: "Print cards or posters with new serials; the old ones are revoked.",
            vi: "Cấp lại thẻ hoặc áp phích với số thẻ mới; thẻ cũ bị thu hồi."),
        discussion: Message(
            en: """
                For a card that was lost or stolen. What is printed is what the register has; where a name was corrected, \
                correct the roster and give `mocban cards` with --reissue-changed.
                """,
            vi: """
                Dùng khi thẻ bị mất hoặc bị lấy cắp. Thẻ in ra đúng như trong sổ; nếu tên đã sửa thì sửa \
                danh sách rồi chạy `mocban cards` với --reissue-changed.
                """))

    @OptionGroup var printing: PrintingOptions
    @Argument(help: ArgumentHelp(en: "Serials of cards or posters.", vi: "Số của thẻ hoặc áp phích.", value: .serial))
    var serials: [String]
    @Option(
        help: ArgumentHelp(
            en: "Why; it is kept in the register's log.", vi: "Lý do; được giữ trong nhật ký sổ.", value: .words))
    var reason = Message(en: "reissued", vi: "cấp lại")
        .text

    func validate() throws {
        if serials.isEmpty {
            throw ValidationError(en: "Give serials.", vi: "Hãy ghi số thẻ.")
        }
    }

    func answer() async throws {
        try await printing.print(
            .serials(try TypedSerials(serials).checked), .reissue(reason: reason), command: "reissue")
    }
}

/// Sheets as a person names them: `37-`, `37-40` or `37`.
struct SheetRange: ExpressibleByArgument {
    let range: ClosedRange<Int>

    init?(argument: String) {
        let ends = argument.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = Int(ends[0]), first >= 1 else { return nil }
        let last = ends.count == 1 ? first : ends[1].isEmpty ? Int.max : Int(ends[1])
        guard let last, last >= first else { return nil }
        range = first...last
    }
}

extension PrintingOptions {
    /// Prints what is registered and answers with what the run came to.
    fileprivate func print(
        _ selection: ReprintRun.Selection, _ purpose: ReprintRun.Purpose, command: String
    ) async throws {
        let bar = ProgressLine(.cards, form: progress)
        defer { bar.end() }
        let report = try await namingAll {
            try await office.held(by: command) { office, lock in
                let run = try ReprintRun(
                    selection, purpose, office: office, resources: try .located(), options: runOptions, lock: lock)
                let kind = run.kind
                let plan = try await run.plan(to: out, progress: bar.update)
                return try await publish(plan, progress: bar.update) { report in
                    bar.end()
                    try answer(report, kind)
                }
            }
        }
        if report.rejected > 0 { throw FailureCategory.refused.code }
    }

    private func answer(_ report: RunReport, _ kind: ClaimsKind) throws {
        report.remarks.forEach(note)
        guard !json else { return try say(json: report) }
        try say(report.printedLine(kind, out: out))
        if report.rejected > 0 {
            try say(
                Message(
                    en: "\(counted(report.rejected, kind.noun.english)) of \(report.read) not printed; "
                        + "\(out)/rejected.csv says why",
                    vi: "\(report.rejected)/\(report.read) \(kind.noun.vietnamese) không in được; "
                        + "lý do ở \(out)/rejected.csv"))
        }
    }
}
