import Files
import Foundation
import Messages
import Roster
import RosterCheck
import SystemPackage
import Tables
import TestSupport
import Testing
import VietnameseText

@testable import Mocban

@Suite("Clean copies")
struct CleanRosterTests {
    private let folder: TemporaryFolder
    private var roster: String { folder("roster.csv") }
    private var clean: String { folder("clean.csv") }
    private var changes: String { folder("clean.changes.csv") }

    init() throws { folder = try TemporaryFolder() }

    @discardableResult
    private func mend(_ path: String? = nil, to clean: String? = nil, approved: String? = nil) throws -> (
        RosterCheck.Summary, CleanRoster.Copy
    ) {
        let check = RosterCheck(paths: [path ?? roster], today: checkDay)
        let summary = try check.examine()
        var lists = RosterCheck.Lists()
        lists.clean = clean ?? self.clean
        lists.approved = approved
        return (summary, try #require(try check.write(lists, of: summary)))
    }

    private func rows(_ path: String) throws -> [[String]] {
        var reader = try CSVReader(path: path, encoding: .utf8)
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.fields) }
        return rows
    }

    /// Rewrites the file of changes row by row.
    private func decide(_ change: ([String]) -> [String]?) throws {
        let rows = try rows(changes)
        let writer = CSVWriter()
        try folder.write(
            "clean.changes.csv",
            CSVWriter.byteOrderMark + rows.prefix(1).flatMap(writer.bytes(of:))
                + rows.dropFirst().compactMap(change).flatMap(writer.bytes(of:)))
    }

    @Test("nothing is lost, what is certain is done, and done once", arguments: 0..<25 as Range<UInt64>)
    func idempotence(seed: UInt64) throws {
        let text = DamagedRoster(seed: seed).text
        try folder.write("roster.csv", text)
        let (summary, copy) = try mend()
        #expect(try folder.text("roster.csv") == text)
        #expect(copy.done == summary.certainRepairs && copy.leftAlone == summary.openProposals)
        let cleanRows = try rows(clean)
        // Notes that keep a household from the rows above.
        let notes = cleanRows.count { $0[2] == "Ghi chú: ở đây có dòng đã bỏ ra" }
        #expect(cleanRows.count - 1 - notes + copy.rowsLeftOut == summary.rows)
        #expect(cleanRows.allSatisfy { $0.count == 10 } && cleanRows[0].last == "Ghi chú")
        #expect(try rows(changes).count - 1 == copy.done + copy.leftAlone + copy.rowsLeftOut)

        let (second, again) = try mend(clean, to: folder("second.csv"))
        #expect(second.certainRepairs == 0, "\(second.rules.map { ($0.rule, $0.example) })")
        #expect(second.passedOver == notes && again.rowsLeftOut == notes && again.done == 0)
        #expect(second.rows == cleanRows.count - 1)
        #expect(second.ready + second.warnings >= summary.ready + summary.warnings)
        #expect(second.refused <= summary.refused)
        #expect(try folder.data("second.csv") == folder.data("clean.csv"))
    }

    private static let example = """
        Mã hộ,Quan hệ với chủ hộ,Họ và tên,Ngày sinh,Thôn,Nghề
        H-1,Chủ hộ,Nguyễn Văn An,1950,Phú Lễ,=1+1
        ,Con,Nguyễn Văn Ba,1980,Phú Lễ,"thợ, mộc"
        ,Con,,1981,Phú Lễ,
        ,,Tổng cộng: 3,,,
        H-2,Chủ hộ,Lê "A,1990,Phú Lễ,

        """

    @Test("a copy has the household filled in, faulty rows as they are, others left out")
    func copy() throws {
        try folder.write("roster.csv", Self.example)
        let (_, copy) = try mend()
        #expect(copy.done == 2 && copy.leftAlone == 0 && copy.rowsLeftOut == 2)
        #expect(
            try rows(clean) == [
                ["Mã hộ", "Quan hệ với chủ hộ", "Họ và tên", "Ngày sinh", "Thôn", "Nghề"],
                ["H-1", "Chủ hộ", "Nguyễn Văn An", "1950", "Phú Lễ", "'=1+1"],
                ["H-1", "Con", "Nguyễn Văn Ba", "1980", "Phú Lễ", "thợ, mộc"],
                ["H-1", "Con", "", "1981", "Phú Lễ", ""],
            ])
        #expect(try folder.data("clean.csv").starts(with: CSVWriter.byteOrderMark))
        #expect(
            try rows(changes).dropFirst().map { $0 } == [
                ["roster.csv", "3", "3", "household", "household-carried", "", "H-1", "yes"],
                ["roster.csv", "4", "4", "household", "household-carried", "", "H-1", "yes"],
                ["roster.csv", "5", "", "", "total-row", "',,Tổng cộng: 3,,,", "", "left out"],
                ["roster.csv", "6", "", "", "stray-quote", "H-2,Chủ hộ,\"Lê \"\"A\",1990,Phú Lễ,", "", "left out"],
            ])
    }

    @Test("exactly what is approved is done", arguments: ["no", "", "KHÔNG", "left out"])
    func refusal(word: String) throws {
        try folder.write("roster.csv", Self.example)
        try mend()
        try decide { $0[1] == "4" ? Array($0.dropLast()) + [word] : $0 }
        let (_, copy) = try mend(approved: changes)
        #expect(copy.done == 1 && copy.leftAlone == 1 && copy.rowsLeftOut == 2)
        #expect(try rows(clean).map { $0[0] } == ["Mã hộ", "H-1", "H-1", ""])
        #expect(try rows(changes).map { $0[7] } == ["done", "yes", "no", "left out", "left out"])
        // The decisions stand in the new file, so it can be used again.
        let before = try folder.data("clean.csv")
        try mend(approved: changes)
        #expect(try folder.data("clean.csv") == before)
    }

    @Test("a row that is left out cannot be approved")
    func leftOut() throws {
        try folder.write("roster.csv", Self.example)
        try mend()
        try decide { $0[1] == "6" ? Array($0.dropLast()) + ["yes"] : $0 }
        do {
            try mend(approved: changes)
            Issue.record("nothing was refused")
        } catch RosterCheckError.faultyChanges(_, _, let reason) {
            #expect(reason.english.hasPrefix("row 6 is left out"))
        }
    }

    @Test(
        "many words say yes, and the officer's own text counts",
        arguments: ["yes", "YES ", "y", "x", "X", "có", "Có", "1"])
    func approval(word: String) throws {
        try folder.write("roster.csv", Self.example)
        try mend()
        try decide { row in
            guard row[1] == "3" else { return row[1] == "4" ? nil : row }
            return Array(row[..<6]) + ["H-7", word]
        }
        try mend(approved: changes)
        #expect(try rows(clean).map { $0[0] } == ["Mã hộ", "H-1", "H-7", ""])
    }

    @Test("decisions may be saved with semicolons, however many commas the rows left out have")
    func semicolons() throws {
        let notes = (1...50).map { ",,Ghi chú: trang \($0),,,,,,,,,\n" }.joined()
        try folder.write("roster.csv", Self.example.replacing(",Nghề\n", with: ",Nghề,,,,,,\n") + notes)
        try mend()
        let before = try folder.data("clean.csv")
        let writer = CSVWriter(delimiter: .semicolon)
        try folder.write("decisions.csv", try rows(changes).flatMap(writer.bytes(of:)))
        let (_, copy) = try mend(approved: folder("decisions.csv"))
        #expect(copy.rowsLeftOut == 52 && copy.earlier.isEmpty)
        #expect(try folder.data("clean.csv") == before)
    }

    @Test("decisions may be saved as a workbook")
    func workbook() throws {
        try folder.write("roster.csv", Self.example)
        let decisions = try #require(
            Bundle.module.url(forResource: "changes", withExtension: "xlsx", subdirectory: "Resources"))
        let (_, copy) = try mend(approved: decisions.path)
        #expect(copy.done == 1 && copy.leftAlone == 1 && copy.rowsLeftOut == 2)
        #expect(try rows(clean).map { $0[0] } == ["Mã hộ", "H-1", "H-7", ""])
    }

    @Test(
        "a list of changes that does not fit is refused, and nothing is written",
        arguments: [
            (1, "9", "1 entry does not fit roster.csv any more, this is the first: row 9 has no household-carried"),
            (3, "name", "row 3 has no household-carried in name"), (5, "x", "in household with “x”"),
            (0, "other.csv", "“other.csv” is not roster.csv"), (1, "three", "“three” is not the number of a row"),
            (7, "maybe", "“maybe” is neither yes nor no"), (4, "househ", "“househ” is not the code of a rule"),
        ])
    func misfit(field: Int, text: String, message: String) throws {
        try folder.write("roster.csv", Self.example)
        try mend()
        try decide { row in
            var row = row
            if row[1] == "3" { row[field] = text }
            return row
        }
        let before = try folder.contents(of: ".")
        do {
            try mend(approved: changes)
            Issue.record("nothing was refused")
        } catch let error as any Failure {
            #expect("\(error)".contains(message) && "\(error)".hasPrefix("\(changes), row 2: "), "\(error)")
        }
        #expect(try folder.contents(of: ".") == before)
    }

    @Test(
        "numbers and dates come back from Excel as they were",
        arguments: [
            "046085001234", "1/2", "'0905", "+84 1", "=1", "-1", "", "Lê", " x", "(1)", "＝1", "\u{A0}=1", "\u{3000}＠",
            "\u{FEFF}=1",
        ])
    func guarded(text: String) {
        let cell = GuardedCell.guarded(text)
        #expect(GuardedCell.text(cell) == text)
        #expect(text.isEmpty || text == "Lê" || cell.hasPrefix("'"))
    }

    @Test("an older copy is kept when a new one takes its name, and only then")
    func earlier() throws {
        try folder.write("roster.csv", Self.example)
        try mend()
        #expect(try mend().1.earlier == [])
        try folder.write("clean.csv", "mended by hand")
        #expect(try mend().1.earlier == [folder("clean.earlier.csv")])
        #expect(try folder.text("clean.earlier.csv") == "mended by hand")
        try folder.write("clean.csv", "again")
        #expect(try mend().1.earlier == [folder("clean.earlier-2.csv")])
        #expect(folder.names().count == 5)
    }

    @Test("an older copy is moved where it cannot have two names, and never over another file")
    func moved() throws {
        try folder.write("clean.csv", "older")
        try folder.write("taken.csv", "another")
        #expect(throws: Errno.fileExists) { try CleanRoster.move(clean, toFree: folder("taken.csv")) }
        #expect(try folder.text("taken.csv") == "another")
        try CleanRoster.move(clean, toFree: folder("free.csv"))
        #expect(try folder.text("free.csv") == "older")
        #expect(throws: Errno.noSuchFileOrDirectory) { try CleanRoster.move(clean, toFree: folder("other.csv")) }
        #expect(folder.names() == ["free.csv", "taken.csv"])
    }

    @Test("a header of two rows becomes one that is understood")
    func doubleHeader() throws {
        try folder.write(
            "roster.csv", "Mã hộ,Họ và tên,Sinh,,Nơi ở,\n,,Ngày sinh,Giới tính,Thôn,Xã\nH-1,Lê An,1990,Nam,Phú Lễ,X\n")
        try mend()
        #expect(try rows(clean)[0] == ["Mã hộ", "Họ và tên", "date_of_birth", "sex", "hamlet", "commune"])
        let (second, _) = try mend(clean, to: folder("second.csv"))
        #expect(second.ready == 1 && second.rows == 1)
    }

    @Test("no output takes the place of an input or of another output")
    func places() throws {
        try folder.write("roster.csv", Self.example)
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder("soft.csv"), withDestinationPath: roster)
        try manager.linkItem(atPath: roster, toPath: folder("hard.csv"))
        try manager.createSymbolicLink(atPath: folder("folder"), withDestinationPath: folder.path)
        let check = RosterCheck(paths: [roster], today: checkDay)
        let summary = try check.examine()
        func refuses(_ change: (inout RosterCheck.Lists) -> Void) {
            var lists = RosterCheck.Lists()
            change(&lists)
            do {
                try check.write(lists, of: summary)
                Issue.record("nothing was refused")
            } catch FileError.outputIsInput {} catch { Issue.record("\(error)") }
        }
        func page(_ path: String) -> RosterCheck.Lists.Report {
            .init(path: path, resources: Resources(folder: repositoryRoot))
        }
        for path in [
            roster, folder("soft.csv"), folder("hard.csv"), folder("folder/roster.csv"), folder("./roster.csv"),
        ] {
            refuses { $0.clean = path }
            refuses { $0.report = page(path) }
        }
        refuses { ($0.clean, $0.report) = (clean, page(folder("folder/clean.csv"))) }
        refuses { ($0.clean, $0.report) = (clean, page(changes)) }
        try folder.write("decisions.csv", "x")
        refuses { ($0.clean, $0.approved) = (folder("decisions.csv"), folder("folder/decisions.csv")) }
        refuses { ($0.clean, $0.approved) = (clean, roster) }
        try manager.copyItem(atPath: roster, toPath: folder("x.changes.csv"))
        let other = RosterCheck(paths: [folder("x.changes.csv")], today: checkDay)
        #expect(throws: FileError.self) {
            var lists = RosterCheck.Lists()
            lists.clean = folder("x.csv")
            try other.write(lists, of: try other.examine())
        }
        #expect(try folder.text("roster.csv") == Self.example)
        #expect(folder.names() == ["decisions.csv", "folder", "hard.csv", "roster.csv", "soft.csv", "x.changes.csv"])
    }
}
