import Calendar
import RosterValues
import Tables
import Messages
import Testing

@testable import Roster

@Suite("The text of a CCCD's code")
struct CitizenCardTests {
    private static let card =
        "046180001234|191234567|Nguyễn Thị Hòa|05031980|Nữ|Thôn Phú Lễ, Quảng Phú, Thừa Thiên Huế|25042021"

    @Test("a full card")
    func full() throws {
        let card = try CitizenCardText(Self.card)
        #expect(card.nationalID == "046180001234")
        #expect(card.formerID == "191234567")
        #expect(card.name == "Nguyễn Thị Hòa")
        #expect(card.birth == BirthDate("05/03/1980"))
        #expect(card.sex == .female)
        #expect(card.address == "Thôn Phú Lễ, Quảng Phú, Thừa Thiên Huế")
        #expect(card.issued == CalendarDate(year: 2021, month: 4, day: 25))
    }

    @Test(
        "what else is read",
        arguments: [
            "046180001234||Nguyễn Thị Hòa|05031980|Nữ|Phú Lễ|25042021",
            " 046180001234 | | Nguyễn  Thị Hòa |05031980|NỮ||25042021\r\n",
            "046180001234||Nguyễn Thị Hòa|05031980|Nữ|Phú Lễ|25042021||Nguyễn Văn An|Lê Thị Bê|",
            "046180001234||Nguyê\u{303}n Thị Hòa|05031980|Nữ|Phú Lễ|25042021",
        ])
    func sparse(_ text: String) throws {
        let card = try CitizenCardText(text)
        #expect(card.formerID == nil)
        #expect(Array(card.name.utf8) == Array("Nguyễn Thị Hòa".utf8))
    }

    @Test("a card without the day of birth, and one whose day of issue cannot be read")
    func yearAlone() throws {
        let card = try CitizenCardText("046131001234||Lê Thị Bê|00001931|Nữ|Bao La|")
        #expect(card.birth == .year(1931))
        #expect(card.issued == nil)
    }

    @Test(
        "refusals",
        arguments: [
            ("", CitizenCardText.Refusal.tooFewFields(found: 1)), ("Lê Bê", .tooFewFields(found: 1)),
            ("046180001234||Lê Bê|05031980|Nữ|Bao La", .tooFewFields(found: 6)),
            ("46180001234||Lê Bê|05031980|Nữ|Bao La|25042021", .noNationalID("46180001234")),
            ("046180001234|19123|Lê Bê|05031980|Nữ|Bao La|25042021", .noFormerID("19123")),
            ("046180001234||L? Bê|05031980|Nữ|Bao La|25042021", .noName("L? Bê")),
            ("046180001234|||05031980|Nữ|Bao La|25042021", .noName("")),
            ("046180001234||Lê Bê|31021980|Nữ|Bao La|25042021", .noBirth("31021980")),
            ("046180001234||Lê Bê|05/03/1980|Nữ|Bao La|25042021", .noBirth("05/03/1980")),
            ("046180001234||Lê Bê|05031980|x|Bao La|25042021", .noSex("x")),
            (card + card, .twoCards), (card + "\r" + card, .twoCards), (card + "||Lê Bê|" + card, .twoCards),
        ])
    func refusals(_ text: String, _ refusal: CitizenCardText.Refusal) {
        #expect(throws: refusal) { try CitizenCardText(text) }
        #expect(!refusal.message.english.isEmpty && !refusal.message.vietnamese.isEmpty)
    }

    @Test(
        "a row takes the card's parts into its cells",
        arguments: [
            (["1", "", card, "", "", "", "", "Bao La", ""], ["Nguyễn Thị Hòa", "05/03/1980", "Nữ", "046180001234"]),
            (["1", "", "", "", "", card, "", "Bao La", ""], ["Nguyễn Thị Hòa", "05/03/1980", "Nữ", "046180001234"]),
            (
                ["1", "", "Nguyễn Thị Hoà", "1980", "", card, "", "Bao La", ""],
                ["Nguyễn Thị Hoà", "1980", "Nữ", "046180001234"]
            ),
            (
                ["1", "", card, "", "", "191234567", "", "Bao La", ""],
                ["Nguyễn Thị Hòa", "05/03/1980", "Nữ", "191234567"]
            ),
        ])
    func row(_ fields: [String], _ parts: [String]) throws {
        let header = try Header<Person.Column>(
            Row(number: 1, fields: Person.Column.allCases.map(\.name)), path: "roster.csv")
        let row = try #require(Person.expanded(Row(number: 7, fields: fields), header))
        #expect(row.number == 7)
        #expect(Array(row.fields[2...5]) == parts)
        #expect(row.fields[0] == "1")
    }

