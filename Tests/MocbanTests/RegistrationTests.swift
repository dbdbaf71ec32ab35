@testable import Issuing
import Files
import Foundation
import Glibc
import Payload
import Synchronization
import TestSupport
import Testing

@testable import Mocban

/// What a register would have been told.
private final class Register: Sendable {
    struct Refusal: Error {}

    let registered = Mutex<[Int]>([])
    let settled = Mutex<[Int]>([])
    let items = Mutex<[PartJournal.Item]>([])
    private let isRefusing = Mutex(false)

    func refuse(_ isRefusing: Bool) { self.isRefusing.withLock { $0 = isRefusing } }

    func registration(_ number: Int = 7, head: String = "h") -> RunRegistration {
        RunRegistration(
            number: number, head: head, reading: { try $0(nil) },
            isRegistered: { number, _ in self.registered.withLock { $0.contains(number) } },
            register: { run in
                if self.isRefusing.withLock({ $0 }) { throw Refusal() }
                try run.forEachPart { part in self.items.withLock { $0 += part.items } }
                try run.waitForEnd()
                self.registered.withLock { $0.append(run.run.number) }
            }, settled: { number in self.settled.withLock { $0.append(number) } })
    }
}

@Suite("A run and its register")
struct RegistrationTests {
    private let office: TestOffice
    private let register = Register()
    private static let roster =
        "household,full_name,date_of_birth,hamlet\nH-1,Lê An,1985,Phú Lễ\nH-2,Lê Ba,1985,Phú Lễ\n"

    init() throws { office = try TestOffice() }

