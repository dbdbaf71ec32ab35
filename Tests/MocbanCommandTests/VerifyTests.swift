import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing

@Suite("verify and inspect")
struct VerifyTests {
    /// A code, and how it is looked at.
    struct Case: CustomTestStringConvertible, Sendable {
        let verdict: String
        let words: String
        /// Whether the answer names the holder.
        let isNamed: Bool
        /// Gives a text and further arguments.
        let prepare: @Sendable (CommandOffice) throws -> (text: String, arguments: [String])
        var testDescription: String { verdict }
    }

    private static let cases = [
        Case(verdict: "valid", words: "HỢP LỆ", isNamed: true) { (try $0.text(), []) },
        Case(verdict: "valid", words: "HỢP LỆ", isNamed: true) { office in
            (try office.text(.card, .ed25519), ["--keys", try office.exportedKeys("--verify-only")])
        },
        Case(verdict: "expired", words: "HẾT HẠN", isNamed: true) { office in
            (try office.text(days: 10), ["--at", TestRun.clock.adding(seconds: 11 * 86_400).description])
        },
        Case(verdict: "not-yet-valid", words: "CHƯA CÓ HIỆU LỰC", isNamed: true) { office in
            (try office.text(), ["--at", "2020-01-01"])
        },
        Case(verdict: "forged", words: "GIẢ MẠO", isNamed: false) { office in
            var payload = try SignedPayload(text: try office.text())
            payload = SignedPayload(message: payload.message.dropLast() + [(payload.message.last ?? 0) ^ 1])
            return (payload.text, [])
        },
        Case(verdict: "unknown-key", words: "KHÔNG RÕ NƠI CẤP", isNamed: false) { _ in
            (try CommandOffice(keys: "other").text(), [])
        },
        Case(verdict: "unknown-key", words: "KHÔNG RÕ NƠI CẤP", isNamed: false) { office in
            (try office.text(), ["--keys", try office.exportedKeys("--verify-only")])
        },
        Case(verdict: "wrong-purpose", words: "SAI LOẠI MÃ", isNamed: true) { office in
            let keys = try office.exportedKeys("--verify-only", "--purpose", "venue")
            return (try office.text(.card, .ed25519), ["--keys", keys])
        },
        Case(verdict: "malformed", words: "KHÔNG PHẢI MÃ CỦA HỆ THỐNG", isNamed: false) { office in
            (String(try office.text().dropLast()), [])
        },
        Case(verdict: "malformed", words: "KHÔNG PHẢI MÃ CỦA HỆ THỐNG", isNamed: false) { _ in
            ("046185003197||Tôn Nữ Hồng Ẩn|12031985|Nữ|Phú Lễ|01012021", [])
        },
    ]

