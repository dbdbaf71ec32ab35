import Files
import Foundation
import TestSupport
import Testing

@Suite("files that are made to stop work")
struct HostileFileTests {
    @Test("of pictures for verify each costs what its pixels cost, and the others are answered")
    func pictures() throws {
        let office = try CommandOffice()
        let good = try office.folder.write("white.png", HandmadePNG.file(width: 60, height: 60))
        let scans = try office.folder.write("scans.jpg", HandmadeJPEG.file(width: 8_000, height: 8_000, scans: 5_000))
        try #require(unsafe mkfifo(office.folder("pipe.jpg"), 0o600) == 0)
        let outcome = try office.mocban(["verify", "--image", scans, office.folder("pipe.jpg"), "/dev/zero", good])
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 4 && lines[0].contains("too often") && lines[1].contains("a pipe, a socket or a device"))
        #expect(lines[2].contains("a pipe, a socket or a device") && lines[3].contains("no QR code was found"))
    }

    @Test("a page that takes more memory than pages do ends the proof with one message")
    func memory() throws {
        let office = try CommandOffice()
        let path = try office.folder.write("a.pdf", HandmadePDF.page(String(repeating: "q ", count: 6_000_000)))
        let outcome = try office.mocban(["proof", path])
        #expect(outcome.status == 65 && outcome.output.isEmpty)
        #expect(outcome.errors == "mocban: \(path), page 1, takes more than 1024 MiB of memory: it is not used\n")
    }

    @Test(
        "a page or a file that cannot be a sheet is one message",
        arguments: [("0 0 14400 14400", "too large"), ("0 0 595 842", "sheets")])
    func pages(box: String, message: String) throws {
        let office = try CommandOffice()
        let path = try office.folder.write("a.pdf", HandmadePDF.page("0 0 m 9 9 l S", box: box))
        let outcome = try office.mocban(["proof", path])
        #expect(outcome.status == (message == "too large" ? 65 : 0))
        #expect((outcome.errors + outcome.text).contains(message))
    }

    @Test(
        "a manifest with places that no sheet has is faulty",
        arguments: [
            ("\"page\":1", "\"page\":9223372036854775807"), ("\"page\":1", "\"page\":-9223372036854775808"),
            ("\"position\":1", "\"position\":9223372036854775807"), ("\"sheets\":1", "\"sheets\":9223372036854775807"),
        ])
    func manifests(old: String, new: String) throws {
        let office = try CommandOffice()
        try #require(try Program.mocban.run(office.cards()).status == 0)
        let text = try office.folder.text("out/manifest.json")
        #expect(text.contains(old))
        try office.folder.write("out/manifest.json", text.replacingOccurrences(of: old, with: new))
        let outcome = try office.mocban(["proof", office.folder("out/phu-le.pdf")])
        #expect(outcome.status == 65 && outcome.errors.contains("is no manifest"), "\(outcome.errors)")
    }

    @Test("settings and templates that are made to cost much are bad configuration, told by line")
    func settings() throws {
        let office = try CommandOffice()
        let bomb =
            "a0: &a0 [b]\n" + (1..<20).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        try office.folder.write("office/templates/bomb.yaml", bomb)
        let template = try office.mocban(["template", "check", "bomb"])
        #expect(template.status == 78 && template.errors.contains("bomb.yaml:10:"), "\(template.errors)")
        try #require(unsafe mkfifo(office.folder("office/templates/pipe.yaml"), 0o600) == 0)
        #expect(try office.mocban(["template", "check", "pipe"]).status == 66)
        try office.folder.write("office/mocban.yaml", "unit: " + String(repeating: "[", count: 50_000))
        let outcome = try office.mocban(["template", "check", "commune"] + ["--json"])
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(try office.mocban(["report"]).status == 78)
    }

    @Test("a damaged font is bad configuration, at the check and at the run")
    func fonts() throws {
        let office = try CommandOffice()
        let source = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Black.ttf"
        var font = [UInt8](try Data(contentsOf: URL(fileURLWithPath: source)))
        let entry = try #require((0..<20).map { 12 + 16 * $0 }.first { Array(font[$0..<$0 + 4]) == Array("maxp".utf8) })
        let start = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
        (font[start + 4], font[start + 5]) = (0, 40)
        // A family of its own, in the names of Windows.
        func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [0, $0] } }
        var bytes = Data(font)
        while let place = bytes.range(of: Data(wide("Roboto"))) { bytes.replaceSubrange(place, with: wide("Bobotn")) }
        while let place = bytes.range(of: Data("Roboto".utf8)) { bytes.replaceSubrange(place, with: "Bobotn".utf8) }
        try office.folder.write("office/fonts/a.ttf", bytes)
        let template = try office.folder.text("office/templates/plain.yaml")
        try office.folder.write(
            "office/templates/plain.yaml",
            template.replacingOccurrences(of: "font: Roboto, weight: bold", with: "font: Bobotn, weight: black"))
        let outcome = try Program.mocban.run(office.cards())
        #expect(outcome.status == 78 && outcome.errors.contains("Bobotn"), "\(outcome.status) \(outcome.errors)")
        #expect(try office.mocban(["template", "check", "plain"]).status != 132)
    }
}
