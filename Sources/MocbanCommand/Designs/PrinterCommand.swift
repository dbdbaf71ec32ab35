import Files
import ArgumentParser
import Layout
import Mocban
import Payload

struct PrinterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer", abstract: "Measure printers, so that sheets are printed in their place.",
        discussion: """
            Print the page of `calibrate` on both sides, measure it with a ruler, and keep what was measured by `save`; \
            `mocban cards --printer NAME` then makes good what the printer displaces, and refuses what it cannot print.
            """,
        subcommands: [CalibratePrinter.self, SavePrinter.self, ListPrinters.self, ShowPrinter.self, RemovePrinter.self])
}

/// The paper that a printer is measured with.
struct CalibrationPaper: ParsableArguments {
    @Option(help: "The paper: \(Size.paperNames.filter { $0 != "id1" }.joined(separator: ", ")).")
    var paper: PaperName = .a4

    enum PaperName: String, ExpressibleByArgument, CaseIterable {
        case a4
        case a4Landscape = "a4-landscape"
        case a3
        case a3Landscape = "a3-landscape"
    }

    func sheet() throws -> CalibrationSheet { try CalibrationSheet(paper: Size(paper: paper.rawValue) ?? .a4) }
}

private struct CalibratePrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Write the two-sided page that a printer is measured by.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var paper: CalibrationPaper
    @Option(help: ArgumentHelp("The PDF file to write.", valueName: "PDF")) var out: String
    @Option(help: ArgumentHelp("The date that the file has, instead of now.", valueName: "TIME")) var clock: Timestamp?

    func answer() async throws {
        try paper.sheet().write(to: out, resources: try .located(), office: office.folder, clock: clock ?? .now())
        note("\(out): print it on both sides at 100 %, measure A to L, and keep them by `mocban printer save`")
    }
}

private struct SavePrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keep what was measured of a printer.",
        discussion: """
            mocban printer save canon --measured A=4.2 B=4.0 C=4.2 D=5.1 E=105.6 F=148.2 G=159.7 H=246.8 K=104.9 L=148.8 \
            --flip long-edge

            A to D are the first marks to be seen of the rulers at the left, right, top and bottom edges; E and F lead \
            from the left and the top edge to the front's middle cross, K and L to the back's; G and H lie between the \
            outer crosses. What is left out is taken to be right.
            """)

    @OptionGroup var office: WritableOffice
    @OptionGroup var paper: CalibrationPaper
    @Argument(help: "The printer's name.") var name: String
    @Option(parsing: .upToNextOption, help: ArgumentHelp("What was measured, in mm.", valueName: "A=4.2"))
    var measured: [Measurement]
    @Option(help: "How the printer turns the paper for the second side: long-edge or short-edge.") var flip: Duplex?

    struct Measurement: ExpressibleByArgument {
        let measure: CalibrationSheet.Measure
        let length: Length

        init?(argument: String) {
            let parts = argument.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let measure = CalibrationSheet.Measure(rawValue: parts[0].uppercased()),
                let value = Double(parts[1].replacing(",", with: ".")), value.isFinite
            else { return nil }
            (self.measure, length) = (measure, .mm(value))
        }
    }

    func validate() throws {
        guard PrinterShelf.isName(name) else {
            throw ValidationError("A printer's name is made of letters, digits, hyphens and underscores.")
        }
        guard Set(measured.map(\.measure)).count == measured.count else {
            throw ValidationError("A letter is given twice.")
        }
        guard flip != Duplex.none else { throw ValidationError("--flip is long-edge or short-edge.") }
    }

    func answer() async throws {
        let (sheet, name, flip) = (try paper.sheet(), name, flip)
        let measured = Dictionary(uniqueKeysWithValues: measured.map { ($0.measure, $0.length) })
        let path = try await office.held(by: "printer save") { office, _ in
            let printer = try sheet.printer(named: name, measured: measured, flip: flip)
            return try PrinterShelf(office: office.folder).save(printer)
        }
        note("\(path) keeps it; give --printer \(name) to use it")
    }
}

private struct ListPrinters: AnsweringCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The printers of this office.")

    @OptionGroup var office: OfficeOption
    @Flag(help: "Answer as JSON.") var json = false

    func answer() async throws {
        let names = PrinterShelf(office: office.folder).names
        try say(names, names, json: json)
    }
}

private struct ShowPrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is kept of a printer, as its YAML file has it.")

    @OptionGroup var office: OfficeOption
    @Argument(help: "The printer's name.") var name: String

    func answer() async throws { try say(text: PrinterShelf(office: office.folder).printer(name).yaml) }
}

private struct RemovePrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Forget a printer.")

    @OptionGroup var office: WritableOffice
    @Argument(help: "The printer's name.") var name: String

    func answer() async throws {
        try await office.held(by: "printer remove") { [name] office, _ in
            try PrinterShelf(office: office.folder).remove(name)
        }
    }
}
