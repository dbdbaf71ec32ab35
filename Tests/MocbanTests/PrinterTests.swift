import Files
import Foundation
import Layout
import Payload
import RasterSupport
import TestSupport
import Testing

@testable import Mocban

@Suite("Printers")
struct PrinterTests {
    private static let printer = OfficePrinter(
        name: "canon", paper: .a4,
        machine: SheetLayout.Machine(
            unprinted: Edges(left: .mm(4.2), right: .mm(4), top: .mm(4.25), bottom: .mm(5.1)),
            front: SheetCorrection(offset: Point(x: .mm(0.8), y: .mm(-1.25)), scaleX: 0.9976, scaleY: 1.002),
            back: SheetCorrection(offset: Point(x: .mm(-0.4), y: .mm(0.5)), scaleX: 0.9976, scaleY: 1.002)),
        flip: .shortEdge)

    @Test("a printer comes back from its file as it was", arguments: [Duplex.longEdge, .shortEdge, nil])
    func roundTrip(flip: Duplex?) throws {
        let office = try TestOffice()
        let shelf = PrinterShelf(office: office.path)
        var printer = Self.printer
        printer.flip = flip
        try shelf.save(printer)
        #expect(try shelf.printer("canon") == printer && shelf.names == ["canon"])
        try shelf.remove("canon")
        #expect(shelf.names == [])
        #expect(throws: SheetError.noPrinter(name: "canon", known: [])) { try shelf.remove("canon") }
        #expect(throws: SheetError.noPrinter(name: "canon", known: [])) { try shelf.printer("canon") }
    }

    @Test("a printer's name cannot lead out of its folder", arguments: ["", "a/b", "..", "máy in", "a b", "a.yaml"])
    func names(name: String) { #expect(!PrinterShelf.isName(name) && PrinterShelf.isName("canon-lbp_2900")) }

    @Test(
        "a faulty file is refused with its place",
        arguments: [
            ("front: { offset: [0, 0], scale: [1, 2] }", "a scale is 0.9 to 1.1"),
            ("front: { offset: [0, 50], scale: [1, 1] }", "an offset is at most 20 mm"),
            ("front: { offset: [0], scale: [1, 1] }", "expected [right, down]"),
            ("front: { offset: [0, 0], scale: [1, 1] }\nflip: none", "a flip is long-edge or short-edge"),
            ("front: { offset: [0, 0], scale: [1, 1] }\ncolour: 1", "'colour' is not known here"),
        ])
    func faults(rest: String, message: String) {
        let yaml = "paper: [210, 297]\nunprinted: [4, 4, 4, 4]\n" + rest + "\n"
        let error = #expect(throws: ConfigurationError.self) {
            try OfficePrinter(yaml: yaml, file: "p.yaml", name: "p")
        }
        #expect(error?.description.contains(message) == true && (error?.line ?? 0) >= 3, "\(error?.description ?? "")")
    }

    @Test("what was measured of the page gives the printer")
    func measured() throws {
        let sheet = try CalibrationSheet(paper: .a4)
        let measures: [(CalibrationSheet.Measure, Double)] = [
            (.left, 4.2), (.right, 4), (.top, 4.25), (.bottom, 5.1), (.frontX, 105.8), (.frontY, 147.25),
            (.width, 160 * 0.9976), (.height, 247 * 1.002), (.backX, 104.6), (.backY, 149),
        ]
        let found = try sheet.printer(
            named: "canon", measured: Dictionary(uniqueKeysWithValues: measures.map { ($0.0, .mm($0.1)) }),
            flip: .shortEdge)
        #expect(found == Self.printer)
        let nothing = try sheet.printer(named: "p", measured: [:], flip: nil)
        #expect(nothing.machine == SheetLayout.Machine())
    }

