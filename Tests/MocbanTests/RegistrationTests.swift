import Files
import Foundation
import Glibc
import Payload
import Register
import Synchronization
import TestSupport
import Testing

@testable import Issuing
@testable import Mocban

@Suite("A run and its register")
struct RegistrationTests {
    private let office: TestOffice
    private static let later = TestOffice.clock.adding(seconds: 60)
    private static let roster =
        "household,full_name,date_of_birth,hamlet\nH-1,Lê An,1985,Phú Lễ\nH-2,Lê Ba,1985,Phú Lễ\n"

    init() throws { office = try TestOffice() }

    /// Who has a card already gets it once more.
    private func plan(
        _ roster: String = roster, to out: String = "out", office other: TestOffice? = nil,
        clock: Timestamp = TestOffice.clock, isClockFixed: Bool = true
    ) async throws -> RunPlan {
        let file = try office.folder.write("roster.csv", roster)
        let office = other ?? office
        var options = RunOptions("plain-card", grouping: .household, clock: clock)
        (options.isClockFixed, options.holding.isReprinted) = (isClockFixed, true)
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources, options: options, lock: try office.lock)
        return try await run.plan(file, to: self.office.folder(out))
    }

    @discardableResult
    private func publish(
        _ plan: RunPlan, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunReport {
        let published = try await plan.publish(progress: progress)
        published.acknowledge()
        return published.report
    }

    /// Prints into a register that refuses the run at its end; gives how the run was stopped.
    private func printRefused(isClockFixed: Bool = true) async throws -> StoppedRun {
        let plan = try await plan(isClockFixed: isClockFixed)
        let head = office.path + "/register.head"
        try FileManager.default.moveItem(atPath: head, toPath: head + ".away")
        defer { try? FileManager.default.moveItem(atPath: head + ".away", toPath: head) }
        return try #require(await #expect(throws: StoppedRun.self) { try await publish(plan) })
    }

    /// Leaves a run as a kill does between the register's commit and the first name.
    private func printNameless() async throws {
        let folder = office.folder("out")
        let plan = try await plan()
        do {
            try await publish(plan) { progress in
                guard progress.phase == .registering, progress.done > 0 else { return }
                // A folder in the way of a file's name, where a check can no longer see it coming.
                try? FileManager.default.createDirectory(
                    atPath: folder + "/phu-le-h-2.pdf", withIntermediateDirectories: true)
            }
            Issue.record("a file has taken the place of a folder")
        } catch let error as StoppedRun {
            #expect(error.isRegistered)
        }
        #expect(office.folder.names(in: "out") == [".mocban-run", "phu-le-h-1.pdf", "phu-le-h-2.pdf"])
        try FileManager.default.removeItem(atPath: folder + "/phu-le-h-2.pdf")
        try expect(runs: 1, nameless: [1])
    }

    /// How many runs the register has, and which of them have files without names.
    private func expect(runs: Int, nameless: [Int] = []) throws {
        let (next, uncommitted) = try office.office.register(.reading).reading {
            (try $0.nextRun, try $0.uncommittedRuns.map(\.number))
        }
        #expect(next == runs + 1 && uncommitted == nameless)
    }

    @Test("the register has all of it when it is whole, and then that files have their names")
    func once() async throws {
        let report = try await publish(plan())
        try expect(runs: 1)
        let manifest = try ManifestFile(office)
        #expect(manifest.run.id == 1 && report.printed == 2)
        let printed = try office.office.register(.reading).reading { try $0.printed(in: 1, file: nil, sheets: nil) }
        #expect(printed.map(\.card.serial.description) == manifest.items.map(\.serial))
    }

    @Test("nothing is in the register while files are drawn, nor where somebody who looks at them refuses")
    func refusedFiles() async throws {
        struct Refusal: Error {}
        let plan = try await plan()
        await #expect(throws: Refusal.self) {
            _ = try await plan.publish(look: { drawn in
                #expect(drawn.items == 2)
                try expect(runs: 0)
                throw Refusal()
            })
        }
        try expect(runs: 0)
        #expect(office.folder.names(in: "out") == [".mocban-run"])
    }

    @Test("a register that refuses leaves nothing to be seen; the same command goes on, with the same time")
    func refused() async throws {
        let error = try await printRefused(isClockFixed: false)
        #expect(error.files == 2 && error.total == 2 && !error.isRegistered && error.cause is RegisterError)
        #expect(office.folder.names(in: "out") == [".mocban-run"])
        try expect(runs: 0)
        try await publish(plan(clock: Self.later, isClockFixed: false))
        try expect(runs: 1)
        #expect(try ManifestFile(office).run.created == TestOffice.clock.description)
    }

    @Test("a register that has gone on makes it another run", arguments: [true, false])
    func goneOn(byRun: Bool) async throws {
        if !byRun { try await publish(plan(to: "other")) }
        _ = try await printRefused(isClockFixed: false)
        if byRun {
            try await publish(plan(to: "other"))
        } else {
            let serial = try Serial(parsing: try #require(try ManifestFile(office, "other").items.first).serial)
            let lock = try office.lock
            try office.office.register(.writing).writing {
                try $0.revoke(serial, reason: "lost", at: TestOffice.clock)
            }
            withExtendedLifetime(lock) {}
        }
        try await publish(plan(clock: Self.later, isClockFixed: false))
        #expect(try ManifestFile(office).run.created == Self.later.description)
        #expect(try ManifestFile(office).run.id == 2)
    }

    @Test("a registered run gets its names by the same command, which does nothing else")
    func sameCommand() async throws {
        try await printNameless()
        let report = try await publish(plan(clock: Self.later, isClockFixed: false))
        #expect(report.printed == 2 && report.files.map(\.file) == ["phu-le-h-1.pdf", "phu-le-h-2.pdf"])
        try expect(runs: 1)
        #expect(
            office.folder.names(in: "out") == ["manifest.json", "phu-le-h-1.pdf", "phu-le-h-2.pdf", "rejected.csv"])
        #expect(try ManifestFile(office).run.id == 1)
    }

    @Test("another command ends a registered run first, and moves it aside as it does any")
    func otherCommand() async throws {
        try await printNameless()
        let report = try await publish(plan(Self.roster + "H-3,Lê Tư,1985,Phú Lễ\n"))
        try expect(runs: 2)
        #expect(report.printed == 3)
        let earlier = try #require(report.earlierRun)
        let names = try FileManager.default.contentsOfDirectory(atPath: earlier).sorted()
        #expect(names == ["manifest.json", "phu-le-h-1.pdf", "phu-le-h-2.pdf", "rejected.csv"])
    }

    @Test("a registered run is ended by its folder alone, as often as one likes")
    func settle() async throws {
        try await printNameless()
        let id = try office.office.keyring().officeID
        let key = try office.office.keyring().stagingKey()
        let told = Mutex<[Int]>([])
        func settle(_ path: String, _ number: Int, _ office: String) throws -> SettledRun? {
            try StagedFolder.settle(path: path, number: number, office: office, key: key, keepsMark: true) { number in
                told.withLock { $0.append(number) }
            }
        }
        let out = office.folder("out")
        #expect(try settle(out, 2, id) == nil && settle(out, 1, "other") == nil && settle(out + "/none", 1, id) == nil)
        let settled = try #require(try settle(out, 1, id))
        #expect(settled.run.number == 1 && settled.report.printed == 2)
        #expect(try settle(out, 1, id) == nil)
        #expect(told.withLock(\.self) == [1] && !office.folder.names().contains("none"))

        // Nobody was told of it yet.
        #expect(try await publish(plan()).printed == 2)
        try expect(runs: 1)
    }

    @Test("a run that stopped at its end and is not registered goes on")
    func unregistered() async throws {
        _ = try await printRefused()
        #expect(office.folder.names(in: "out/.mocban-run").contains("settling.json"))
        try await publish(plan())
        try expect(runs: 1)
    }

    @Test("a run that another office has not ended is not ours to judge")
    func otherOffice() async throws {
        try await printNameless()
        let other = try TestOffice(keys: "other")
        await #expect(throws: FileError.self) { try await publish(plan(office: other)) }
        #expect(office.folder.names(in: "out").contains(".mocban-run"))
    }
}

