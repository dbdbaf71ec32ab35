import Files
import Foundation
import TestSupport
import Testing

/// How far a run is, on standard error.
@Suite("Progress of runs") struct RunProgressTests {
    private let office: CommandOffice

    init() throws {
        office = try CommandOffice()
        try office.folder.write("roster.csv", CommandOffice.roster(60))
    }

    private struct Line: Decodable, Equatable {
        var phase, unit: String
        var done: Int
        var total: Int?
        var rate: Double?
        var secondsLeft: Int?
    }

    private func lines(_ outcome: Program.Outcome) throws -> [Line] {
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.errors.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private func expectWhole(_ lines: [Line], _ phases: [String], cards: Int) {
        let told = lines.map(\.phase).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        #expect(told == phases)
        for (line, next) in zip(lines, lines.dropFirst()) where line.phase == next.phase {
            #expect(line.done < next.done && next.rate != nil)
        }
        for phase in phases where phase != "writing" {
            let last = lines.last { $0.phase == phase }
            #expect(last.map { $0.total == $0.done && $0.secondsLeft == 0 } == true, "\(phase)")
            if phase != "reading" {
                #expect(last?.done == cards && last?.unit == (phase == "matching" ? "people" : "cards"))
            }
        }
    }

    @Test("is a JSON object a line for programs, phase by phase")
    func json() throws {
        let first = try Program.mocban.run(office.cards("roster.csv", "--progress", "json", "--proof"))
        // The proof says what it found in words.
        let lines = first.errors.split(separator: "\n").filter { !$0.hasPrefix("{") }
        #expect(lines.count == 1 && lines[0].contains("60 codes"), "\(lines)")
        let objects = try first.errors.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        expectWhole(objects, ["reading", "drawing", "proving", "writing", "registering"], cards: 60)
    }

    @Test("tells of people without an ID who are looked for, and of cards that are printed again")
    func matching() throws {
        let header = "household,full_name,date_of_birth,hamlet\n"
        try office.folder.write("roster.csv", header + "H-1,Lê Văn Hai,1985,Phú Lễ\n")
        _ = try lines(try Program.mocban.run(office.cards()))
        try office.folder.write("roster.csv", header + "H-2,Lê Văn Ba,1986,Phú Lễ\nH-3,Lê Văn Tư,1987,Phú Lễ\n")
        let roster = ["--out", office.folder("second"), "--progress", "json"]
        let second = try Program.mocban.run(
            ["cards", office.folder("roster.csv"), "--office", office.path, "--template", "plain"] + roster)
        expectWhole(try lines(second), ["reading", "matching", "drawing", "writing", "registering"], cards: 2)
        let again = try office.mocban(
            ["reprint", "--run", "2"], "--out", office.folder("again"), "--template", "plain", "--progress", "json")
        expectWhole(try lines(again), ["reading", "drawing", "writing", "registering"], cards: 2)
    }

    @Test(
        "is not shown in a pipe unless it is asked for",
        arguments: [[], ["--progress", "bar"], ["--progress", "none"]])
    func quiet(arguments: [String]) throws {
        let outcome = try Program.mocban.run(office.cards() + arguments)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }

    @Test("is a line that says what is being done, on a terminal", arguments: [("bar", true), ("none", false)])
    func terminal(form: String, isShown: Bool) throws {
        let words = ([Program.mocban.path] + office.cards("roster.csv", "--progress", form)).map { "'\($0)'" }
        let outcome = try Program.system("script").inEnglish.run(
            ["--quiet", "--return", "--command", words.joined(separator: " "), "/dev/null"])
        #expect(outcome.status == 0 && outcome.text.contains("60 cards on"), "\(outcome.text)")
        let shown = outcome.text.split(separator: "\r").filter { $0.hasSuffix("\u{1B}[K") }
        for phase in ["reading", "drawing", "writing", "registering"] {
            #expect(shown.contains { $0.hasPrefix(phase) } == isShown, "\(phase): \(outcome.text)")
        }
        #expect(shown.contains { $0.contains("████████ 60/60 cards") } == isShown)
        #expect(shown.allSatisfy { $0.count < 80 })
    }
}