    @discardableResult
    private func print(
        _ registration: RunRegistration, _ roster: String = roster, to out: String = "out",
        office other: TestOffice? = nil,
        clock: Timestamp = TestOffice.clock, isClockFixed: Bool = true
    ) async throws -> RunReport {
        let file = try office.folder.write("roster.csv", roster)
        let office = other ?? office
        var options = RunOptions("plain-card", grouping: .household, clock: clock)
        options.isClockFixed = isClockFixed
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources, options: options, lock: try office.lock)
        let published = try await run.plan(file, to: self.office.folder(out), registration: registration).publish()
        published.acknowledge()
        return published.report
    }

    /// Leaves a run as a kill does between the register's commit and the first name.
    private func printNameless(_ registration: RunRegistration) async throws {
        let folder = office.folder("out")
        var stopping = registration
        stopping.register = { run in
            try registration.register(run)
            // A folder in the way of a file's name, where a check can no longer see it coming.
            try FileManager.default.createDirectory(
                atPath: folder + "/phu-le-h-2.pdf", withIntermediateDirectories: true)
        }
        do {
            try await print(stopping)
            Issue.record("a file has taken the place of a folder")
        } catch let error as StoppedRun {
            #expect(error.isRegistered)
        }
        #expect(office.folder.names(in: "out") == [".mocban-run", "phu-le-h-1.pdf", "phu-le-h-2.pdf"])
        try FileManager.default.removeItem(atPath: folder + "/phu-le-h-2.pdf")
    }

    @Test("the register is told once, when all is whole, and then that files have their names")
    func once() async throws {
        let report = try await print(register.registration())
        #expect(register.registered.withLock(\.self) == [7] && register.settled.withLock(\.self) == [7])
        let manifest = try ManifestFile(office)
        #expect(manifest.run.id == 7 && report.printed == 2)
        #expect(register.items.withLock { $0.map(\.serial.description) } == manifest.items.map(\.serial))
    }

    @Test("a register that refuses leaves nothing to be seen; the same command goes on, with the same time")
    func refused() async throws {
        register.refuse(true)
        do {
            try await print(register.registration(), isClockFixed: false)
            Issue.record("a refused run has ended well")
        } catch let error as StoppedRun {
            #expect(error.files == 2 && error.total == 2 && !error.isRegistered && error.cause is Register.Refusal)
        }
        #expect(office.folder.names(in: "out") == [".mocban-run"] && register.settled.withLock(\.isEmpty))
        register.refuse(false)
        try await print(
            register.registration(), clock: TestOffice.clock.adding(seconds: 60), isClockFixed: false)
        #expect(register.registered.withLock(\.self) == [7])
        #expect(try ManifestFile(office).run.created == TestOffice.clock.description)
    }

    @Test("a register that has gone on makes it another run", arguments: [(8, "h"), (7, "i")])
    func goneOn(number: Int, head: String) async throws {
        register.refuse(true)
        await #expect(throws: StoppedRun.self) { try await print(register.registration(), isClockFixed: false) }
        register.refuse(false)
        let later = TestOffice.clock.adding(seconds: 60)
        try await print(register.registration(number, head: head), clock: later, isClockFixed: false)
        #expect(try ManifestFile(office).run.created == later.description)
        #expect(try ManifestFile(office).run.id == number)
    }

    @Test("a registered run gets its names by the same command, which does nothing else")
    func sameCommand() async throws {
        try await printNameless(register.registration())
        let report = try await print(
            register.registration(8, head: "i"), clock: TestOffice.clock.adding(seconds: 60), isClockFixed: false)
        #expect(report.printed == 2 && report.files.map(\.file) == ["phu-le-h-1.pdf", "phu-le-h-2.pdf"])
        #expect(register.registered.withLock(\.self) == [7] && register.settled.withLock(\.self) == [7])
        #expect(
            office.folder.names(in: "out") == ["manifest.json", "phu-le-h-1.pdf", "phu-le-h-2.pdf", "rejected.csv"])
        #expect(try ManifestFile(office).run.id == 7)
    }

    @Test("another command ends a registered run first, and moves it aside as it does any")
    func otherCommand() async throws {
        try await printNameless(register.registration())
        let report = try await print(register.registration(8, head: "i"), Self.roster + "H-3,Lê Tư,1985,Phú Lễ\n")
        #expect(register.registered.withLock(\.self) == [7, 8] && register.settled.withLock(\.self) == [7, 8])
        #expect(report.printed == 3)
        let earlier = try #require(report.earlierRun)
        let names = try FileManager.default.contentsOfDirectory(atPath: earlier).sorted()
        #expect(names == ["manifest.json", "phu-le-h-1.pdf", "phu-le-h-2.pdf", "rejected.csv"])
    }

    @Test("a registered run is ended by its folder alone, as often as one likes")
    func settle() async throws {
        try await printNameless(register.registration())
        let registration = register.registration()
        let id = try office.office.keyring().officeID
        let key = try office.office.keyring().stagingKey()
        func settle(_ path: String, _ number: Int, _ office: String) throws -> SettledRun? {
            try StagedFolder.settle(
                path: path, number: number, office: office, key: key, settled: registration.settled)
        }
        let out = office.folder("out")
        #expect(try settle(out, 6, id) == nil && settle(out, 7, "other") == nil && settle(out + "/none", 7, id) == nil)
        let settled = try #require(try settle(out, 7, id))
        #expect(settled.run.number == 7 && settled.report.printed == 2)
        #expect(try settle(out, 7, id) == nil)
        #expect(register.settled.withLock(\.self) == [7] && !office.folder.names().contains("none"))

        var next = register.registration(8, head: "i")
        next.settledBefore = [settled]
        #expect(try await print(next).printed == 2)
        #expect(register.registered.withLock(\.self) == [7])
    }

    @Test("a run that stopped at its end and is not registered goes on")
    func unregistered() async throws {
        register.refuse(true)
        await #expect(throws: StoppedRun.self) { try await print(register.registration()) }
        #expect(office.folder.names(in: "out/.mocban-run").contains("settling.json"))
        register.refuse(false)
        try await print(register.registration())
        #expect(register.registered.withLock(\.self) == [7])
    }

    @Test("a run that another office has not ended is not ours to judge")
    func otherOffice() async throws {
        try await printNameless(register.registration())
        let other = try TestOffice(keys: "other")
        await #expect(throws: FileError.self) { try await print(register.registration(), office: other) }
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