    @Test("answer with a verdict and the words that a guard needs", arguments: cases)
    func verdicts(sample: Case) throws {
        let office = try CommandOffice()
        let (text, arguments) = try sample.prepare(office)
        let answer = try Program.mocban.run(["verify", text, "--office", office.path] + arguments)
        #expect(answer.status == (sample.verdict == "valid" ? 0 : 1))
        #expect(answer.errors.isEmpty && answer.lines.count == 1)
        let line = try #require(answer.lines.first)
        #expect(line.hasPrefix("\(sample.verdict)\t\(sample.words)"))
        #expect(line.contains("Tôn Nữ Hồng Ẩn  sinh 1985  số ") == sample.isNamed)

        let json = try Program.mocban.run(["verify", text, "--json", "--office", office.path] + arguments)
        #expect(json.status == answer.status && json.errors.isEmpty)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(object["verdict"] as? String == sample.verdict && object["input"] as? String == text)
        let claimed = ["birthYear", "expires", "issued", "kind", "name", "serial", "unit"]
        let known = Set(object.keys).subtracting(["input", "verdict", "kid"])
        #expect(known == (sample.isNamed ? Set(claimed) : []))
        #expect((object["kid"] == nil) == (sample.verdict == "malformed"))
        if sample.isNamed { #expect(object["birthYear"] as? Int == 1985 && object["unit"] as? Int == 19897) }
    }

    @Test("answers in the shape of the inputs")
    func shapes() throws {
        let office = try CommandOffice()
        let (card, venue) = (try office.text(), try office.text(.venue))
        let two = try office.mocban(["verify", card, venue, "--json"])
        let list = try #require(try JSONSerialization.jsonObject(with: Data(two.output)) as? [[String: Any]])
        #expect(two.status == 0 && list.map { $0["kind"] as? String } == ["card", "venue"])
        #expect(list.map { $0["name"] as? String } == ["Tôn Nữ Hồng Ẩn", "Chợ Sịa"] && list[1]["birthYear"] == nil)

        let mixed = try office.mocban(["verify", card, "nonsense"])
        #expect(mixed.status == 1 && mixed.lines.count == 2 && mixed.lines[1].hasPrefix("malformed\t"))
    }

    @Test("a line is answered before the next is written", arguments: ["\n", "\r\n"], [false, true])
    func lines(end: String, isJSON: Bool) throws {
        let office = try CommandOffice()
        let texts = [try office.text(), "hỏng", try office.text(.venue), try office.text(.card, .ed25519), "mb1:1"]
        let verdicts = ["valid", "malformed", "valid", "valid", "malformed"]
        let running = try Program.mocban.start(
            ["verify", "-", "--office", office.path] + (isJSON ? ["--json"] : []))
        for (text, verdict) in zip(texts, verdicts) {
            running.write(text + end)
            let line = try #require(running.line(), "no answer")
            if isJSON {
                let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                #expect(object["verdict"] as? String == verdict && object["input"] as? String == text)
            } else {
                #expect(line.hasPrefix(verdict + "\t"))
            }
        }
        // A blank line has its answer too, and the last line needs no end.
        running.write(end + texts[0])
        running.endInput()
        #expect(running.line()?.contains("malformed") == true)
        #expect(running.line()?.contains("valid") == true)
        #expect(running.line() == nil)
        let outcome = running.outcome()
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
    }

    @Test("lines that are all valid end with 0; what is no text is answered too")
    func wholeInput() throws {
        let office = try CommandOffice()
        let text = try office.text()
        #expect(try Program.mocban.run(["verify", "-", "--office", office.path], input: text + "\n").status == 0)
        #expect(try Program.mocban.run(["verify", "-", "--office", office.path], input: "").status == 0)
        let noise = String(repeating: "1", count: 200_000) + "\n\u{1}\u{2}\n" + text + "\n"
        let outcome = try Program.mocban.run(["verify", "-", "--office", office.path], input: noise)
        #expect(outcome.status == 1)
        #expect(outcome.lines.map { $0.split(separator: "\t")[0] } == ["malformed", "malformed", "valid"])
    }

    @Test("every code of a picture is verified, in the order of the cards", arguments: [150, 300], ["png", "jpeg"])
    func image(dotsPerInch: Int, format: String) throws {
        let office = try CommandOffice()
        try office.folder.write("roster.csv", CommandOffice.roster(10))
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let image = try office.image(of: "out/phu-le.pdf", name: "a", dotsPerInch: dotsPerInch, format: format)
        let answer = try office.mocban(["verify", "--image", image, "--json"])
        #expect(answer.status == 0 && answer.errors.isEmpty)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(answer.output)) as? [[String: Any]])
        #expect(list.allSatisfy { $0["verdict"] as? String == "valid" && $0["input"] as? String == image })
        #expect(list.compactMap { $0["serial"] as? String } == (try office.manifestSerials()))
        let lines = try office.mocban(["verify", "--image", image])
        #expect(lines.lines.count == 10 && lines.lines.allSatisfy { $0.hasPrefix("valid\tHỢP LỆ  Nguyễn Thị Hương") })
        let other = try CommandOffice(keys: "other").mocban(["verify", "--image", image])
        #expect(other.status == 1 && other.lines.allSatisfy { $0.hasPrefix("unknown-key\t") })
    }

    @Test("one bad picture does not take the others' answers away")
    func badPicture() throws {
        let office = try CommandOffice()
        #expect(try Program.mocban.run(office.cards()).status == 0)
        let image = try office.image(of: "out/phu-le.pdf", name: "a", dotsPerInch: 150)
        let cut = try office.folder.write("cut.png", try Data(contentsOf: URL(fileURLWithPath: image)).prefix(5000))
        let answer = try office.mocban(["verify", "--image", cut, image, office.folder("none.png")])
        #expect(answer.status != 0 && answer.lines.count == 3)
        #expect(answer.lines.allSatisfy { $0.hasPrefix("valid\t") })
        #expect(answer.errors.contains("cut.png") && answer.errors.contains("none.png"))
        #expect(answer.errors.count { $0 == "\n" } == 2)
    }

    @Test("inspect shows what a text claims, and that nobody has checked it")
    func inspect() throws {
        let office = try CommandOffice()
        var payload = try SignedPayload(text: try office.text())
        payload = SignedPayload(message: payload.message.dropLast() + [(payload.message.last ?? 0) ^ 1])
        let shown = try Program.mocban.run(["inspect", payload.text])
        #expect(shown.status == 0 && shown.errors.isEmpty)
        #expect(shown.lines.first == "NOT VERIFIED: anybody can write this.")
        #expect(shown.lines.contains("name       Tôn Nữ Hồng Ẩn") && shown.lines.contains("birthYear  1985"))
        let json = try Program.mocban.run(["inspect", payload.text, "--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(object["verdict"] == nil && object["name"] as? String == "Tôn Nữ Hồng Ẩn")
        #expect(object["kind"] as? String == "card" && object["kid"] != nil)
    }
}