    @Test(
        "a measure that cannot be right is refused with its letter",
        arguments: [
            (CalibrationSheet.Measure.left, -1.0, "A"), (.top, 30, "C"), (.frontX, 80, "E"), (.width, 120, "G"),
            (.backY, 160, "L"),
        ])
    func faultyMeasure(measure: CalibrationSheet.Measure, millimetres: Double, letter: String) throws {
        let sheet = try CalibrationSheet(paper: .a4)
        let error = #expect(throws: SheetError.self) {
            try sheet.printer(named: "p", measured: [measure: .mm(millimetres)], flip: nil)
        }
        #expect(error?.description.hasPrefix(letter + " (") == true)
    }

    @Test(
        "the page has two sides with crosses at the same places, on every paper",
        arguments: ["a4", "a4-landscape", "a3"])
    func page(paper: String) throws {
        let folder = try TemporaryFolder()
        let size = try #require(Size(paper: paper))
        let sheet = try CalibrationSheet(paper: size)
        try sheet.write(
            to: folder("cal.pdf"), resources: Resources(folder: repositoryRoot), clock: TestOffice.clock)
        let raster = try Raster(folder("cal.pdf"), dotsPerInch: 300)
        try #require(raster.pages.count == 2)
        // Beside each blank is what it is on a printer without a fault.
        let words = try Program.system("pdftotext").run(["-layout", folder("cal.pdf"), "-"]).text
        for measure in CalibrationSheet.Measure.allCases {
            guard let nominal = sheet.nominal(measure) else { continue }
            let value = String((nominal.millimetres * 10).rounded() / 10).replacing(".", with: ",")
            #expect(words.contains("\(measure.rawValue) = ………… (đúng: \(value))"), "\(words)")
        }
        let middle = Point(x: size.width / 2, y: size.height / 2)
        // The level line of the middle cross, right of its circle.
        let window = Rectangle(
            origin: Point(x: middle.x + .mm(3), y: middle.y - .mm(2)), size: Size(width: .mm(4), height: .mm(4)))
        for page in raster.pages {
            let line = try #require(page.dark(in: window))
            #expect(abs((line.minY + line.size.height / 2 - middle.y).millimetres) < 0.1)
        }
        // The front's left ruler: a tick at 10 mm, longer than those beside it.
        let tick = Rectangle(
            origin: Point(x: .mm(9.5), y: middle.y + .mm(25.2)), size: Size(width: .mm(1), height: .mm(1.2)))
        let found = try #require(raster.pages[0].dark(in: tick))
        #expect(abs((found.minX + found.size.width / 2).millimetres - 10) < 0.1)
        #expect(raster.pages[1].dark(in: tick) == nil)
        #expect(throws: SheetError.smallPaper(.id1)) { try CalibrationSheet(paper: .id1) }
    }

    @Test("cards are printed so that the printer's fault is made good, on both sides")
    func corrected() async throws {
        let office = try TestOffice()
        try office.folder.write(
            "office/templates/square.yaml",
            """
            kind: card
            summary: A square for tests.
            size: [85.60, 53.98]
            styles:
              name: { font: Roboto, size: 5, fit: [shrink: 3] }
            marks:
              - { box: [5, 20, 9, 7], fill: black }
              - { text: "{serial}", at: [40, 4, 40, 8], style: name }
            back:
              - { box: [71.6, 20, 9, 7], fill: black }
            """)
        try PrinterShelf(office: office.path).save(Self.printer)
        let roster =
            "household,full_name,date_of_birth,hamlet\n"
            + (0..<10).map { "H,Lê A\("bcdefghijk".map(String.init)[$0]),1985,Phú Lễ\n" }.joined()
        try await office.print(
            .card, roster, template: "square", sheets: SheetChoices(printer: "canon"), grouping: .none)
        let pages = try Raster(office.folder("out/cards.pdf"), dotsPerInch: 300).pages
        let layout = SheetLayout(.a4TwoByFive, duplex: .shortEdge, machine: Self.printer.machine)
        for position in 0..<10 {
            for (side, page) in zip(SheetSide.allCases, pages) {
                // A short-edge flip puts the square on its head: 71.6 mm from the right is 5 mm from the left.
                let trim = layout.placement(at: position, side: side).origin
                let y = side == .front ? trim.y + .mm(20) : trim.y + .mm(53.98 - 27)
                let wanted = Rectangle(
                    origin: Point(x: trim.x + .mm(5), y: y), size: Size(width: .mm(9), height: .mm(7)))
                let told = try #require(page.dark(in: wanted.inset(by: .mm(-3))))
                // What the printer makes of it.
                let printed = layout.correction(side).printed(told.origin, on: .a4)
                #expect(abs((printed.x - wanted.minX).millimetres) <= 0.1)
                #expect(abs((printed.y - wanted.minY).millimetres) <= 0.1)
            }
        }
    }

    @Test("a layout that reaches into the unprinted edge is refused with the figures")
    func refused() async throws {
        let office = try TestOffice()
        var printer = Self.printer
        printer.machine = SheetLayout.Machine(
            unprinted: Edges(left: .mm(4), right: .mm(4), top: .mm(15), bottom: .mm(4)))
        try PrinterShelf(office: office.path).save(printer)
        let roster = "household,full_name,date_of_birth,hamlet\nH,Lê An,1985,Phú Lễ\n"
        // The template's first mark is 3 mm below the trim, which is 13.55 mm below the edge: that is far enough.
        try await office.print(
            .card, roster, to: "good", template: "commune", sheets: SheetChoices(printer: "canon"), grouping: .none)
        printer.machine.unprinted.top = .mm(18)
        try PrinterShelf(office: office.path).save(printer)
        let refusal = await #expect(throws: SheetError.self) {
            try await office.print(
                .card, roster, template: "commune", sheets: SheetChoices(printer: "canon"), grouping: .none)
        }
        let message = refusal?.description ?? ""
        #expect(
            message.contains("'a4-2x5'") && message.contains("top edge of the front") && message.contains("18 mm"),
            "\(message)")
        #expect(!FileManager.default.fileExists(atPath: office.folder("out/manifest.json")))
        await #expect(
            throws: SheetError.otherPaper(
                printer: "canon", paper: .a4, profile: "a3-4x5", wanted: Size.a3.landscape)
        ) {
            try await office.print(
                .card, roster, template: "commune", sheets: SheetChoices(profile: "a3-4x5", printer: "canon"),
                grouping: .none)
        }
    }
}
