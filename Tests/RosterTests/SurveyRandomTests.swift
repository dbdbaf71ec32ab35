import Files
import RosterValues
import TestSupport
import Tables
import Messages
import Testing

@testable import Roster

@Suite("Surveys of random rosters")
struct SurveyRandomTests {
    @Test("find what the plain rules find", arguments: 0..<60 as Range<UInt64>)
    func reference(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let rows = (0..<Int.random(in: 1...300, using: &random)).map { _ in Self.row(&random) }
        let file = try TemporaryFile(fullHeader + "\n" + rows.map(\.line).joined())
        var reader = try RosterReader<Person>(path: file.path, today: today)
        var found: Set<String> = []
        while let entry = try reader.next() {
            for finding in entry.findings where finding.severity == .error && finding.rule != .unknownSex {
                found.insert(Self.code(entry.row.number, finding))
            }
        }
        for late in try reader.conclusions() { found.insert(Self.code(late.position.row, late.finding)) }
        let expected = SurveyReference.findings(rows)
        #expect(found.subtracting(expected) == [] && expected.subtracting(found) == [])
    }

    @Test("no holder is ready twice", arguments: 100..<130 as Range<UInt64>)
    func holders(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let rows = (0..<400).map { _ in Self.row(&random) }
        let cut = Int.random(in: 0...400, using: &random)
        let folder = try TemporaryFolder()
        let paths = try [rows[..<cut], rows[cut...]].enumerated().map {
            try folder.write("\($0).csv", fullHeader + "\n" + $1.map(\.line).joined())
        }
        var reader = try RosterReader<Person>(paths: paths, today: today)
        var holders: Set<[String]> = []
        while let entry = try reader.next() {
            guard case .record(_, let person, _) = entry else { continue }
            let holder = person.nationalID.map { [$0] } ?? [person.household, person.name, person.birth.description]
            #expect(holders.insert(holder).inserted)
        }
    }

    private static func row(_ random: inout SeededNumbers) -> SurveyReference.Row {
        func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
        return SurveyReference.Row(
            household: "H\(Int.random(in: 0..<40, using: &random))",
            relation: one(["Chủ hộ", "Con", "Con", "Vợ", "", "Em"]),
            name: one(["Lê An", "Lê Hòa", "Lê Hóa", "Trần Bê"]), year: one([1950, 1960, 1965, 1985, 2000]),
            number: one([
                "", "", "04608000000\(Int.random(in: 0..<10, using: &random))",
                "12345678\(Int.random(in: 0..<10, using: &random))",
            ]),
            hamlet: one(["Phú Lễ", "Hạ Lang"]), isRefused: Int.random(in: 0..<10, using: &random) == 0)
    }

    private static func code(_ row: Int, _ finding: Finding) -> String {
        let other = finding.reason.english.firstMatch(of: /row (\d+)/).map { " " + $0.1 }
        let ofFile = finding.reason.english.contains("of the file") ? " file" : ""
        return "\(row) \(finding.rule.rawValue)\(other ?? ofFile)"
    }
}
