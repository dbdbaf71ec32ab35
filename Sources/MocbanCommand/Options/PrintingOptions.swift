import Files
import ArgumentParser
import Foundation
import Layout
import Mocban
import Payload
import Proofing

/// What all commands have in common that print sheets into a folder.
struct PrintingOptions: ParsableArguments {
    @OptionGroup var office: WritableOffice

    @Option(help: ArgumentHelp("The folder for the files; it is made where it is not there.", valueName: "DIR"))
    var out: String

    @Option(help: ArgumentHelp("A template's name or file, instead of the usual one.", valueName: "NAME"))
    var template: String?

    @Option(help: "The language of the template's own words: \(TemplateLanguage.names).")
    var lang: TemplateLanguage = .vietnamese

    @Option(
        help: ArgumentHelp(
            "The folder of photographs, for a template that shows them: 046185000123.jpg by national ID, 17.jpg by row.",
            valueName: "DIR"))
    var photos: String?

    @OptionGroup var sheets: SheetOptions

    @Option(help: ArgumentHelp("Files that are drawn at once.", valueName: "N"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: ArgumentHelp(
            "Print as of this time (2026-11-24T06:43:29Z) instead of now; the same input and time give the same bytes.",
            valueName: "TIME"))
    var clock: Timestamp?

    @Flag(
        help: """
            Prove every file (as `mocban proof` does) before it gets its name; a fault stops the run, and nothing is \
            registered.
            """) var proof = false

    @Option(
        help: ArgumentHelp(
            "How far the run is, on standard error: bar, on a terminal alone; json, a line a second for programs; none.",
            discussion: "docs/batch.md describes the lines of json."))
    var progress: ProgressForm = .bar

    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws { if !(1...256).contains(jobs) { throw ValidationError("--jobs is 1 to 256") } }

    /// How a run prints, as far as all runs have it in common.
    var runOptions: RunOptions {
        var options = RunOptions(clock: clock ?? .now())
        (options.template, options.language, options.sheets) = (template, lang, sheets.choices)
        (options.photos, options.jobs, options.isClockFixed) = (photos, jobs, clock != nil)
        return options
    }

    /// Draws what is planned, has it proved where that is asked for, gives the files their names, and has somebody told.
    func publish(
        _ plan: RunPlan, progress: @escaping @Sendable (RunProgress) -> Void, answer: (RunReport) throws -> Void
    ) async throws -> RunReport {
        if case .planned(let planned) = plan, let (whole, all) = planned.resumed {
            note("going on from a run that was stopped: \(whole) of \(all) files are whole")
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
