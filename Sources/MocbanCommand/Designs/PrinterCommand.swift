import Files
import ArgumentParser
import Layout
import Messages
import Mocban
import Payload

struct PrinterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "printer",
        abstract: Message(
            en: "Measure printers, so that sheets are printed in their place.", vi: "Đo máy in, để tờ in ra đúng chỗ."),
        discussion: Message(
            en: """
                Print the page of `calibrate` on both sides, measure it with a ruler, and keep what was measured by `save`; \
                `mocban cards --printer NAME` then makes good what the printer displaces, and refuses what it cannot print.
                """,
            vi: """
                In trang của `calibrate` cả hai mặt, đo bằng thước, rồi lưu số đo bằng `save`; sau đó \
                `mocban cards --printer TÊN` bù phần máy in làm lệch, và từ chối những gì máy không in được.
                """),
        subcommands: [CalibratePrinter.self, SavePrinter.self, ListPrinters.self, ShowPrinter.self, RemovePrinter.self])
}

/// The paper that a printer is measured with.
struct CalibrationPaper: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "The paper: \(Size.paperNames.filter { $0 != "id1" }.joined(separator: ", ")).",
            vi: "Khổ giấy: \(Size.paperNames.filter { $0 != "id1" }.joined(separator: ", ")).",
            value: Message(en: "paper", vi: "KHỔ_GIẤY")))
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
        commandName: "calibrate",
        abstract: Message(
            en: "Write the two-sided page that a printer is measured by.", vi: "Ghi trang hai mặt dùng để đo máy in."))

    @OptionGroup var office: OfficeOption
    @OptionGroup var paper: CalibrationPaper
    @Option(help: ArgumentHelp(en: "The PDF file to write.", vi: "Tệp PDF cần ghi.", value: Message(verbatim: "PDF")))
    var out: String
    @Option(
        help: ArgumentHelp(
            en: "The date that the file has, instead of now.", vi: "Ngày ghi trong tệp, thay cho lúc này.", value: .time
        )) var clock: Timestamp?

    func answer() async throws {
        try paper.sheet().write(to: out, resources: try .located(), office: office.folder, clock: clock ?? .now())
        note(
            Message(
                en: "print it on both sides at 100 %, measure A to L, and keep them by `mocban printer save`",
                vi: "hãy in cả hai mặt ở 100 %, đo từ A đến L, rồi lưu bằng `mocban printer save`"
            ).prefixed(out))
    }
}

private struct SavePrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: Message(en: "Keep what was measured of a printer.", vi: "Lưu số đo của một máy in."),
        discussion: Message(
            en: """
                mocban printer save canon --measured A=4.2 B=4.0 C=4.2 D=5.1 E=105.6 F=148.2 G=159.7 H=246.8 K=104.9 L=148.8 \
                --flip long-edge

                A to D are the first marks to be seen of the rulers at the left, right, top and bottom edges; E and F lead \
                from the left and the top edge to the front's middle cross, K and L to the back's; G and H lie between the \
                outer crosses. What is left out is taken to be right.
                """,
            vi: """
                mocban printer save canon --measured A=4.2 B=4.0 C=4.2 D=5.1 E=105.6 F=148.2 G=159.7 H=246.8 \
                K=104.9 L=148.8 --flip long-edge

                A đến D là vạch đầu tiên nhìn thấy của thước ở mép trái, phải, trên và dưới; E và F là \
                khoảng từ mép trái và mép trên đến dấu chữ thập giữa của mặt trước, K và L đến dấu của mặt \
                sau; G và H là khoảng giữa các dấu chữ thập ngoài. Số nào không ghi thì coi là đúng.
                """))

    @OptionGroup var office: WritableOffice
    @OptionGroup var paper: CalibrationPaper
    @Argument(help: ArgumentHelp(en: "The printer's name.", vi: "Tên máy in.", value: Message(en: "name", vi: "TÊN")))
    var name: String
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            en: "What was measured, in mm.", vi: "Các số đo, tính bằng mm.", value: Message(verbatim: "A=4.2")))
    var measured: [Measurement]
    @Option(
        help: ArgumentHelp(
            en: "How the printer turns the paper for the second side: long-edge or short-edge.",
            vi: "Máy in lật giấy thế nào khi in mặt sau: long-edge (theo cạnh dài) hoặc short-edge (theo cạnh ngắn).",
            value: Message(en: "flip", vi: "CÁCH_LẬT")))
    var flip: Duplex?

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
            throw ValidationError(
                en: "A printer's name is made of letters, digits, hyphens and underscores.",
                vi: "Tên máy in chỉ gồm chữ không dấu, chữ số, dấu gạch nối và gạch dưới.")
        }
        guard Set(measured.map(\.measure)).count == measured.count else {
            throw ValidationError(en: "A letter is given twice.", vi: "Một chữ cái được ghi hai lần.")
        }
        guard flip != Duplex.none else {
            throw ValidationError(en: "--flip is long-edge or short-edge.", vi: "--flip là long-edge hoặc short-edge.")
        }
    }

    func answer() async throws {
        let (sheet, name, flip) = (try paper.sheet(), name, flip)
        let measured = Dictionary(uniqueKeysWithValues: measured.map { ($0.measure, $0.length) })
        let path = try await office.held(by: "printer save") { office, _ in
            let printer = try sheet.printer(named: name, measured: measured, flip: flip)
            return try PrinterShelf(office: office.folder).save(printer)
        }
        note(
            Message(
                en: "\(path) keeps it; give --printer \(name) to use it",
                vi: "đã lưu vào \(path); muốn dùng thì ghi --printer \(name)"))
    }
}

private struct ListPrinters: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Message(en: "The printers of this office.", vi: "Các máy in của cơ quan này."))

    @OptionGroup var office: OfficeOption
    @Flag(help: .json) var json = false

    func answer() async throws {
        let names = PrinterShelf(office: office.folder).names
        try say(names, names, json: json)
    }
}

private struct ShowPrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message(
            en: "What is kept of a printer, as its YAML file has it.",
            vi: "Những gì đã lưu về một máy in, như trong tệp YAML."))

    @OptionGroup var office: OfficeOption
    @Argument(help: ArgumentHelp(en: "The printer's name.", vi: "Tên máy in.", value: Message(en: "name", vi: "TÊN")))
    var name: String

    func answer() async throws { try say(text: PrinterShelf(office: office.folder).printer(name).yaml) }
}

private struct RemovePrinter: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: Message(en: "Forget a printer.", vi: "Xóa một máy in."))

    @OptionGroup var office: WritableOffice
    @Argument(help: ArgumentHelp(en: "The printer's name.", vi: "Tên máy in.", value: Message(en: "name", vi: "TÊN")))
    var name: String

    func answer() async throws {
        try await office.held(by: "printer remove") { [name] office, _ in
            try PrinterShelf(office: office.folder).remove(name)
        }
    }
}
