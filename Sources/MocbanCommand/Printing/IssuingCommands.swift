import CommandWords
import Files
import ArgumentParser
import Layout
import Messages
import Mocban
import Payload
import Register
import RosterCheck
import VietnameseText

/// What `cards` and `posters` have in common.
struct IssuingOptions: ParsableArguments {
    @OptionGroup var printing: PrintingOptions
    @OptionGroup var reading: ReadingArguments

    @Option(
        help: ArgumentHelp(
            en:
                "Print one of n shares of the list, 1/n to n/n, such as 3/8: a household is never split, and stays in its share.",
            vi:
                "In một trong n phần của danh sách, từ 1/n đến n/n, như 3/8: một hộ không bao giờ bị chia, và luôn ở phần của mình.",
            discussion: Message(
                en: """
                    For the jobs of an array, each with its own copy of the office's folder and its own --out; `mocban register \
                    merge` joins their registers. Where a scheduler counts jobs from 0, add 1.
                    """,
                vi: """
                    Cho các việc chạy song song, mỗi việc có bản sao riêng của thư mục cơ quan và --out \
                    riêng; `mocban register merge` gộp các sổ. Nếu bộ xếp lịch đếm việc từ 0 thì cộng 1.
                    """), value: Message(verbatim: "i/n")))
    var shard: Shard?

    @Option(
        help: ArgumentHelp(
            en: "hmac for codes that this office checks itself, ed25519 for codes that others check.",
            vi: "hmac cho mã do chính cơ quan kiểm tra, ed25519 cho mã do nơi khác kiểm tra.",
            value: Message(en: "sign", vi: "CÁCH_KÝ")))
    var sign: Signature = .hmac

    @Flag(
        help: ArgumentHelp(
            en: "Print those again who have a valid one, with the same serials.",
            vi: "In lại cho cả người đang có thẻ hợp lệ, với cùng số thẻ.")) var forceReprint = false

    @Flag(
        help: ArgumentHelp(
            en: "Give those a new one, and revoke the old, whose valid one says something else than the roster.",
            vi: "Cấp thẻ mới và thu hồi thẻ cũ cho người có thẻ hợp lệ ghi khác danh sách."))
    var reissueChanged = false

    enum Signature: String, ExpressibleByArgument, CaseIterable {
        case hmac, ed25519
    }

    /// Prints a roster and answers with what the run came to.
    func issue(_ kind: ClaimsKind, _ roster: String, grouping: Grouping) async throws {
        let bar = ProgressLine(kind == .card ? .cards : .posters, form: printing.progress)
        defer { bar.end() }
        let report = try await printing.office.held(by: kind.command) { office, lock in
            var options = printing.runOptions
            options.grouping = grouping
            options.algorithm = sign == .hmac ? .hmac256 : .ed25519
            options.holding = RunOptions.Holding(isReprinted: forceReprint, isReissued: reissueChanged)
            options.shard = shard
            let run = try IssuingRun(kind, office: office, resources: try .located(), options: options, lock: lock)
            let converted = try reading.converted([roster])
            defer { withExtendedLifetime(converted) {} }
            let plan = try await run.plan(
                converted?.paths[0] ?? roster, convertedFrom: roster, to: printing.out, options: reading.options,
                progress: bar.update)
            return try await printing.publish(plan, progress: bar.update) { report in
                bar.end()
                try answer(report, kind, roster)
            }
        }
        if report.rejected > 0 { throw FailureCategory.refused.code }
    }

    private func answer(_ report: RunReport, _ kind: ClaimsKind, _ roster: String) throws {
        report.remarks.forEach(note)
        for reading in report.readings ?? [] { note(reading) }
        if !report.unreadSheets.isEmpty {
            let names = report.unreadSheets.map { "“\(Shown.text($0))”" }.joined(separator: ", ")
            note(
                Message(
                    en: "NOT read: \(names). Print each by --sheet NAME into a folder of its own",
                    vi: "CHƯA đọc: \(names). Hãy in từng trang tính bằng --sheet TÊN vào thư mục riêng"))
        }
        if printing.json { try say(json: report) } else { try summarize(report, kind, roster) }
    }

