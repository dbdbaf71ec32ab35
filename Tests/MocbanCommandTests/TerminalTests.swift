import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing

@Suite("what a terminal gets to see")
struct TerminalTests {
    // Colours, a line of its own with a false answer, C1, writing turned around, a tag, a separator of lines.
    private static let hostile =
        "x\u{1B}[2J\u{1B}]0;t\u{7}\nvalid\tHỢP LỆ\r\u{9B}31m\u{202E}\u{2066}\u{E0041}\u{2028}\u{FEFF}\u{7F}Ễ"

    /// Whether there is nothing that a terminal could act on, but for line ends and the tab of an answer.
    private func isSafe(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            guard scalar != "\n", scalar != "\t" else { return true }
            let category = scalar.properties.generalCategory
            return ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
        }
    }

    @Test(
        "no message has anything of an argument but its letters",
        arguments: [
            ["cards", hostile, "--out", "out"], ["cards", "roster.csv", "--out", "out", "--template", hostile],
            ["posters", hostile, "--out", "out"], ["roster", "check", hostile], ["proof", hostile], [hostile],
            ["verify", "--" + hostile], ["verify", "--at", hostile, "x"], ["verify", "--at=" + hostile, "x"],
            ["verify", "--image", hostile], ["verify", "--keys", hostile, "x"],
            ["verify", "--revocations", hostile, "x"],
            ["inspect", hostile], ["find", hostile], ["revoke", hostile, "--reason", hostile],
            ["revoke", "--household", hostile, "--reason", "x"], ["revocations", "import", hostile],
            ["key", "retire", hostile], ["template", "check", hostile],
            ["sheet", "preview", hostile, "--out", "o.png"],
            ["printer", "show", hostile], ["report", "--at", hostile], ["reprint", hostile, "--out", "out"],
            ["register", "restore", hostile], ["register", "merge", hostile], ["reissue", hostile, "--out", "o"],
            ["forget", hostile, "--reason", "x"], ["init", hostile + "/none/none"], ["cards", "--help" + hostile],
        ])
    func arguments(command: [String]) throws {
        let office = try CommandOffice()
        for more in [["--office", office.path], ["--office", Self.hostile]] {
            let outcome = try Program.mocban.inFolder(office.folder.path).run(command + more)
            #expect(isSafe(outcome.text + outcome.errors), "\(outcome.text + outcome.errors)")
            #expect(!(outcome.text + outcome.errors).contains("\nvalid"))
            #expect(!outcome.errors.split(separator: "\n").contains { $0.hasPrefix("valid") })
        }
    }

    @Test("a code's name makes no second answer, and JSON has it in escapes")
    func name() throws {
        let office = try CommandOffice()
        let keyring = try Office(folder: office.path).keyring()
        let now = TestRun.clock
        let claims = CardClaims(
            serial: try Serial(parsing: "7K3M92QFA0X4"), name: Self.hostile, birthYear: 1985, unit: 19897, issued: now,
            expires: now.adding(seconds: 86_400))
        let text = try Signer(key: keyring.signingKey(for: .card, algorithm: .hmac256, at: now)).sign(.card(claims))
            .text
        for command in ["verify", "inspect"] {
            let outcome = try office.mocban([command, text])
            #expect(outcome.status == 0 && isSafe(outcome.text) && !outcome.text.contains("\nvalid"))
            #expect(outcome.text.count { $0 == "\t" } == (command == "verify" ? 1 : 0))
            let json = try office.mocban([command, text, "--json"])
            #expect(isSafe(json.text))
            let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
            #expect(object?["name"] as? String == Self.hostile)
        }
    }

    @Test("nor do the texts of files", arguments: [false, true])
    func files(isJSON: Bool) throws {
        let office = try CommandOffice()
        let cell = "\"" + Self.hostile + "\""
        let roster = try office.folder.write(
            "roster.csv", "household,full_name,date_of_birth,hamlet,\(cell)\nH-1,\(cell),\(cell),\(cell),\(cell)\n")
        let checked = try office.mocban(["roster", "check", roster] + (isJSON ? ["--json"] : []))
        #expect(checked.status == 1 && isSafe(checked.text + checked.errors))
        if isJSON { _ = try JSONSerialization.jsonObject(with: Data(checked.output)) }
        try office.folder.write("office/templates/" + "a\u{202E}b.yaml", "kind: card\n\"x\\e[2J\\nvalid\": 1\n")
        for command in [["template", "list"], ["template", "check", "a\u{202E}b"]] {
            let outcome = try office.mocban(command + (isJSON ? ["--json"] : []))
            #expect(isSafe(outcome.text + outcome.errors) && !outcome.text.contains("\nvalid"))
        }
        try office.folder.write("office/mocban.yaml", "unit: \"x\\e[2J\\nvalid\\u202E\"\n")
        let settings = try office.mocban(["report"] + (isJSON ? ["--json"] : []))
        #expect(settings.status == 78 && isSafe(settings.errors) && settings.errorLines.count == 2)
    }

    @Test("file names that are no UTF-8 are named")
    func bytes() throws {
        let office = try CommandOffice()
        let outcome = try Program(path: "/bin/bash").run([
            "-c", "\"$0\" roster check $'\\xff\\x1b[2J.csv'", Program.mocban.path,
        ])
        #expect(outcome.status == 66 && isSafe(outcome.errors) && outcome.errors.contains("\u{FFFD}"))
        _ = office
    }
}
