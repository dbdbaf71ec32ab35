@testable import Issuing
import Files
import Payload
import Register
import Tables
import TestSupport
import Testing

@testable import Mocban

@Suite("Plans of what is printed")
struct PrintPlanTests {
    private struct Pair: Equatable, BitwiseCopyable {
        var key: Int32
        var index: Int64
    }

    @Test("spooled lists are read, gone through and sorted like arrays", arguments: [0, 1, 4_096, 5_000, 100_000])
    func lists(count: Int) throws {
        let folder = try TemporaryFolder()
        var random = SeededNumbers(UInt64(count))
        var list = try ExternalList<Pair>(in: folder.path)
        var array: [Pair] = []
        for index in 0..<count {
            let pair = Pair(key: Int32.random(in: 0..<500, using: &random), index: Int64(index))
            try list.append(pair)
            array.append(pair)
        }
        func all() throws -> [Pair] {
            var all: [Pair] = []
            try list.forEach { all.append($0) }
            return all
        }
        #expect(list.count == count)
        #expect(try all() == array)
        try list.sort { ($0.key, $0.index) < ($1.key, $1.index) }
        array.sort { ($0.key, $0.index) < ($1.key, $1.index) }
        #expect(list.count == count)
        #expect(try all() == array)
        #expect(try list.read(count / 3..<count) == Array(array[(count / 3)...]))
        #expect(folder.names() == [])
    }

    private func order(_ number: Int, serial: UInt64) throws -> Order {
        let keyring = Keyring.test(at: TestOffice.start)
        let record = Record(
            name: "Lê An", birth: "1980", household: "H-\(number % 3)",
            locality: Locality(commune: "", hamlet: "Phú Lễ"))
        let holder = Holder(
            nationalID: nil, household: record.household, name: record.name, birth: record.birth,
            key: try keyring.serialKey())
        return Order(
            row: Row(number: number, fields: []),
            issuance: Issuance(
                serial: try #require(Serial(rawValue: serial)), number: 1, reason: .new, holder: holder, record: record),
            validity: Validity(issued: TestOffice.clock, days: 365), key: KeyID(rawValue: 1), nameForm: .full)
    }

    @Test("of two orders with one serial the later is taken out")
    func collisions() throws {
        let folder = try TemporaryFolder()
        var plan = try PrintPlan(grouping: .hamlet, folder: folder.path)
        for (number, serial) in ([5, 6, 7, 6, 8, 5, 6] as [UInt64]).enumerated() {
            try plan.add(order(number, serial: serial))
        }
        let removed = try plan.removeCollisions().map { try plan.order(of: $0).row.number }
        #expect(removed == [3, 5, 6])
        try plan.sort()
        let kept = try plan.entries.read(0..<plan.entries.count).map { try plan.order(of: $0).row.number }
        #expect(kept == [0, 1, 4, 2])
        #expect(try plan.removeCollisions().isEmpty)
        #expect(try plan.parts(capacity: 3, whole: "cards").map(\.entries) == [0..<3, 3..<4])
        let whole = try plan.parts(capacity: 2, whole: "cards", keepsHouseholds: true)
        #expect(whole.map(\.entries) == [0..<1, 1..<3, 3..<4])
    }
}
