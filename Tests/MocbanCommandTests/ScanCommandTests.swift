import Files
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Scanning identity cards by command")
struct ScanCommandTests {
    private let folder: TemporaryFolder
    private var arguments: [String] {
        ["roster", "scan", "--out", folder("scanned.csv"), "--household", "PL-001", "--hamlet", "Phú Lễ"]
    }

    init() throws { folder = try TemporaryFolder() }

    private func card(_ number: Int) -> String {
        "046085\(String(1_000_000 + number).dropFirst())||Nguyễn Văn An|12031985|Nam|Thôn Phú Lễ, Quảng Phú|01012022\n"
    }

    @Test("each line is answered at once, when the person is in the file")
    func atOnce() throws {
        let running = try Program.mocban.start(arguments)
        for number in 1...3 {
            running.write(card(number))
            #expect(running.line() == "ok  04608500000\(number)  Nguyễn Văn An  12/03/1985  (\(number))")
            #expect(try folder.text("scanned.csv").split(whereSeparator: \.isNewline).count == number + 1)
        }
        running.write(card(2))
        #expect(running.line() == "NO  046085000002 is in the roster already, in row 3")
        running.write("hộ PL-002\n")
        #expect(running.line() == "household  PL-002")
        #expect(running.outcome().status == 1)
    }

    @Test("a kill loses nobody who was answered, and the next scan goes on")
    func killed() throws {
        let running = try Program.mocban.start(arguments)
        running.write(card(1))
        #expect(running.line()?.hasPrefix("ok") == true)
        running.send(SIGKILL)
        #expect(running.outcome().status == 137)
        let next = try Program.mocban.run(arguments, input: card(1) + card(2))
        #expect(next.status == 1 && next.errors == "people in \(folder("scanned.csv")) already: 1\n")
        #expect(next.lines.map { $0.prefix(2) } == ["NO", "ok"])
        let check = try Program.mocban.run(["roster", "check", folder("scanned.csv")])
        #expect(check.text.contains("2 rows"), "\(check.text)")
    }

    @Test("a row that a crash has cut short is taken away, and the person told")
    func half() throws {
        #expect(try Program.mocban.run(arguments, input: card(1)).status == 0)
        let text = try folder.text("scanned.csv")
        try folder.write("scanned.csv", text + "PL-001,,Lê V")
        let next = try Program.mocban.run(arguments, input: card(2))
        #expect(next.status == 0 && next.errors.contains("(PL-001,,Lê V): scan that card again"))
        #expect(try folder.text("scanned.csv").hasPrefix(text))
    }

    @Test("two at once: the second is told so")
    func busy() throws {
        let running = try Program.mocban.start(arguments)
        running.write(card(1))
        _ = running.line()
        let second = try Program.mocban.run(arguments, input: card(2))
        #expect(second.status == 73 && second.output.isEmpty && second.errors.contains("another mocban is writing to"))
        #expect(running.outcome().status == 0)
    }

    @Test("answers are objects for a program")
    func json() throws {
        let outcome = try Program.mocban.run(arguments + ["--json"], input: card(1) + "hello\nthôn Hạ Lang\n")
        let answers = try outcome.lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(answers.map { $0["status"] as? String } == ["ok", "refused", "set"])
        #expect(answers[0]["national_id"] as? String == "046085000001" && answers[0]["count"] as? Int == 1)
        #expect(answers[1]["reason"] != nil && answers[2]["value"] as? String == "Hạ Lang")
        #expect(outcome.status == 1)
    }

    @Test("a full disk is no answer")
    func fullDisk() throws {
        let outcome = try Program.mocban.filesLimited(toBlocks: 1).run(
            arguments, input: (1...20).map(card).joined())
        #expect(outcome.status == 73 && outcome.errors.contains("cannot be written"))
        let answered = outcome.lines.count { $0.hasPrefix("ok") }
        #expect(try folder.text("scanned.csv").split(whereSeparator: \.isNewline).count == answered + 1)
        #expect(try folder.data("scanned.csv").last == 0x0A)
    }
}
