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
            "Print one of n shares of the list, 1/n to n/n, such as 3/8: a household is never split, and stays in its share.",
            discussion: """
                For the jobs of an array, each with its own copy of the office's folder and its own --out; `mocban register \
                merge` joins their registers. Where a scheduler counts jobs from 0, add 1.
                """, valueName: "i/n"))
    var shard: Shard?

    @Option(help: "hmac for codes that this office checks itself, ed25519 for codes that others check.")
    var sign: Signature = .hmac

    @Flag(help: "Print those again who have a valid one, with the same serials.") var forceReprint = false

    @Flag(help: "Give those a new one, and revoke the old, whose valid one says something else than the roster.")
    var reissueChanged = false

    enum Signature: String, ExpressibleByArgument, CaseIterable {
        case hmac, ed25519
    }

    /// Prints a roster and answers with what the run came to.
    func issue(_ kind: ClaimsKind, _ roster: String, grouping: Grouping) async throws {
        let bar = ProgressLine(kind == .card ? "card" : "poster", form: printing.progress)
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
        for reading in report.readings ?? [] { note(reading.english) }
        if !report.unreadSheets.isEmpty {
            let names = report.unreadSheets.map { "“\(Shown.text($0))”" }.joined(separator: ", ")
            note("NOT read: \(names). Print each by --sheet NAME into a folder of its own")
        }
        if printing.json { try say(json: report) } else { try summarize(report, kind, roster) }
    }

    private func summarize(_ report: RunReport, _ kind: ClaimsKind, _ roster: String) throws {
        let noun = kind == .card ? "card" : "poster"
        let out = printing.out
        try say(report.printedLine(noun, out: out))
        if report.holding > 0 {
            let rows = counted(report.holding, "row", verb: "has", "have")
            try say("\(rows) a valid \(noun) and got no other; --force-reprint prints them again")
        }
        if report.changed > 0 {
            let rows = counted(
                report.changed, "row", verb: "has a valid \(noun) that says", "have valid \(noun)s that say")
            try say("\(rows) something else; \(out)/changed.csv says what, --reissue-changed gives new ones")
        }
        if let others = report.otherShards, let shard = report.shard {
            try say("\(counted(others, "row", verb: "belongs", "belong")) to other shards than \(shard)")
        }
        if report.rejected > 0 {
            try say("\(counted(report.rejected, "row")) of \(report.read) rejected; \(out)/rejected.csv says why")
        }
        if report.passedOver > 0 {
            let rows = counted(
                report.passedOver, "row", verb: "is a note or a total and was", "are notes or totals and were")
            try say("\(rows) passed over")
        }
        if report.warned > 0 {
            let prints = counted(report.warned, noun, verb: "has", "have")
            try say("\(prints) warnings: `mocban roster check \(roster)` lists them")
        }
    }
}

struct CardsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "cards", abstract: "Print a card for every person of a household roster.",
        discussion: """
            Writes PDF files of sheets, ten cards on A4 by itself, and beside them manifest.json (where each card is) and \
            rejected.csv (rows without a card, and why). A run that was stopped goes on when the same command is given \
            again.
            """)

    @OptionGroup var options: IssuingOptions
    @Argument(help: "The roster, a CSV file or an Excel workbook.") var roster: String
    @Option(help: "Which cards go into one file: \(Grouping.allCases.map(\.rawValue).joined(separator: ", ")).")
    var groupBy: Grouping = .hamlet

    func answer() async throws { try await options.issue(.card, roster, grouping: groupBy) }
}

struct PostersCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "posters", abstract: "Print a poster for every venue of a list.",
        discussion: """
            Writes PDF files, a page for each venue, and beside them manifest.json (where each poster is) and \
            rejected.csv (rows without a poster, and why). A run that was stopped goes on when the same command is given \
            again.
            """)

    @OptionGroup var options: IssuingOptions
    @Argument(help: "The list of venues, a CSV file or an Excel workbook.") var venues: String

    func answer() async throws { try await options.issue(.venue, venues, grouping: .none) }
}
