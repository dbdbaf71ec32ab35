import Files
import Foundation
import Mocban
import Payload
import Register
import TestSupport
import Testing

@Suite("mocban find")
struct FindCommandTests {
    private let office: CommandOffice

    init() throws { office = try CommandOffice() }

    private func find(_ arguments: String...) throws -> Program.Outcome {
        try Program.mocban.run(["find", "--office", office.path] + arguments)
    }

    private func objects(_ outcome: Program.Outcome) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [[String: Any]])
    }

    @Test("an office without a register says that plainly")
    func empty() throws {
        let outcome = try find("nguyen")
        #expect(outcome.status == 66 && outcome.output.isEmpty)
        #expect(outcome.errors.contains("nothing was registered in this office (\(office.path)) yet: `mocban cards`"))
    }

    @Test("a person's cards with all that happened to them")
    func story() throws {
        let people = try RegisteredPeople(office)
        let (old, at) = (people.serials[4], people.clock)
        let new = try people.reissue(old)
        try people.register.writing {
            try $0.revoke(new, reason: "mất thẻ", at: at)
            try $0.restore(new, reason: "tìm thấy", at: at)
        }
        let outcome = try find("chien", "phan", "vă")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let events = outcome.lines.filter { $0.hasPrefix("    ") }.map { line in
            line.range(of: ": ").map { String(line[$0.upperBound...]) } ?? line
        }
        #expect(outcome.lines[0] == "Phan Văn Chiến, born 12/03/1985, household PL-2, Phú Lễ, Quảng Phú")
        #expect(outcome.lines[1].hasPrefix("  \(new)  valid card, issued "))
        #expect(
            events == [
                "issued by run 2 in place of \(old)", "printed in reissue.pdf, page 1, position 1", "revoked: mất thẻ",
                "revocation undone: tìm thấy", "issued by run 1", "printed in cards.pdf, page 1, position 5",
                "revoked, replaced by \(new): the name was wrong",
            ])
        let cards = try objects(try find("PL-2", "--json"))
        #expect(cards.map { $0["serial"] as? String } == [new.description, old.description])
        #expect(cards.map { $0["state"] as? String } == ["valid", "revoked"])
        #expect((cards[1]["revocation"] as? [String: Any])?["reason"] as? String == "the name was wrong")
        let prints = try #require(cards[1]["prints"] as? [[String: Any]])
        #expect(prints.count == 1 && prints[0]["file"] as? String == "cards.pdf" && prints[0]["position"] as? Int == 5)
    }

    @Test("many are a list of a line each, sorted, with how many more there are")
    func list() throws {
        _ = try RegisteredPeople(
            office, names: ["Hương", "An", "Yến", "Đạt", "Dũng"].map { "Nguyễn " + $0 })
        let all = try find("nguyen")
        #expect(all.status == 0)
        #expect(
            all.lines.compactMap { $0.split(separator: "  ").dropFirst(2).first.map { String($0.trimmed) } } == [
                "Nguyễn An", "Nguyễn Dũng", "Nguyễn Đạt", "Nguyễn Hương", "Nguyễn Yến",
            ])
        let four = try find("nguyễn", "--limit", "4")
        #expect(
            four.lines.count == 4 && four.errors.contains("these are 4 of 5: add a word of the name, or give --limit 5")
        )
        #expect(try objects(find("nguyễn", "--limit", "2", "--json")).count == 2)
    }

    /// A text, the exit status, and words of the message.
    struct Fruitless: CustomTestStringConvertible, Sendable {
        let text: @Sendable (Serial) -> String
        let status: Int32
        let words: @Sendable (Serial) -> String
        let testDescription: String
    }

    private static let fruitless = [
        Fruitless(
            text: { _ in "Xuân" }, status: 1, words: { _ in "nothing was found for “Xuân”: try fewer words" },
            testDescription: "a name that nobody has"),
        Fruitless(
            text: { swapped($0) }, status: 65, words: { "Did you mean \($0), Nguyễn Thị Hương?" },
            testDescription: "two characters swapped"),
        Fruitless(
            text: { String($0.description.dropLast()) }, status: 65,
            words: { _ in "a serial has 12 characters, not 11" }, testDescription: "a character left out"),
        Fruitless(
            text: { _ in "1111-1111-1112" }, status: 65, words: { _ in "as a serial it is mistyped" },
            testDescription: "a serial that is like nobody's"),
    ]

    private static func swapped(_ serial: Serial) -> String {
        var text = Array(serial.description)
        let index = text.indices.dropLast().first { index in
            text[index] != text[index + 1] && !"-0Z".contains(text[index]) && text[index + 1] != "-"
        }
        if let index { text.swapAt(index, index + 1) }
        return String(text)
    }

    @Test("what is not found is said with what to do next", arguments: fruitless)
    func notFound(sample: Fruitless) throws {
        let people = try RegisteredPeople(office)
        let outcome = try find(sample.text(people.serials[0]))
        #expect(outcome.status == sample.status && outcome.output.isEmpty)
        #expect(outcome.errors.contains(sample.words(people.serials[0])), "\(outcome.errors)")
        let json = try find(sample.text(people.serials[0]), "--json")
        #expect(try json.status == sample.status && objects(json).isEmpty)
    }

    @Test("accents that nobody has are said to be left aside")
    func accents() throws {
        _ = try RegisteredPeople(office)
        let outcome = try find("Hưởng")
        #expect(outcome.status == 0 && outcome.errors.contains("no name is written “Hưởng”: these differ in accents"))
        #expect(try find("Hường").lines.filter { !$0.hasPrefix(" ") }.count == 1)
    }

    @Test("--at asks of another time")
    func later() throws {
        let people = try RegisteredPeople(office)
        let later = people.clock.adding(seconds: 400 * 86_400).description
        #expect(try find("nam tran", "--at", later).lines[1].contains("expired card"))
    }

    @Test("finding holds nobody up, and is not held up")
    func locked() throws {
        _ = try RegisteredPeople(office)
        let lock = try OfficeLock(Office(folder: office.path), command: "cards")
        #expect(try find("nguyen").status == 0)
        withExtendedLifetime(lock) {}
    }
}

extension Substring {
    fileprivate var trimmed: Substring { drop { $0 == " " }.dropLast(reversed().prefix { $0 == " " }.count) }
}
