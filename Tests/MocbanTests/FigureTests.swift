import Documents
@testable import Issuing
import Files
import Foundation
import Layout
import Payload
import Proofing
import TestSupport
import Testing

@testable import Mocban

/// Figures out of files that somebody without keys can write: none of them ends the program.
@Suite("Figures out of files")
struct FigureTests {
    private static let figures = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "1e18", "1e308",
        "-1", "1.5", "\"1\"", "null", "[]",
    ]

    private static let head =
        "{\n\"run\": {\"template\":\"plain-card\",\"form\":{\"profile\":\"a4-2x5\",\"cut\":\"marks\",\"duplex\":\"none\",\"language\":\"vi\",\"ink\":\"colour\",\"order\":\"delivery\",\"keepsHouseholds\":false,\"receipts\":false,\"printShop\":false PRINTER}},\n\"cards\": [\n"

    private func manifest(item: String, sheets: String = "1", printer: String = "") throws -> PrintedManifest {
        let folder = try TemporaryFolder()
        let text =
            Self.head.replacing(" PRINTER", with: printer) + item
            + "\n],\n\"files\": [{\"file\":\"a.pdf\",\"sheets\":\(sheets)}],\n}\n"
        return try PrintedManifest(path: try folder.write("manifest.json", text))
    }

    private func item(row: String = "2", page: String = "1", position: String = "1") -> String {
        "{\"serial\":\"7K3M-92QF-A0X4\",\"row\":\(row),\"file\":\"a.pdf\",\"page\":\(page),\"position\":\(position)}"
    }

    @Test("a manifest is read")
    func whole() throws {
        let manifest = try manifest(item: item())
        #expect(try manifest.items(of: "a.pdf").count == 1 && manifest.sheets == ["a.pdf": 1])
        #expect(throws: Never.self) {
            try self.manifest(item: item(row: "1048576", page: "100", position: "2500"), sheets: "1000")
        }
    }

    @Test("a manifest's rows, pages, positions and sheets are those of paper", arguments: figures + ["0"])
    func manifests(figure: String) throws {
        if figure != "0" {
            #expect(throws: ProofError.self) { try manifest(item: item(row: figure)) }
            #expect(throws: ProofError.self) { try manifest(item: item(), sheets: figure) }
        }
        #expect(throws: ProofError.self) { try manifest(item: item(page: figure)) }
        #expect(throws: ProofError.self) { try manifest(item: item(position: figure)) }
    }

    @Test(
        "a manifest's printer is one that can be saved",
        arguments: [
            ("[1e308,0]", "[1,1]", "[0,0,0,0]"), ("[0,0]", "[1e300,1]", "[0,0,0,0]"), ("[0]", "[1,1]", "[0,0,0,0]"),
            ("[0,0]", "[0,1]", "[0,0,0,0]"), ("[0,0]", "[1,1]", "[-1,0,0,0]"), ("[0,0]", "[1,1]", "[]"),
        ])
    func printers(offset: String, scale: String, unprinted: String) throws {
        func printer(_ offset: String, _ scale: String, _ unprinted: String) -> String {
            ",\"printer\":{\"name\":\"p\",\"offset\":\(offset),\"scale\":\(scale),\"backOffset\":\(offset),\"backScale\":\(scale),\"unprinted\":\(unprinted)}"
        }
        #expect(throws: ProofError.self) {
            try manifest(item: item(), printer: printer(offset, scale, unprinted))
        }
        #expect(throws: Never.self) {
            try manifest(item: item(), printer: printer("[0.5,-1]", "[1.01,0.99]", "[4,4,4,4]"))
        }
    }

    @Test(
        "a manifest names templates and profiles, never files",
        arguments: ["../plain-card", "/tmp/x.yaml", "x.yaml", ""])
    func templates(name: String) throws {
        let office = try TestOffice()
        var run = try manifest(item: item()).run
        run.template = name
        #expect(throws: TemplateError.self) {
            try SheetMap(of: run, resources: office.resources, office: office.folder.path)
        }
        run.template = "plain-card"
        run.form?.profile = name
        #expect(throws: TemplateError.self) {
            try SheetMap(of: run, resources: office.resources, office: office.folder.path)
        }
    }

    @Test("a journal's figures are those of paper", arguments: [Int.max, Int.min, -1, 1 << 50])
    func journals(figure: Int) throws {
        let serial = try #require(Serial(rawValue: 7))
        func isRead(_ change: (inout PartJournal) -> Void) -> Bool {
            var journal = PartJournal(file: "a.pdf")
            journal.items = [PartJournal.Item(serial: serial, row: 2, page: 1, position: 1)]
            journal.rejections = [PartJournal.Rejection(row: 3, line: [])]
            change(&journal)
            return PartJournal(journal.bytes) == journal
        }
        #expect(isRead { _ in })
        #expect(!isRead { $0.sheets = figure } && !isRead { $0.items[0].row = figure })
        #expect(!isRead { $0.items[0].page = figure } && !isRead { $0.items[0].position = figure })
        #expect(!isRead { $0.rejections[0].row = figure })
    }

    @Test(
        "lengths of sheets, printers and templates are those of paper",
        arguments: ["1e300", "-1e300", "1e18", "inf", "nan", "9223372036854775807"])
    func yaml(figure: String) {
        let sheets = [
            "summary: s\npaper: [\(figure), 297]", "summary: s\npaper: a4\ngutter: [\(figure), 0]",
            "summary: s\npaper: a4\npage: id1\ngrid: [2, 5]\nbleed: \(figure)",
            "summary: s\npaper: a4\npage: id1\ngrid: [2, 5]\norigin: [\(figure), 0]",
            "summary: s\npaper: a4\npage: id1\ngrid: [2, 5]\nunprinted: \(figure)",
            "summary: s\npaper: a4\npage: id1\ngrid: [\(figure), 5]", "summary: s\npaper: a4\nlamination: \(figure)",
            "summary: s\npaper: a4\npunched: { side: left, width: \(figure) }",
            "summary: s\npaper: a4\npage: id1\ngrid: [2, 5]\nlabel: [\(figure), 50]",
        ]
        for text in sheets {
            #expect(throws: ConfigurationError.self, "\(text)") {
                try SheetProfile(yaml: text, file: "sheet.yaml", name: "sheet")
            }
        }
        let printers = [
            "paper: [\(figure), 297]\nunprinted: [4, 4, 4, 4]\nfront: { offset: [0, 0], scale: [1, 1] }",
            "paper: [210, 297]\nunprinted: [4, 4, \(figure), 4]\nfront: { offset: [0, 0], scale: [1, 1] }",
            "paper: [210, 297]\nunprinted: [4, 4, 4, 4]\nfront: { offset: [\(figure), 0], scale: [1, 1] }",
            "paper: [210, 297]\nunprinted: [4, 4, 4, 4]\nfront: { offset: [0, 0], scale: [1, \(figure)] }",
        ]
        for text in printers {
            #expect(throws: ConfigurationError.self, "\(text)") {
                try OfficePrinter(yaml: text, file: "p.yaml", name: "p")
            }
        }
        let templates = [
            "kind: card\nsummary: s\nsize: [\(figure), 54]\nmarks: []",
            "kind: card\nsummary: s\nsize: [86, 54]\nbleed: \(figure)\nmarks: []",
            "kind: card\nsummary: s\nsize: [86, 54]\nmarks:\n  - { code: payload, at: [1, 1, \(figure)] }",
            "kind: card\nsummary: s\nsize: [86, 54]\nmarks:\n  - { code: payload, at: [1, 1, 30], smallest_module: \(figure) }",
            "kind: card\nsummary: s\nsize: [86, 54]\nmarks:\n  - { box: [1, 1, 5, 5], width: \(figure) }",
        ]
        for text in templates {
            #expect(throws: ConfigurationError.self, "\(text)") {
                try Template(yaml: text, file: "t.yaml", name: "t")
            }
        }
        for text in ["unit: \(figure)9\nname: n", "unit: 1\nname: n\ncards: { days: \(figure) }"] {
            #expect(throws: ConfigurationError.self, "\(text)") {
                try OfficeConfiguration(yaml: text, file: "mocban.yaml")
            }
        }
    }

    @Test("figures that no register has are no coverage", arguments: [Int.max, Int.min, 1 << 60, 0, -1])
    func coverage(figure: Int) {
        #expect(OfficeReport.Coverage(valid: 1, people: figure) == nil)
        #expect(figure == 0 || OfficeReport.Coverage(valid: figure, people: 1) == nil)
        #expect(OfficeReport.Coverage(valid: 973, people: 1000)?.tenths == 973)
    }

    @Test("any length has words", arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e18])
    func words(figure: Double) { #expect(!Length.mm(figure).inWords.isEmpty) }
}
