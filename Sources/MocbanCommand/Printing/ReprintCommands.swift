import ArgumentParser
import Files
import Messages
import Mocban
import Payload
import Proofing

struct ReprintCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprint", abstract: "Print cards or posters once more, with the same serials.",
        discussion: """
            After a paper jam at sheet 37 of run 3: mocban reprint --run 3 --sheets 37- --out DIR. Sheets are counted \
            through all files of the run in the order of its manifest, or in one with --file.
            """)

    @OptionGroup var printing: PrintingOptions
    @Argument(help: ArgumentHelp("Serials of cards or posters.", valueName: "SERIAL")) var serials: [String] = []
    @Option(
        help: ArgumentHelp(
            "Serials in a file, one a line or in a CSV column `serial`, as `mocban proof --reprint-list` writes.",
            valueName: "FILE"))
    var list: String?
    @Option(help: ArgumentHelp("All good cards of a household.", valueName: "CODE")) var household: String?
    @Option(help: ArgumentHelp("What a run printed.", valueName: "ID")) var run: Int?
    @Option(help: ArgumentHelp("With --run: only this file of the run.", valueName: "NAME")) var file: String?
    @Option(help: ArgumentHelp("With --run: only these sheets, such as 37-, 37-40 or 37.", valueName: "SHEETS"))
    var sheets: SheetRange?

    func validate() throws {
        let ways = [!serials.isEmpty, list != nil, household != nil, run != nil].count(where: \.self)
        guard ways == 1 else {
            throw ValidationError("Give serials, or one of --list FILE, --household CODE and --run ID.")
        }
        guard run != nil || (sheets == nil && file == nil) else {
            throw ValidationError("--sheets and --file belong to --run.")
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
                note("mocban: there is no serial in \(list): nothing is to be printed once more")
                throw FailureCategory.badInput.code
            }
            return serials
        }
    }
}

struct ReissueCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "reissue", abstract: "Print cards or posters with new serials; the old ones are revoked.",
        discussion: """
            For a card that was lost or stolen. What is printed is what the register has; where a name was corrected, \
            correct the roster and give `mocban cards` with --reissue-changed.
            """)

    @OptionGroup var printing: PrintingOptions
    @Argument(help: ArgumentHelp("Serials of cards or posters.", valueName: "SERIAL")) var serials: [String]
    @Option(help: ArgumentHelp("Why; it is kept in the register's log.", valueName: "TEXT")) var reason = "reissued"

    func validate() throws { if serials.isEmpty { throw ValidationError("Give serials.") } }

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
        let bar = ProgressLine("card", form: progress)
        defer { bar.end() }
        let report = try await namingAll {
            try await office.held(by: command) { office, lock in
                let run = try ReprintRun(
                    selection, purpose, office: office, resources: try .located(), options: runOptions, lock: lock)
                let noun = run.kind == .card ? "card" : "poster"
                let plan = try await run.plan(to: out, progress: bar.update)
                return try await publish(plan, progress: bar.update) { report in
                    bar.end()
                    try answer(report, noun)
                }
            }
        }
        if report.rejected > 0 { throw FailureCategory.refused.code }
    }

    private func answer(_ report: RunReport, _ noun: String) throws {
        report.remarks.forEach(note)
        guard !json else { return try say(json: report) }
        try say(report.printedLine(noun, out: out))
        if report.rejected > 0 {
            try say("\(counted(report.rejected, noun)) of \(report.read) not printed; \(out)/rejected.csv says why")
        }
    }
}
