import Documents
import Files
import ArgumentParser
import Mocban
import Payload

struct ReportCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Count people, cards and posters: by unit, hamlet and type of venue.",
        discussion: """
            Several offices' folders give one report with several units. Coverage is valid cards for a hundred people of \
            the last roster that was printed from. --pdf writes a letter of one page in the form of Nghị định \
            30/2020/NĐ-CP; what it is not told stays blank, to be written by hand.
            """)

    @OptionGroup var office: OfficeOption
    @Argument(help: ArgumentHelp("Offices' folders, in place of --office.", valueName: "OFFICE"))
    var offices: [String] = []
    @Flag(help: "Answer as JSON.") var json = false
    @Option(help: ArgumentHelp("Write a CSV file for Excel.", valueName: "FILE")) var csv: String?
    @Option(help: ArgumentHelp("Write an official letter of one page.", valueName: "FILE")) var pdf: String?
    @Option(
        help: ArgumentHelp(
            "What has expired at this time, 2026-11-24 or 2026-11-24T06:43:29Z (default: now).", valueName: "TIME"))
    var at: Timestamp?

    @OptionGroup(title: "In the letter") var letter: LetterOptions

    func validate() throws {
        guard csv == nil || csv != pdf else { throw ValidationError("--csv and --pdf need a file each") }
        guard pdf != nil || letter.details == ReportLetter.Details() else {
            throw ValidationError("what is to stand in the letter needs --pdf FILE")
        }
    }

    func answer() async throws {
        let folders = offices.isEmpty ? [office.folder] : offices
        let opened = try folders.map { try Office(folder: $0) }
        for output in [csv, pdf].compactMap(\.self) {
            for office in opened { try office.confirm(output: output) }
        }
        for office in opened where try !office.hasIssued { note("\(office.folder): nothing was issued there yet") }
        let report = try OfficeReport(of: opened, at: at ?? .now())
        if let csv { try report.writeCSV(to: csv) }
        if let pdf {
            try ReportLetter(report, details: letter.details).write(
                to: pdf, resources: .located(), office: folders.first)
        }
        for (file, content) in [(csv, "the table"), (pdf, "the letter")] {
            if let file { note("\(file) holds \(content)") }
        }
        if json { return try say(json: report) }
        guard csv == nil, pdf == nil else { return }
        try say(lines: ReportText(report).lines)
    }
}

/// What a report's letter says besides the figures.
struct LetterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The letter's number: 12, or 12/BC-UBND.", valueName: "TEXT")) var number: String?
    @Option(help: ArgumentHelp("Where it is written (default: from the office's name).", valueName: "TEXT"))
    var place: String?
    @Option(
        help: ArgumentHelp(
            "A line over the signature, as “KT. CHỦ TỊCH”; once for each line, from the top.", valueName: "LINE"))
    var signature: [String] = []
    @Option(help: ArgumentHelp("Who signs.", valueName: "NAME")) var signer: String?
    @Option(help: ArgumentHelp("Who receives it; once for each.", valueName: "TEXT")) var recipient: [String] = []

    var details: ReportLetter.Details {
        var details = ReportLetter.Details()
        (details.number, details.place, details.signer) = (number, place, signer)
        (details.signature, details.recipients) = (signature, recipient)
        return details
    }
}
