import Files
import Foundation
import Mocban
import Payload
import TestSupport
import Testing

@Suite("mocban forget")
struct ForgetCommandTests {
    private let office: CommandOffice
    private let people: RegisteredPeople

    init() throws {
        office = try CommandOffice()
        people = try RegisteredPeople(office)
    }

    private func serial(_ index: Int) -> String { people.serials[index].description }

    /// Whether a text is in any file of the register.
    private func isLeft(_ text: String) throws -> Bool {
        try office.folder.contents(of: "office").contains { name, data in
            name.hasPrefix("register.sqlite") && data.firstRange(of: Data(text.utf8)) != nil
        }
    }

    /// The report, without its time.
    private func counts() throws -> String {
        try office.mocban(["report", "--json"]).lines.filter { !$0.contains("\"asOf\"") && !$0.contains("\"logHead\"") }
            .joined(separator: "\n")
    }

    @Test("the person's data go, the card stays good, and can be revoked")
    func one() throws {
        let report = try counts()
        #expect(try isLeft("Phan Văn Chiến"))
        let outcome = try office.mocban(["forget", serial(4), "--reason", "theo yêu cầu"])
        #expect(outcome.status == 0 && outcome.text == "\(serial(4)) has no name any more\n")
        #expect(outcome.errors.contains("printed files, backups, exports and rosters still have the data"))
        #expect(outcome.errors.contains("1 card is good still: `mocban revoke` ends that"))
        for text in ["Phan Văn Chiến", "chien"] { #expect(try !isLeft(text), "\(text)") }
        let found = try office.mocban(["find", "phan văn chiến"])
        #expect(found.status == 1 && found.errors.contains("nothing was found"))
        #expect(try office.mocban(["register", "verify"]).status == 0)
        #expect(try counts() == report)
        #expect(try office.mocban(["verify", people.text(4)]).status == 0)
        #expect(try office.mocban(["revoke", serial(4), "--reason", "lost"]).status == 0)
        #expect(try office.mocban(["verify", people.text(4)]).status == 1)
        let again = try office.mocban(["forget", serial(4), "--reason", "again"])
        #expect(again.status == 1 && again.errors.contains("was forgotten"))
    }

    @Test("all or nothing, with one serial that nobody has, or that is mistyped")
    func allOrNothing() throws {
        let other = try CommandOffice(keys: "other")
        let foreign = try RegisteredPeople(other).serials[0].description
        let unknown = try office.mocban(["forget", serial(0), foreign, "--reason", "asked"])
        #expect(unknown.status == 66 && unknown.errors.contains(foreign))
        try #require(try office.mocban(["forget", serial(1), "--reason", "asked"]).status == 0)
        let several = try office.mocban(["forget", serial(0), foreign, serial(1), "--reason", "asked"])
        #expect(several.status == 66 && several.errorLines.count == 4)
        #expect(several.errors.hasSuffix("nothing was changed\n"))
        let mistyped = try office.mocban(["forget", serial(0), "AAAA-AAAA-AAAA", "--reason", "asked"])
        #expect(mistyped.status == 65)
        #expect(try isLeft(RegisteredPeople.names[0]))
        #expect(try office.mocban(["find", serial(0)]).text.contains(RegisteredPeople.names[0]))
    }

    @Test("a household, and all cards of a person")
    func household() throws {
        let newer = try people.reissue(people.serials[0])
        let outcome = try office.mocban(["forget", "--household", "pl-0", "--reason", "moved away", "--json"])
        #expect(outcome.status == 0)
        struct Answer: Decodable {
            var forgotten: [String]
            var good: Int
        }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output))
        #expect(Set(answer.forgotten) == [serial(0), serial(1), newer.description] && answer.good == 2)
        #expect(try !isLeft("PL-0") && isLeft("PL-1"))
        let gone = try office.mocban(["forget", "--household", "PL-0", "--reason", "again"])
        #expect(gone.status == 66)
    }

    @Test("an earlier register that was kept is named")
    func earlier() throws {
        let copy = office.folder("copy.sqlite")
        #expect(try office.mocban(["register", "backup", copy]).status == 0)
        #expect(try office.mocban(["register", "restore", copy]).status == 0)
        let outcome = try office.mocban(["forget", serial(0), "--reason", "asked"])
        #expect(outcome.errors.contains(", an earlier register, still has the data"))
    }

    @Test("neither a person nor a reason")
    func usage() throws {
        #expect(try office.mocban(["forget", "--reason", "asked"]).status == 64)
        #expect(try office.mocban(["forget", serial(0)]).status == 64)
        #expect(try office.mocban(["forget", serial(0), "--reason", " "]).status == 64)
    }
}
