import Files
import Foundation
import TestSupport
import Testing

@Suite("mocban proof")
struct ProofCommandTests {
    private func printed(_ more: [String] = []) throws -> CommandOffice {
        let office = try CommandOffice()
        let run = try Program.mocban.run(office.cards() + more)
        try #require(run.status == 0, "\(run.errors)")
        return office
    }

    private func pdf(_ office: CommandOffice) -> String { office.folder("out/phu-le.pdf") }

    @Test("a good file is one line, and status 0")
    func good() throws {
        let office = try printed()
        let outcome = try office.mocban(["proof", pdf(office)])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(
            outcome.text
                == "3 codes on 1 sheet: all read at 300 and 600 dpi, all signed by us, all where the manifest says\n")
    }

    @Test("codes of either encoder are proved alike, and the manifest says which is not the usual one")
    func encoders() throws {
        for (encoder, isNamed) in [("built-in", false), ("qrencode", true)] {
            let office = try printed(["--encoder", encoder])
            let manifest = try office.folder.text("out/manifest.json")
            #expect(manifest.contains("\"encoder\":\"\(encoder)\"") == isNamed)
            let outcome = try office.mocban(["proof", pdf(office)])
            #expect(outcome.status == 0 && outcome.text.hasPrefix("3 codes on 1 sheet"), "\(outcome.text)")
        }
    }

    @Test("JSON has the figures and the faults")
    func json() throws {
        struct Report: Decodable {
            struct Fault: Decodable { let kind, file, serial: String }
            struct Weak: Decodable { let serial, file: String }
            let codes, sheets, readAt300, readAt600, signed, placed: Int
            let faults: [Fault]
            let weakest: [Weak]
        }
        let office = try printed()
        let good = try office.mocban(["proof", pdf(office), "--json"])
        #expect(good.status == 0)
        let report = try JSONDecoder().decode(Report.self, from: Data(good.output))
        let counts = [report.codes, report.sheets, report.readAt300, report.readAt600, report.placed, report.signed]
        #expect(counts == [3, 1, 3, 3, 3, 3])
        #expect(report.faults.isEmpty && report.weakest.count == 3)

        let other = try CommandOffice(keys: "other")
        let bad = try other.mocban(["proof", pdf(office), "--json", "--manifest", office.folder("out/manifest.json")])
        let strange = try JSONDecoder().decode(Report.self, from: Data(bad.output))
        #expect(bad.status == 1 && strange.signed == 0 && strange.readAt300 == 3)
        #expect(strange.faults.map(\.kind) == ["not-ours", "not-ours", "not-ours"])
        let keys = try other.exportedKeys("--purpose", "card")
        try FileManager.default.copyItem(atPath: pdf(office), toPath: office.folder("alone.pdf"))
        let alone = try Program.mocban.run(["proof", office.folder("alone.pdf"), "--keys", keys, "--json"])
        #expect(alone.status == 1 && alone.errors.contains("there is no manifest of alone.pdf"))
    }

    @Test("a fault is a line, and status 1; the page shows it")
    func faulty() throws {
        let office = try printed()
        let report = office.folder("report.html")
        let outcome = try office.mocban(["proof", pdf(office), "--at", "2099-01-01T00:00:00Z", "--report", report])
        #expect(outcome.status == 1 && outcome.lines.count == 4)
        #expect(outcome.lines[0].hasSuffix(", 3 faults"))
        #expect(outcome.lines.dropFirst().allSatisfy { $0.hasSuffix("the code is expired") })
        let page = try office.folder.text("report.html")
        #expect(page.contains("<html lang=\"vi\">") && page.contains("Thẻ đã hết hạn"))
        #expect(page.components(separatedBy: "data:image/png;base64,").count == 1 + 3 + 3)
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
        for serial in try office.manifestSerials() { #expect(page.contains(serial)) }
    }

    @Test("what is missing or no PDF has a status of its own")
    func faults() throws {
        let office = try printed()
        #expect(try office.mocban(["proof", office.folder("none.pdf")]).status == 66)
        #expect(try office.mocban(["proof", try office.folder.write("text.pdf", "no PDF")]).status == 65)
        try office.folder.write("broken.json", "{}")
        let broken = try office.mocban(["proof", pdf(office), "--manifest", office.folder("broken.json")])
        #expect(broken.status == 65 && broken.errors.contains("is no manifest"))
        #expect(try office.mocban(["proof", pdf(office), "--manifest", office.folder("none.json")]).status == 66)
        #expect(try office.mocban(["proof"]).status == 64)
        #expect(try office.mocban(["proof", pdf(office), "--report", pdf(office)]).status == 73)
        #expect(try office.mocban(["proof", pdf(office), "--jobs", "0"]).status == 64)
    }

    @Test("--proof proves the files before they get their names")
    func staged() throws {
        let office = try printed(["--proof"])
        let again = try office.mocban(["reprint", "--run", "1"], "--out", office.folder("again"), "--proof")
        #expect(again.status == 0)
        #expect(again.errors.contains("3 codes on 1 sheet: all read at 300 and 600 dpi"))
    }

    @Test("a run whose proof finds a fault ends with it: nothing has a name, nothing is registered")
    func stagedFault() throws {
        let office = try CommandOffice()
        // Black on black.
        let hidden = CommandOffice.template + "  - { box: [50, 10, 34, 34], fill: black }\n"
        try office.folder.write("office/templates/plain.yaml", hidden)
        let run = try Program.mocban.run(office.cards("roster.csv", "--proof"))
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.errors.contains("nothing was given its name") && run.errors.contains("cannot be read at 300"))
        #expect(run.errorLines.filter { $0.contains("phu-le.pdf, page 1, position") }.count >= 3)
        #expect(office.folder.names(in: "out").filter { !$0.hasPrefix(".") } == [])
        #expect(try office.mocban(["find", "huong"]).status != 0)
        // Without the proof the same command ends what was begun.
        #expect(try Program.mocban.run(office.cards()).status == 0)
    }
}
