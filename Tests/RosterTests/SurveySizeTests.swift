import Files
import RosterValues
import Tables
import TestSupport
import Messages
import Testing

@testable import Roster

@Suite("Surveys of many rows")
struct SurveySizeTests {
    private static let path = "a.csv"

    /// Surveys people made one by one, without a file.
    private func survey(
        _ count: Int, localities: KnownLocalities = KnownLocalities(), _ person: (Int) -> Person
    ) throws -> (errors: Int, late: LateFindings) {
        let columns = ["household", "relation", "full_name", "date_of_birth", "hamlet"]
        let header = try Header<Person.Column>(Row(number: 1, fields: columns), path: Self.path)
        var survey = Person.Survey(localities: localities, today: today, folder: nil)
        survey.begin(path: Self.path, sheet: nil)
        var errors = 0
        for index in 0..<count {
            let person = person(index)
            // Of a good row the survey reads the date alone.
            let row = Row(number: index + 2, fields: ["", "", "", person.birth.description, ""])
            errors += try survey.add(row, header, person, at: RowPosition(row: row.number)).count
        }
        return (errors, try survey.conclusions())
    }

    private func head(_ household: String, born year: Int = 1980, hamlet: String = "Phú Lễ") -> Person {
        Person(household: household, relation: "Chủ hộ", name: "Lê An", birth: .year(year), hamlet: hamlet)
    }

    @Test("100,000 hamlets, each near to many others")
    func hamlets() throws {
        func name(_ number: Int) -> String {
            "Thôn Phước " + String("\(number)".utf8.map { Character(UnicodeScalar($0 - 48 + 97)) })
        }
        // Every other row is in one of 50 hamlets with 1,000 people each.
        let found = try survey(100_000) {
            head("\($0)", hamlet: $0 % 2 == 0 ? name(10_000 + $0) : name(10_000 + $0 % 100))
        }
        #expect(found.errors == 0 && found.late.count > 1_000)
        let localities = KnownLocalities(hamlets: (0..<5_000).map { name(10_000 + $0 * 20) })
        let known = try survey(100_000, localities: localities) { head("\($0)", hamlet: name($0)) }
        #expect(known.errors == 0 && known.late.count > 50_000)
    }

    @Test("100,000 households without a head, and relations of 100,000 words")
    func households() throws {
        let found = try survey(100_000) {
            Person(
                household: "H\($0)", relation: $0 == 0 ? "Chủ hộ" : "\($0)", name: "Lê An", birth: .year(1980),
                hamlet: "Phú Lễ")
        }
        #expect(found.errors == 0 && found.late.count == 99_999)
        #expect(found.late.last?.finding.value == "H99999")
    }

    @Test("100,000 heads of one household")
    func heads() throws {
        let found = try survey(100_000) { head("1", born: 1900 + $0 % 100) }
        #expect(found.errors == 99_900 && found.late.count == 99)
    }

    @Test("tables give back what was put in", arguments: [true, false])
    func table(isLarge: Bool) {
        var random = SeededNumbers(7)
        var table = KeyTable(seed: 3, isLarge: isLarge)
        var reference: [UInt64: UInt32] = [:]
        let keys = (0..<5_000).map { $0 < 20 ? UInt64($0) : random.next() >> UInt64.random(in: 0..<64, using: &random) }
        for (index, key) in keys.enumerated() {
            // 0 marks a free slot and is taken for 1.
            let used = key == 0 ? 1 : key
            let value = reference[used] ?? UInt32(index)
            reference[used] = value
            #expect(table.insert(UInt32(index), for: key) == value)
        }
        #expect(keys.allSatisfy { table.value(of: $0) == reference[$0 == 0 ? 1 : $0] })
        #expect(
            (0..<1_000).allSatisfy { _ in
                let key = random.next()
                return table.value(of: key) == reference[key]
            })
        var count = 0
        table.forEach { key, value in
            count += 1
            if reference[key] != value { Issue.record("\(key)") }
        }
        #expect(count == reference.count)
    }

    @Test("rows are numbered over all files")
    func order() {
        var order = RowOrder()
        for path in ["a/x.csv", "b/x.csv", "c.csv", "d.csv"] { order.begin(path: path, sheet: nil) }
        let positions = [(0, 3), (0, 7), (2, 2), (2, 9), (3, 1_000_000_000), (3, 2_000_000_000)].map(RowPosition.init)
        let numbers = positions.map { order.number(of: $0) }
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
        #expect(numbers.map { order.position(of: $0) } == positions)
        #expect(
            order.name(of: numbers[0], in: 2).english == "row 3 of a/x.csv"
                && order.name(of: numbers[3], in: 2).english == "row 9")
        #expect(order.number(of: RowPosition(file: 3, row: .max / 2)) == RowOrder.last)
    }
}
