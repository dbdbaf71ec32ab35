@testable import Issuing
import Files
import Payload
import Roster
import Tables
import TestSupport
import Testing

@testable import Mocban

@Suite("Orders made beside reading")
struct OrderBatchesTests {
    private let folder: TemporaryFolder
    private let terms: Terms
    private let today: CalendarDate

    init() throws {
        folder = try TemporaryFolder()
        today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
        let keyring = Keyring.test(at: TestOffice.start)
        terms = Terms(
            unit: 19897, serialKey: try keyring.serialKey(), signingKey: KeyID(rawValue: 1), nameForm: .full,
            validity: Validity(issued: TestOffice.clock, days: 365), today: today)
    }

    private func matching(
        _ path: String, usesTwoCores: Bool, progress: (RunProgress) -> Void = { _ in }
    ) throws -> Orders {
        try RosterMatching(
            RosterReader<Person>(path: path, today: today), against: nil, terms: terms,
            options: RunOptions(nil, jobs: usesTwoCores ? 2 : 1), folder: folder.path, progress: progress
        ).orders
    }

    private func roster(_ count: Int) throws -> String {
        let names = ["Lê An", "Lê Ba", "Lê Cúc", "Lê Dung"]
        let rows = (0..<count).map { "H-\($0 / 4),\(names[$0 % 4]),\(1940 + $0 % 60),Phú Lễ" }
        return try folder.write(
            "roster.csv", (["household,full_name,date_of_birth,hamlet"] + rows).joined(separator: "\n") + "\n")
    }

    private func orders(_ path: String, usesTwoCores: Bool) throws -> [[UInt8]] {
        let matching = try matching(path, usesTwoCores: usesTwoCores)
        #expect(matching.people.values.reduce(0, +) == matching.read)
        var orders: [[UInt8]] = []
        try matching.plan.entries.forEach { orders.append(try matching.plan.order(of: $0).spooled) }
        return orders
    }

    // Batches are of 512 rows, and three wait at most.
    @Test(
        "are the same, in the roster's order, whether made on one core or on two",
        arguments: [0, 1, 511, 512, 513, 4000])
    func same(count: Int) throws {
        let path = try roster(count)
        let beside = try orders(path, usesTwoCores: true)
        #expect(try orders(path, usesTwoCores: false) == beside)
        #expect(try beside.map { try Order(spooled: $0).row.number } == (0..<count).map { $0 + 2 })
    }

    @Test("a run that is stopped while they are made ends, and lets go of them")
    func stopped() async throws {
        let path = try roster(3000)
        let reading = Task {
            _ = try matching(path, usesTwoCores: true) { progress in
                if progress.done >= 1024 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await reading.value }
    }
}
