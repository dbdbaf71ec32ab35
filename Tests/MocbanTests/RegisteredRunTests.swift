import Files
import Foundation
import Payload
import Register
import TestSupport
import Testing

@testable import Mocban
import Tables

/// Runs one after another over one register: who gets a card, and what is printed once more.
@Suite("Runs over a register")
struct RegisteredRunTests {
    private static let header = "household,relation,full_name,date_of_birth,sex,national_id,hamlet,commune\n"
    private static let an = "H-1,Chủ hộ,Lê An,1985,Nam,046085000001,Phú Lễ,Quảng Phú\n"
    private static let be = "H-1,Con,Lê Bé,01/02/2015,Nữ,,Phú Lễ,Quảng Phú\n"
    private static let chi = "H-2,Chủ hộ,Lê Chi,1990,Nữ,046190000002,Hạ Lang,Quảng Phú\n"

    private let office: TestOffice

    init() throws { office = try TestOffice() }

    private func run(
        _ rows: [String], to out: String, holding: RunOptions.Holding = RunOptions.Holding(),
        clock: Timestamp = TestOffice.clock
    ) async throws -> RunReport {
        let file = try office.folder.write("roster.csv", Self.header + rows.joined())
        var options = RunOptions("plain-card", clock: clock)
        options.holding = holding
        let run = try IssuingRun(
            .card, office: try office.office, resources: office.resources, options: options, lock: try office.lock)
        return try await run.print(file, to: office.folder(out))
    }

    private func reprint(
        _ selection: ReprintRun.Selection, _ purpose: ReprintRun.Purpose = .reprint, to out: String,
        clock: Timestamp = TestOffice.clock
    ) async throws -> RunReport {
        let run = try ReprintRun(
            selection, purpose, office: try office.office, resources: office.resources,
            options: RunOptions(nil, clock: clock), lock: try office.lock)
        return try await run.print(to: office.folder(out))
    }

    private func serials(_ out: String) throws -> [Serial] {
        try ManifestFile(office, out).items.map { try Serial(parsing: $0.serial) }
    }

    private func codes(_ out: String, _ file: String) throws -> Set<String> {
        let pages = try PrintedPages(office.folder("\(out)/\(file)"), dotsPerInch: 300, in: office.folder)
        return Set(pages.codes.joined().map(\.text))
    }

    private func state(_ serial: Serial, at clock: Timestamp = TestOffice.clock) throws -> RegisteredCard.State? {
        try office.office.register(.reading).reading { try $0.card(serial) }?.state(at: clock)
    }