    @Test("what is taken from a card is said, cell by cell, and goes into a clean copy")
    func said() throws {
        let entries = try entries(Person.self, "\(fullHeader)\n1,,\"\(Self.card)\",,,,,Bao La,\n")
        guard entries.count == 1, case .record(_, let person, let findings) = entries[0] else {
            Issue.record("\(entries)")
            return
        }
        #expect(person.name == "Nguyễn Thị Hòa")
        #expect(findings.allSatisfy { $0.rule == .cardText && $0.proposal?.isCertain == true })
        #expect(findings.map(\.column) == ["full_name", "date_of_birth", "sex", "national_id"])
        #expect(findings.map(\.value) == [Self.card, "", "", ""])
        #expect(findings.map { $0.proposal?.text } == ["Nguyễn Thị Hòa", "05/03/1980", "Nữ", "046180001234"])
    }

    @Test("rows without a card's text stay", arguments: ["Lê Bê", "Lê|Bê", "046180001234||Lê Bê"])
    func plainRow(_ name: String) throws {
        let header = try Header<Person.Column>(
            Row(number: 1, fields: Person.Column.allCases.map(\.name)), path: "roster.csv")
        #expect(Person.expanded(Row(number: 2, fields: ["1", "", name, "", "", "", "", "", ""]), header) == nil)
    }

    @Test(
        "a row that says another person than the card stays, and is refused",
        arguments: [
            (Person.Column.sex, "Nam"), (.dateOfBirth, "1981"), (.dateOfBirth, "06/03/1980"),
            (.nationalID, "046180001235"), (.nationalID, "191234568"),
        ])
    func otherPerson(_ column: Person.Column, _ cell: String) throws {
        let cells = [Person.Column.dateOfBirth: ""].merging([column: cell]) { $1 }
        let row = RowCase(.fullName, Self.card, with: cells)
        let header = try Header<Person.Column>(
            Row(number: 1, fields: Person.Column.allCases.map(\.name)), path: "roster.csv")
        #expect(Person.expanded(row.row, header) == nil)
        guard case .refused = try row.entry() else {
            Issue.record("\(row)")
            return
        }
        let other = RowCase(.nationalID, Self.card, with: [.fullName: "Lê Bê", .dateOfBirth: ""])
        #expect(Person.expanded(other.row, header) == nil)
    }

    @Test("a row with nothing but the card's text beside its household is a person's")
    func alone() throws {
        let entries = try entries(
            Person.self, "household,full_name,date_of_birth,hamlet\n1,\"\(Self.card)\",,Phú Lễ\n,\"\(Self.card)\",,\n")
        guard case .record(_, let person, _) = try #require(entries.first) else {
            Issue.record("\(entries)")
            return
        }
        #expect(person.name == "Nguyễn Thị Hòa")
        // Without a hamlet it is refused, and passed over no more.
        guard case .refused = try #require(entries.last) else {
            Issue.record("\(entries)")
            return
        }
    }

    @Test("a file whose scanner typed the card into the column of the number")
    func file() throws {
        let entries = try entries(
            Person.self, "household,full_name,date_of_birth,sex,national_id,hamlet\n1,,,,\"\(Self.card)\",Phú Lễ\n")
        guard case .record(_, let person, let findings) = try #require(entries.first) else {
            Issue.record("\(entries)")
            return
        }
        #expect(person.name == "Nguyễn Thị Hòa")
        #expect(person.nationalID == "046180001234")
        #expect(findings.allSatisfy { $0.rule == .cardText })
    }
}
