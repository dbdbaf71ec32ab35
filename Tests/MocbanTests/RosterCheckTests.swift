import Files
import Foundation
import Glibc
import Roster
import RosterCheck
import RosterValues
import TestSupport
import Testing

@testable import Mocban

/// The day on which these tests check.
let checkDay: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 11, day: 24) else { fatalError("24 November 2026 is a day") }
    return day
}()

/// A check's JSON as another program reads it.
struct CheckAnswer: Decodable {
    struct Problem: Decodable, Equatable {
        let file, code, severity, value, message: String
        let row: Int
        let column, proposal: String?
        let certain: Bool?
    }
    struct Count: Decodable {
        let code, severity: String
        let count: Int
    }
    let kind: String
    let rows, ready, warnings, refused, passedOver: Int
    let rules: [Count]
    let problems: [Problem]
}

@Suite("Roster checks")
struct RosterCheckTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func check(_ texts: String...) throws -> RosterCheck {
        let paths = try texts.enumerated().map { try folder.write("roster\($0).csv", $1) }
        return RosterCheck(paths: paths, today: checkDay)
    }

    private func answer(_ check: RosterCheck, _ summary: RosterCheck.Summary) throws -> CheckAnswer {
        var bytes: [UInt8] = []
        var lists = RosterCheck.Lists()
        lists.json = { bytes += $0 }
        try check.write(lists, of: summary)
        return try JSONDecoder().decode(CheckAnswer.self, from: Data(bytes))
    }

    @Test("rows add up, in the summary, row by row and in JSON", arguments: 0..<12 as Range<UInt64>)
    func accounting(seed: UInt64) throws {
        let check = try check(DamagedRoster(seed: seed).text, DamagedRoster(seed: seed + 100, rows: 50).text)
        let summary = try check.examine()
        #expect(summary.rows == summary.ready + summary.warnings + summary.refused + summary.passedOver)
        #expect(summary.rows > 170 && summary.ready > 20 && summary.refused > 20 && summary.passedOver >= 2)

        var statuses: [CheckedRow.Status: Int] = [:]
        var rules: [Rule: Int] = [:]
        var positions: [RowPosition] = []
        try check.forEachRow(of: summary) { row in
            statuses[row.status, default: 0] += 1
            positions.append(row.position)
            for finding in row.findings { rules[finding.rule, default: 0] += 1 }
            let worst = row.findings.map(\.severity)
            switch row.status {
            case .ready: #expect(!worst.contains(.error) && !worst.contains(.warning))
            case .warning: #expect(!worst.contains(.error) && worst.contains(.warning))
            case .refused: #expect(worst.contains(.error))
            case .passedOver: #expect(worst == [.note])
            }
        }
        #expect(positions == positions.sorted() && Set(positions).count == summary.rows)
        #expect(statuses[.ready] ?? 0 == summary.ready && statuses[.warning] ?? 0 == summary.warnings)
        #expect(statuses[.refused] ?? 0 == summary.refused && statuses[.passedOver] ?? 0 == summary.passedOver)
        #expect(Dictionary(uniqueKeysWithValues: summary.rules.map { ($0.rule, $0.count) }) == rules)
        #expect(summary.rules.map(\.count) == summary.rules.map(\.count).sorted(by: >))

        let answer = try answer(check, summary)
        #expect(answer.rows == summary.rows && answer.ready == summary.ready && answer.warnings == summary.warnings)
        #expect(answer.refused == summary.refused && answer.passedOver == summary.passedOver)
        #expect(answer.problems.count == answer.rules.reduce(0) { $0 + $1.count })
        let refused = Set(answer.problems.filter { $0.severity == "error" }.map { "\($0.file) \($0.row)" })
        #expect(refused.count == summary.refused)
    }

    @Test("JSON holds any text")
    func hostileText() throws {
        let name = "\u{7}\"\\\u{1F} \u{2028}</script>𝕏é"
        let check = try check(
            "household,full_name,date_of_birth,hamlet\nH-1,\"\(name.replacing("\"", with: "\"\""))\",1990,A\n")
        let answer = try answer(check, try check.examine())
        #expect(answer.refused == 1)
        let value = try #require(answer.problems.first?.value)
        #expect(value.isEmpty || value.unicodeScalars.elementsEqual(name.unicodeScalars))
    }

    @Test(
        "the header tells what a file holds, or which of the two it comes closer to",
        arguments: [
            ("Mã hộ,Họ tên,Ngày sinh,Thôn\n", "people"), ("Tên,Loại hình,Địa chỉ\n", "venues"),
            ("Mã hộ,Họ tên,Thôn\n", "lacks “date_of_birth”"), ("Tên,Loại hình\n", "lacks “address”"),
            ("Tên,Loại hình,Địa chỉ,Địa chỉ\n", "both read as address"), ("1,2,3\n", "no known column name"),
        ])
    func kind(header: String, expected: String) throws {
        let check = try check(header)
        do {
            let summary = try check.examine()
            #expect(summary.kind.rawValue == expected && summary.rows == 0 && summary.isReady)
        } catch let error as RosterError {
            #expect("\(error)".contains(expected), "\(error)")
        }
    }

    @Test("a roster that changes between the two readings is noticed", arguments: [0, 1, 2])
    func changed(how: Int) throws {
        let text = DamagedRoster(seed: 1).text
        let check = try check(text)
        let summary = try check.examine()
        switch how {
        case 0: try folder.write("roster0.csv", text + "H-1,Con,Lê A,1990,Nam,,,Phú Lễ,,\r\n")
        case 1:
            // The same size and the same file.
            usleep(20_000)
            let handle = try #require(FileHandle(forUpdatingAtPath: folder("roster0.csv")))
            try handle.write(contentsOf: Data(text.utf8))
            try handle.close()
        default:
            try folder.write("other.csv", text)
            #expect(unsafe rename(folder("other.csv"), folder("roster0.csv")) == 0)
        }
        #expect(throws: FileError.changed(path: folder("roster0.csv"))) {
            try check.forEachRow(of: summary) { _ in }
        }
    }

    @Test("a roster that changes during the first reading is not summed up")
    func changedAtOnce() throws {
        let check = try check(DamagedRoster(seed: 2, rows: 2000).text)
        #expect(throws: FileError.changed(path: folder("roster0.csv"))) {
            try check.examine { rows in
                guard rows == 256 else { return }
                try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder("roster0.csv"))
            }
        }
    }

    @Test("a roster that changes during the second reading leaves no list behind")
    func changedMeanwhile() throws {
        let check = try check(DamagedRoster(seed: 2, rows: 2000).text)
        let summary = try check.examine()
        var lists = RosterCheck.Lists()
        lists.report = .init(path: folder("page.html"), resources: Resources(folder: repositoryRoot))
        lists.clean = folder("clean.csv")
        #expect(throws: FileError.changed(path: folder("roster0.csv"))) {
            try check.write(lists, of: summary) { done, _ in
                guard done == 256 else { return }
                try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: folder("roster0.csv"))
            }
        }
        #expect(folder.names() == ["roster0.csv"])
    }

    @Test("known positions come from the office's settings")
    func positions() throws {
        let yaml = "unit: 1\nname: A\nhamlets: [Phú Lễ, \" Hạ  Lang \"]\ncommunes: [Quảng Phú]\n"
        let settings = try OfficeConfiguration(yaml: yaml, file: "mocban.yaml")
        #expect(settings.localities == KnownLocalities(hamlets: ["Phú Lễ", "Hạ Lang"], communes: ["Quảng Phú"]))
        #expect(try OfficeConfiguration(yaml: settings.yaml, file: "").localities == settings.localities)
    }
}