    /// Every row is counted once.
    private func expect(_ report: RunReport, printed: Int, holding: Int, changed: Int) {
        #expect((report.printed, report.holding, report.changed) == (printed, holding, changed))
        #expect(
            report.read
                == report.printed + report.rejected + report.passedOver + report.holding + report.changed)
    }

    @Test("a grown roster prints those who are new, and leaves the first run's files as they are")
    func grown() async throws {
        expect(try await run([Self.an, Self.be], to: "out"), printed: 2, holding: 0, changed: 0)
        let before = try office.folder.data("out/cards.pdf")
        let again = try await run([Self.an, Self.be], to: "out")
        expect(again, printed: 0, holding: 2, changed: 0)
        #expect(try office.folder.data("out/cards.pdf") == before && again.earlierRun == nil)
        let grown = try await run([Self.an, Self.be, Self.chi], to: "out")
        expect(grown, printed: 1, holding: 2, changed: 0)
        let earlier = try #require(grown.earlierRun)
        #expect(try Data(contentsOf: URL(fileURLWithPath: earlier + "/cards.pdf")) == before)
    }

    @Test(
        "a corrected name is listed, and reissued only where that is asked for",
        arguments: [
            (an.replacing("Lê An", with: "Lê Ân"), 0), (be.replacing("Lê Bé", with: "Lê Bế"), 1),
            (be.replacing("01/02/2015", with: "02/01/2015"), 1), (be.replacing("H-1", with: "H-9"), 1),
        ])
    func corrected(row: String, index: Int) async throws {
        _ = try await run([Self.an, Self.be], to: "first")
        let old = try serials("first")
        var rows = [Self.an, Self.be]
        rows[index] = row
        expect(try await run(rows, to: "second"), printed: 0, holding: 1, changed: 1)
        let list = try office.folder.text("second/changed.csv")
        #expect(list.contains(old[index].description) && list.contains("on the card"))
        #expect(try state(old[index]) == .valid)

        let third = try await run(rows, to: "third", holding: RunOptions.Holding(isReissued: true))
        expect(third, printed: 1, holding: 1, changed: 0)
        #expect(try state(old[index]) == .revoked && state(old[1 - index]) == .valid)
        let new = try #require(try serials("third").first)
        #expect(try new != old[index] && state(new) == .valid)
        // From then on the roster says what the card says.
        expect(try await run(rows, to: "fourth"), printed: 0, holding: 2, changed: 0)
    }

    @Test("a child who gets a national ID, or a roster that leaves it out, is nobody new")
    func identified() async throws {
        _ = try await run([Self.be, Self.chi], to: "first")
        let identified = Self.be.replacing("Nữ,,", with: "Nữ,046315000003,")
        let bare = Self.chi.replacing("046190000002", with: "")
        expect(try await run([identified, bare], to: "second"), printed: 0, holding: 2, changed: 0)
    }

    @Test("printing again gives the same codes, by whatever command, with other settings and keys")
    func again() async throws {
        _ = try await run([Self.an, Self.be, Self.chi], to: "first")
        let codes = try codes("first", "cards.pdf")
        #expect(codes.count == 3)
        do {
            let office = try office.office
            try self.office.beginEpoch(clock: TestOffice.clock.adding(seconds: 10))
            var configuration = office.configuration
            configuration.nameForm = .masked
            try self.office.folder.write("office/mocban.yaml", configuration.yaml)
        }
        let later = TestOffice.clock.adding(seconds: 86_400)
        let forced = try await run(
            [Self.an, Self.be, Self.chi], to: "forced", holding: RunOptions.Holding(isReprinted: true), clock: later)
        expect(forced, printed: 3, holding: 0, changed: 0)
        #expect(try self.codes("forced", "cards.pdf") == codes && serials("forced") == serials("first"))

        let household = try await reprint(.household("H-1"), to: "household", clock: later)
        #expect(try household.printed == 2 && serials("household") == Array(serials("first")[..<2]))
        let sheet = try await reprint(.run(1, file: nil, sheets: 1...1), to: "sheet", clock: later)
        #expect(sheet.printed == 3 && sheet.files.map(\.file) == ["cards.pdf"])
        #expect(try self.codes("sheet", "cards.pdf") == codes)
        let history = try office.office.register(.reading).reading { try $0.history(of: serials("first")[0]) }
        #expect(history.count { $0.kind == .reprinted } == 3)
    }

    @Test("a reissue revokes the old card, and neither is printed or reissued twice")
    func reissued() async throws {
        _ = try await run([Self.an, Self.chi], to: "first")
        let old = try serials("first")
        let report = try await reprint(.serials([old[0]]), .reissue(reason: "mất thẻ"), to: "new")
        #expect(report.printed == 1 && report.rejected == 0)
        let new = try #require(try serials("new").first)
        #expect(try state(old[0]) == .revoked && state(new) == .valid)
        for purpose in [ReprintRun.Purpose.reprint, .reissue(reason: "again")] {
            await #expect(throws: SerialFaults.self) {
                try await reprint(.serials([old[1], old[0]]), purpose, to: "never")
            }
        }
        #expect(!office.folder.names(in: "").contains("never"))
        // Of a run's sheets, what is not good any more is left out and listed.
        let sheets = try await reprint(.run(1, file: nil, sheets: nil), to: "sheets")
        #expect(try sheets.printed == 1 && sheets.rejected == 1 && serials("sheets") == [old[1]])
        expect(try await run([Self.an, Self.chi], to: "last"), printed: 0, holding: 2, changed: 0)
    }

    @Test("cards that are expired, or revoked by their key, are issued anew")
    func renewed() async throws {
        _ = try await run([Self.an, Self.chi], to: "first")
        let old = try serials("first")
        let card = try #require(try office.office.register(.reading).reading { try $0.card(old[0]) })
        _ = try office.office.register(.writing).writing {
            try $0.revoke(
                key: card.key, before: TestOffice.clock.adding(seconds: 1), reason: "lộ khóa", at: TestOffice.clock)
        }
        let later = TestOffice.clock.adding(seconds: 60)
        expect(try await run([Self.an, Self.chi], to: "second", clock: later), printed: 2, holding: 0, changed: 0)
        let afterwards = later.adding(seconds: 400 * 86_400)
        expect(
            try await run([Self.an, Self.chi], to: "third", clock: afterwards), printed: 2, holding: 0, changed: 0)
        let all = try ["first", "second", "third"].flatMap { try serials($0) }
        #expect(Set(all).count == 6)
    }

    @Test("what is not there is refused by name")
    func missing() async throws {
        await #expect(throws: OfficeError.nothingRegistered(folder: office.path)) {
            try await reprint(.household("H-1"), to: "out")
        }
        _ = try await run([Self.an], to: "first")
        await #expect(throws: RegisterError.unknownRun(9)) {
            try await reprint(.run(9, file: nil, sheets: nil), to: "out")
        }
        await #expect(throws: RegisterError.unknownHousehold("H-7")) { try await reprint(.household("H-7"), to: "out") }
        await #expect(throws: IssuingError.noSheets(run: 1, file: nil)) {
            try await reprint(.run(1, file: nil, sheets: 2...5), to: "out")
        }
        let nobody = try #require(Serial(rawValue: 5))
        await #expect(throws: SerialFaults.self) { try await reprint(.serials([nobody]), to: "out") }
    }

    @Test("what one of the office's keys signed and the register has not is a stranger's")
    func stranger() async throws {
        let known = OfficeRevocations(office: try office.office, list: nil)
        let nobody = try #require(Serial(rawValue: 5))
        // An office from before there were registers has only such cards.
        #expect(try !known.isStranger(nobody))
        _ = try await run([Self.an], to: "out")
        #expect(try known.isStranger(nobody) && !known.isStranger(serials("out")[0]))
    }
}
