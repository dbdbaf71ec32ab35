import Files
import RosterValues
import Tables
import TestSupport
import Testing

@testable import Roster

@Suite("Tables whose keys wait in a file")
struct DiskHashTableTests {
    @Test(
        "give back what was put in, in a folder, in memory, and where the folder is gone",
        arguments: ["", nil, "/gone"])
    func table(folder: String?) throws {
        let temporary = try TemporaryFolder()
        var table = DiskHashTable(seed: 3, folder: folder.map { temporary.path + $0 })
        var random = SeededNumbers(9)
        var reference: [UInt64: UInt32] = [:]
        // Three shelves and a rest; 0 marks a free slot and is taken for 1.
        let keys = [0, .max] + (0..<170_000).map { _ in random.next() }
        for (index, key) in keys.enumerated() {
            if index % 1_000 == 7 { #expect(try table.value(of: key) == nil) }
            reference[max(key, 1)] = UInt32(index)
            #expect(try table.insert(UInt32(index), for: key) == UInt32(index))
        }
        var wrong = 0
        for (index, key) in keys.enumerated() {
            if try table.value(of: key) != UInt32(index) { wrong += 1 }
            if index % 10 == 0, try table.insert(0, for: key) != UInt32(index) { wrong += 1 }
            let other = random.next()
            if try table.value(of: other) != reference[other] { wrong += 1 }
        }
        #expect(wrong == 0)
        var found: [UInt64: UInt32] = [:]
        try table.forEach { key, value in found[key] = value }
        #expect(found == reference)
    }

    @Test("people are compared alike in memory and in a folder")
    func surveys() throws {
        let folder = try TemporaryFolder()
        let columns = ["household", "relation", "full_name", "date_of_birth", "hamlet"]
        let header = try Header<Person.Column>(Row(number: 1, fields: columns), path: "a.csv")
        func findings(_ folder: String?) throws -> [String] {
            var survey = Person.Survey(localities: KnownLocalities(), today: today, folder: folder)
            survey.begin(path: "a.csv", sheet: nil)
            var random = SeededNumbers(5)
            var lines: [String] = []
            for index in 0..<150_000 {
                // One in fifty is somebody from anywhere above.
                let number = index % 50 == 49 ? Int.random(in: 0..<index, using: &random) : index
                // And one in thirty has another's household, name and birth, but a number of their own.
                let twin = index % 30 == 17 ? Int.random(in: 0..<index, using: &random) : number
                let person = Person(
                    household: "H\(twin / 2)", relation: number % 6 < 2 ? "Con" : "Chủ hộ", name: "Lê An",
                    birth: .year(1900 + twin % 2), nationalID: index % 3 == 0 ? nil : "04608\(1_000_000 + number)",
                    hamlet: "Phú Lễ")
                let row = Row(number: index + 2, fields: ["", "", "", "1980", ""])
                lines += try survey.add(row, header, person, at: RowPosition(row: row.number)).map(\.description)
            }
            return try lines + survey.conclusions().map { "\($0.position.row) \($0.finding)" }
        }
        let inMemory = try findings(nil)
        #expect(inMemory.count > 30_000)
        #expect(try findings(folder.path) == inMemory)
        #expect(folder.names() == [])
    }

    @Test("segments are a list", arguments: [0, 1, 4_096, 10_000])
    func segments(count: Int) {
        var segments = Segments<Int>()
        for number in 0..<count { segments.append(number) }
        #expect(Array(segments) == Array(0..<count))
        guard count > 0 else { return }
        segments[count - 1] = 7
        #expect(segments.last == 7 && segments[count / 2] == (count == 1 ? 7 : count / 2))
    }
}