@Suite("Journals of parts")
struct PartJournalTests {
    private static func journal(_ items: Int) -> PartJournal {
        var journal = PartJournal(file: "phu-le-001.pdf")
        journal.sheets = 3
        journal.digest = FileDigest.of([1, 2, 3])
        journal.items = (0..<items).compactMap { number in
            Serial(rawValue: UInt64(number) << 40).map {
                PartJournal.Item(
                    serial: $0, row: number + 2, page: 1 + number / 10, position: 1 + number % 10,
                    record: Array(repeating: UInt8(truncatingIfNeeded: number), count: number * 3))
            }
        }
        journal.rejections = [PartJournal.Rejection(row: 9, line: Array("9,vì sao\r\n".utf8))]
        return journal
    }

    @Test("are read back as they were", arguments: [0, 1, 25, 1000])
    func roundTrip(items: Int) {
        let journal = Self.journal(items)
        #expect(journal.items.count == items)
        #expect(PartJournal(journal.bytes) == journal)
    }

    @Test("that are cut off or changed at any byte are none")
    func damaged() {
        let bytes = Self.journal(3).bytes
        for length in 0..<bytes.count { #expect(PartJournal(Array(bytes.prefix(length))) == nil) }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            #expect(PartJournal(changed) == nil)
        }
        #expect(PartJournal(bytes + [0]) == nil)
    }
}