    private func summarize(_ report: RunReport, _ kind: ClaimsKind, _ roster: String) throws {
        let (english, vietnamese) = (kind.noun.english, kind.noun.vietnamese)
        let out = printing.out
        try say(report.printedLine(kind, out: out))
        if report.holding > 0 {
            let rows = counted(report.holding, "row", verb: "has", "have")
            try say(
                Message(
                    en: "\(rows) a valid \(english) and got no other; --force-reprint prints them again",
                    vi: "\(report.holding) dòng đã có \(vietnamese) hợp lệ nên không in thêm; --force-reprint in lại"))
        }
        if report.changed > 0 {
            let rows = counted(
                report.changed, "row", verb: "has a valid \(english) that says", "have valid \(english)s that say")
            try say(
                Message(
                    en: "\(rows) something else; \(out)/changed.csv says what, --reissue-changed gives new ones",
                    vi: "\(report.changed) dòng có \(vietnamese) hợp lệ ghi khác danh sách; xem \(out)/changed.csv, "
                        + "--reissue-changed cấp lại"))
        }
        if let others = report.otherShards, let shard = report.shard {
            try say(
                Message(
                    en: "\(counted(others, "row", verb: "belongs", "belong")) to other shards than \(shard)",
                    vi: "\(others) dòng thuộc phần khác, không phải phần \(shard)"))
        }
        if report.rejected > 0 {
            try say(
                Message(
                    en: "\(counted(report.rejected, "row")) of \(report.read) rejected; \(out)/rejected.csv says why",
                    vi: "\(report.rejected)/\(report.read) dòng bị từ chối; lý do ở \(out)/rejected.csv"))
        }
        if report.passedOver > 0 {
            let passed = report.passedOver
            try say(
                Message(
                    en: counted(passed, "row", verb: "is a note or a total and was", "are notes or totals and were")
                        + " passed over", vi: "\(passed) dòng là ghi chú hoặc dòng cộng, đã bỏ qua"))
        }
        if report.warned > 0 {
            let prints = counted(report.warned, english, verb: "has", "have")
            try say(
                Message(
                    en: "\(prints) warnings: `mocban roster check \(roster)` lists them",
                    vi: "\(report.warned) \(vietnamese) có cảnh báo: `mocban roster check \(roster)` liệt kê"))
        }
    }
}

struct CardsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards",
        abstract: Message(
            en: "Print a card for every person of a household roster.",
            vi: "In thẻ cho mọi người trong danh sách hộ dân."),
        discussion: Message(
            en: """
                Writes PDF files of sheets, ten cards on A4 by itself, and beside them manifest.json (where each card is) and \
                rejected.csv (rows without a card, and why). A run that was stopped goes on when the same command is given \
                again.
                """,
            vi: """
                Ghi các tệp PDF, mỗi tờ A4 mười thẻ nếu không ghi gì khác, và bên cạnh là manifest.json (thẻ \
                nào ở đâu) và rejected.csv (dòng nào không có thẻ, vì sao). Đợt in bị dừng thì chạy lại đúng \
                lệnh ấy để làm tiếp.
                """))

    @OptionGroup var options: IssuingOptions
    @Argument(
        help: ArgumentHelp(
            en: "The roster, a CSV file or an Excel workbook.", vi: "Danh sách hộ dân, tệp CSV hoặc Excel.",
            value: Message(en: "roster", vi: "DANH_SÁCH"))) var roster: String
    @Option(
        help: ArgumentHelp(
            en: "Which cards go into one file: \(Grouping.allCases.map(\.rawValue).joined(separator: ", ")).",
            vi:
                "Những thẻ nào vào chung một tệp (hamlet: thôn, household: hộ, none: tất cả): \(Grouping.allCases.map(\.rawValue).joined(separator: ", ")).",
            value: Message(en: "group-by", vi: "CÁCH_GỘP")))
    var groupBy: Grouping = .hamlet

    func answer() async throws { try await options.issue(.card, roster, grouping: groupBy) }
}

struct PostersCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "posters",
        abstract: Message(
            en: "Print a poster for every venue of a list.", vi: "In áp phích cho mọi địa điểm trong danh sách."),
        discussion: Message(
            en: """
                Writes PDF files, a page for each venue, and beside them manifest.json (where each poster is) and \
                rejected.csv (rows without a poster, and why). A run that was stopped goes on when the same command is given \
                again.
                """,
            vi: """
                Ghi các tệp PDF, mỗi địa điểm một trang, và bên cạnh là manifest.json (áp phích nào ở đâu) \
                và rejected.csv (dòng nào không có áp phích, vì sao). Đợt in bị dừng thì chạy lại đúng lệnh \
                ấy để làm tiếp.
                """))

    @OptionGroup var options: IssuingOptions
    @Argument(
        help: ArgumentHelp(
            en: "The list of venues, a CSV file or an Excel workbook.", vi: "Danh sách địa điểm, tệp CSV hoặc Excel.",
            value: Message(en: "venues", vi: "ĐỊA_ĐIỂM"))) var venues: String

    func answer() async throws { try await options.issue(.venue, venues, grouping: .none) }
}
