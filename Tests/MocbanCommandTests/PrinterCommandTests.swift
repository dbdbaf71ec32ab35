import Files
import Foundation
import TestSupport
import Testing

/// Sheets and printers as an officer uses them.
@Suite("Sheets and printers at the command line")
struct PrinterCommandTests {
    private let office: CommandOffice

    init() throws { office = try CommandOffice() }

    @Test("a printer is measured, kept, used, shown and removed")
    func story() throws {
        let calibrated = try office.mocban(["printer", "calibrate"], "--out", office.folder("cal.pdf"))
        #expect(calibrated.status == 0 && calibrated.output.isEmpty, "\(calibrated.errors)")
        #expect(try office.folder.data("cal.pdf").starts(with: Data("%PDF-".utf8)))
        let saved = try office.mocban(
            ["printer", "save", "canon", "--measured", "A=4,2", "B=4", "c=4.2", "D=5.1", "E=105.6", "G=159.7"],
            "--flip",
            "long-edge")
        #expect(saved.status == 0, "\(saved.errors)")
        #expect(try office.mocban(["printer", "list"]).text == "canon\n")
        let shown = try office.mocban(["printer", "show", "canon"]).text
        #expect(shown.contains("unprinted: [4.2, 4.0, 4.2, 5.1]") && shown.contains("flip: long-edge"), "\(shown)")
        #expect(shown.contains("front: { offset: [0.6, 0.0], scale: [0.99813, 1.0] }"), "\(shown)")
        let printed = try Program.mocban.run(office.cards("roster.csv", "--printer", "canon"))
        #expect(printed.status == 0, "\(printed.errors)")
        #expect(try office.folder.text("out/manifest.json").contains("\"name\":\"canon\""))
        #expect(try office.mocban(["printer", "remove", "canon"]).status == 0)
        let gone = try Program.mocban.run(office.cards("roster.csv", "--printer", "canon"))
        #expect(gone.status == 78 && gone.errors.contains("mocban printer calibrate"), "\(gone.errors)")
    }

    @Test(
        "what cannot be is refused",
        arguments: [
            (["printer", "save", "a b", "--measured", "A=4"], 64, "letters, digits"),
            (["printer", "save", "p", "--measured", "A=4", "A=5"], 64, "twice"),
            (["printer", "save", "p", "--measured", "Z=4"], 64, "Z=4"),
            (["printer", "save", "p", "--measured", "E=50"], 65, "E (from the left edge"),
            (["printer", "save", "p", "--measured", "A=4", "--flip", "none"], 64, "long-edge or short-edge"),
            (["printer", "show", "p"], 78, "there is no printer 'p'"),
            (["sheet", "show", "a5", "--out", "/dev/null"], 78, "profiles are a3-4x5, a4-2x4-gutter,"),
        ])
    func refused(arguments: [String], status: Int32, message: String) throws {
        let outcome = try office.mocban(arguments)
        #expect(outcome.status == status && outcome.errors.contains(message), "\(outcome.status) \(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: office.path + "/printers/p.yaml"))
    }

    @Test("an unprintable layout ends with the status of a bad configuration, and the figures")
    func unprintable() throws {
        let saved = try office.mocban(["printer", "save", "wide", "--measured", "A=20", "B=4", "C=4", "D=4"])
        try #require(saved.status == 0, "\(saved.errors)")
        // The template's marks begin 4 mm from the trim, which is 14.1 mm from the edge.
        try office.folder.write(
            "office/sheets/near.yaml", "summary: s\npaper: a4\npage: id1\ngrid: [2, 1]\norigin: [10, 30]\n")
        let printed = try Program.mocban.run(office.cards("roster.csv", "--printer", "wide", "--profile", "near"))
        #expect(printed.status == 78, "\(printed.errors)")
        #expect(
            printed.errors.contains("'near' comes as near as 14 mm to the left edge of the front")
                && printed.errors.contains("leaves 20 mm white there: 6 mm would be missing"), "\(printed.errors)")
    }

    @Test("an office chooses a profile for all of its cards, in its settings or its own folder")
    func settings() throws {
        let settings = try office.folder.text("office/mocban.yaml")
        let changed = settings.replacing("  days: 365  #", with: "  sheet_profile: mine\n  days: 365  #")
        try office.folder.write("office/mocban.yaml", changed)
        try office.folder.write("office/sheets/mine.yaml", "summary: Mine.\npaper: a4\npage: id1\ngrid: [1, 2]\n")
        let listed = try office.mocban(["sheet", "list"]).text
        #expect(listed.contains("mine") && listed.contains("a4-3x3-bleed"))
        let printed = try Program.mocban.run(office.cards())
        #expect(printed.status == 0 && printed.text.contains("on 2 sheets"), "\(printed.text)")
        try office.folder.write("office/sheets/mine.yaml", "summary: Mine.\npaper: a4\npage: id1\ngrid: [3, 2]\n")
        let faulty = try Program.mocban.run(office.cards())
        #expect(faulty.status == 78 && faulty.errors.contains("mine.yaml:4:7:"), "\(faulty.errors)")
        let list = try office.mocban(["sheet", "list"])
        #expect(list.status == 1 && list.text.contains("FAULTY"))
    }

    @Test("every profile can be looked at", arguments: ["a4-2x5", "label-a4-2x4-99x68", "poster-a3-punched"])
    func shown(name: String) throws {
        let shown = try office.mocban(["sheet", "show", name], "--out", office.folder("p.png"), "--dpi", "30")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(try office.folder.data("p.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test("orders that exclude one another are refused")
    func orders() throws {
        let outcome = try Program.mocban.run(
            office.cards("roster.csv", "--order", "cut-and-stack", "--keep-households"))
        #expect(outcome.status == 64 && outcome.errors.contains("a pile has no sheets"))
    }
}
