import Files
import Foundation
import Mocban
import TestSupport
import Testing

@Suite("verify -, whatever is typed into it")
struct VerifyInputTests {
    /// Runs the command by a shell, which gives it its standard input.
    private func shell(_ office: CommandOffice, _ script: String) throws -> Program.Outcome {
        try Program(path: "/bin/bash").inEnglish.run(["-c", script, Program.mocban.path, office.path])
    }

    private static let limit = ScannedLine.longest

    @Test("a line that is too long is malformed at once, and its rest is nobody's", arguments: [false, true])
    func tooLong(isJSON: Bool) throws {
        let office = try CommandOffice()
        let text = try office.text()
        let running = try Program.mocban.start(["verify", "-", "--office", office.path] + (isJSON ? ["--json"] : []))
        running.write(String(repeating: "ễ", count: Self.limit))
        let answer = try #require(running.line(), "no answer before the line's end")
        #expect(answer.contains("malformed") && answer.utf8.count < 1000)
        if isJSON {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
            #expect(object["cut"] as? Bool == true && (object["input"] as? String)?.hasSuffix("ễ…") == true)
        }
        running.write(String(repeating: "1", count: 300_000) + "\n" + text + "\n")
        #expect(running.line()?.contains("valid") == true)
        running.endInput()
        #expect(running.line() == nil && running.outcome().status == 1)
    }

    @Test(
        "a line has so many bytes at most beside its end",
        arguments: [
            (0, "\n", false), (0, "\r\n", false), (0, "", false), (1, "\n", true), (1, "\r\n", true), (1, "", true),
            (0, "\r", true),
        ] as [(Int, String, Bool)])
    func limits(more: Int, end: String, isCut: Bool) throws {
        let office = try CommandOffice()
        let input = String(repeating: "1", count: Self.limit + more) + end
        let outcome = try Program.mocban.run(["verify", "-", "--json", "--office", office.path], input: input)
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any]
        #expect(outcome.lines.count == 1 && (object?["cut"] != nil) == isCut)
        #expect(isCut || (object?["input"] as? String)?.utf8.count == Self.limit)
    }

    @Test("so is a text that is an argument")
    func argument() throws {
        let office = try CommandOffice()
        let text = String(repeating: "1", count: Self.limit + 1)
        let outcome = try office.mocban(["verify", text, "--json"])
        #expect(outcome.status == 1 && outcome.output.count < 300 && outcome.text.contains("\"cut\" : true"))
    }

    @Test(
        "one line end is taken off, and nothing is mended",
        arguments: [
            ("%s\\r\\r\\n", "malformed"), ("%s\\n\\n", "valid malformed"), ("%s\\r\\n", "valid"), ("%s", "valid"),
            ("%s\\r", "malformed"), ("%s\\0\\n", "malformed"), ("\\0%s\\n", "malformed"), ("%s\\xff\\n", "malformed"),
            ("\\xef\\xbb\\xbf%s\\n", "malformed"), ("%s\\xc3\\n", "malformed"), ("%s \\n", "malformed"),
            ("\\xff\\n%s\\n", "malformed valid"),
        ])
    func bytes(format: String, verdicts: String) throws {
        let office = try CommandOffice()
        let outcome = try shell(
            office, "printf '\(format)' '\(try office.text())' | \"$0\" verify - --office \"$1\"")
        #expect(outcome.lines.map { $0.split(separator: "\t")[0] }.joined(separator: " ") == verdicts)
    }

    @Test(
        "standard input that cannot be read is said",
        arguments: [("<&-", "Bad file descriptor"), ("< /", "Is a directory")])
    func unreadable(redirection: String, reason: String) throws {
        let office = try CommandOffice()
        for command in ["verify -", "roster scan --out \"$1/scanned.csv\""] {
            let outcome = try shell(office, "exec \"$0\" \(command) --office \"$1\" \(redirection)")
            #expect(outcome.status == 66 && outcome.output.isEmpty)
            #expect(outcome.errors == "mocban: standard input cannot be read: \(reason)\n")
        }
    }

    @Test("an answer that goes nowhere is an error, and no file of the office's takes its place")
    func closedOutput() throws {
        let office = try CommandOffice()
        func files() throws -> [Data] {
            try ["mocban.yaml", "keyring.jwks", "register.sqlite"].map { try office.folder.data("office/" + $0) }
        }
        let before = try files()
        let text = try office.text()
        let outcome = try shell(office, "\"$0\" verify '\(text)' --office \"$1\" >&-")
        #expect(outcome.status == 73 && outcome.errors.contains("standard output"))
        #expect(try shell(office, "\"$0\" verify '\(text)x' --office \"$1\" <&- >&- 2>&-").status == 73)
        #expect(try files() == before)
    }
}
