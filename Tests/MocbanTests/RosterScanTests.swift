import Files
import Foundation
import Roster
import RosterCheck
import TestSupport
import Testing

@testable import Mocban

@Suite("Scanned rosters")
struct RosterScanTests {
    private let folder: TemporaryFolder
    private var path: String { folder("scanned.csv") }

    init() throws { folder = try TemporaryFolder() }

    private func scan() throws -> RosterScan {
        try RosterScan(path: path, settings: [.household: "PL-001", .hamlet: "Phú Lễ"], today: checkDay)
    }

    /// The text of a card; the number's last digits are those given.
    static func card(_ number: Int, name: String = "Nguyễn Văn An") -> String {
        let digits = String(String(1_000_000 + number).dropFirst())
        return "046085\(digits)|191234567|\(name)|12031985|Nam|Thôn Phú Lễ, Quảng Phú, Quảng Điền, Huế|01012022"
    }

    private func isRefused(_ answer: RosterScan.Answer?, _ reason: String) -> Bool {
        if case .refused(let text) = answer { return text.english.contains(reason) }
        return false
    }

    @Test("fill a file that a check finds ready")
    func ready() throws {
        let scan = try scan()
        for number in 0..<20 {
            guard case .added(let person, let count, []) = try scan.answer(Self.card(number) + "\r") else {
                Issue.record("card \(number) was refused")
                continue
            }
            #expect(count == number + 1 && person.household == "PL-001" && person.hamlet == "Phú Lễ")
        }
        #expect(try scan.answer("hộ  PL-002") == .set(.household, "PL-002"))
        #expect(try scan.answer("THÔN Hạ Lang") == .set(.hamlet, "Hạ Lang"))
        #expect(try scan.answer("xã Quảng Phú") == .set(.commune, "Quảng Phú"))
        #expect(try scan.answer("  ") == nil)
        _ = try scan.answer(Self.card(20))
        let summary = try RosterCheck(paths: [path], today: checkDay).examine()
        #expect(summary.rows == 21 && summary.refused == 0)
        let text = try folder.text("scanned.csv")
        #expect(
            text.hasSuffix(
                "PL-002,,Nguyễn Văn An,12/03/1985,Nam,046085000020,,Hạ Lang,Quảng Phú,"
                    + "\"Thôn Phú Lễ, Quảng Phú, Quảng Điền, Huế\"\r\n"))
    }

    @Test("take nobody twice, in one run and over several")
    func twice() throws {
        do {
            let scan = try scan()
            _ = try scan.answer(Self.card(1))
            #expect(isRefused(try scan.answer(Self.card(1)), "046085000001 is in the roster already, in row 2"))
        }
        let again = try scan()
        #expect(again.count == 1)
        #expect(isRefused(try again.answer(Self.card(1, name: "Lê Văn Ba")), "in row 2"))
        _ = try again.answer(Self.card(2))
        #expect(isRefused(try again.answer(Self.card(2)), "in row 3"))
    }

    @Test("find a number again that Excel has taken the zero off")
    func lostZero() throws {
        do { _ = try scan().answer(Self.card(1)) }
        try folder.write("scanned.csv", try folder.text("scanned.csv").replacing("046085000001", with: "46085000001"))
        #expect(isRefused(try scan().answer(Self.card(1)), "046085000001 is in the roster already, in row 2"))
    }

    @Test("need a household and a hamlet")
    func placeless() throws {
        let scan = try RosterScan(path: path, today: checkDay)
        #expect(isRefused(try scan.answer(Self.card(1)), "no household is set"))
        _ = try scan.answer("hộ PL-001")
        #expect(isRefused(try scan.answer(Self.card(1)), "no hamlet is set"))
        _ = try scan.answer("thôn Phú Lễ")
        if case .added = try scan.answer(Self.card(1)) {} else { Issue.record("refused") }
    }

    @Test(
        "refuse what an input method has spoilt, and say what to do",
        arguments: [
            "046085001234|191234567|NGUYEN VAN AN|12031985|Nam|THON PHU LE|01012022",
            "046085001234|191234567|Nguy?n V?n An|12031985|Nam|Thôn Phú L?|01012022",
            "046085001234|191234567|Nguyễn Văn An|1203198|Nam|Thôn Phú Lễ|01012022",
            "o46085001234|191234567|Nguyễn Văn An|12031985|Nam|Thôn Phú Lễ|01012022",
            "046085001234|191234567|Nguyễn Văn An|12031985|Nâm|Thôn Phú Lễ|01012022|",
        ])
    func garbled(text: String) throws {
        let scan = try scan()
        let answer = try scan.answer(text)
        if text.contains("Nâm"), case .added = answer { return }
        #expect(isRefused(answer, "Turn off Unikey"), "\(String(describing: answer))")
        #expect(scan.count == 0)
    }

    @Test("continue after any half-written row, and lose nobody who was answered")
    func halves() throws {
        do {
            let scan = try scan()
            for number in 1...2 { _ = try scan.answer(Self.card(number)) }
        }
        let whole = [UInt8](try folder.data("scanned.csv"))
        let lines = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
        for length in 0...whole.count {
            try folder.write("scanned.csv", whole.prefix(length) + (length % 3 == 0 ? [0, 0] : []))
            let scan = try scan()
            // A row that lacks its line break alone is whole; one that lacks its quoted address looks like it.
            let rows = lines.dropFirst().count { $0 - 2 <= length }
            let isDoubtful = length > 0 && whole[length - 1] == UInt8(ascii: ",")
            #expect(scan.count == rows || isDoubtful && scan.count == rows + 1, "\(length)")
            guard case .added = try scan.answer(Self.card(7)) else {
                Issue.record("nothing was added after \(length) bytes")
                continue
            }
            let summary = try RosterCheck(paths: [path], today: checkDay).examine()
            #expect(summary.refused == 0 && summary.rows == scan.count, "\(length)")
        }
    }

    @Test(
        "continue no other file",
        arguments: [
            "household,full_name,date_of_birth,hamlet\nH-1,Lê An,1990,Phú Lễ\n",
            "household;relation;full_name;date_of_birth;sex;national_id;phone;hamlet;commune;address\nH-1;;Lê An;1990;;;;A;;\n",
            "household,relation,full_name,date_of_birth,sex,national_id,phone,hamlet,commune,address\nH-1,,\"Lê\nAn\",1990,,,,A\",\"B\",x",
            "household;full_name;date_of_birth;hamlet;phone;national_id;relation;sex;commune;address;note\nH-1;Lê An;1990;A",
            "household,full_name,date_of_birth,hamlet,sex,national_id,phone,relation,commune,address\nH-1,Lê An,1990\0\0",
        ])
    func others(text: String) throws {
        try folder.write("scanned.csv", text)
        do {
            _ = try scan()
            Issue.record("nothing was refused")
        } catch FileError.notContinued {}
        #expect(try folder.text("scanned.csv") == text)
    }

    @Test("leave a file that is no text as it is, though it ends with zeros as workbooks do")
    func binary() throws {
        let bytes: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 400)
        try folder.write("scanned.csv", bytes)
        #expect(throws: (any Error).self) { try scan() }
        #expect(try [UInt8](folder.data("scanned.csv")) == bytes)
    }

    @Test("are held by one process at a time")
    func locked() throws {
        let first = try scan()
        #expect(throws: FileError.busy(path: path)) { try scan() }
        _ = try first.answer(Self.card(1))
    }
}
