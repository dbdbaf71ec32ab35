import Foundation
import Messages
import RosterValues
import Tables
import Testing
import VietnameseText

@testable import Roster

@Suite("Rosters that real programs wrote")
struct RealFileTests {
    /// A person's cells that a card or a rule depends on, and the codes of what is found.
    private func read(_ name: String) throws -> ([String], RosterFile<Person.Column>) {
        let url = try #require(Bundle.module.url(forResource: "Resources/" + name, withExtension: nil))
        var reader = try RosterReader<Person>(path: url.path, today: today)
        var lines: [String] = []
        while let entry = try reader.next() {
            let codes = entry.findings.map(\.rule.rawValue).joined(separator: " ")
            let number = entry.row.number
            switch entry {
            case .record(_, let person, _):
                let cells = [
                    person.household, person.name, person.birth.description, person.sex?.rawValue ?? "",
                    person.nationalID ?? "", person.hamlet, person.commune ?? "",
                ]
                lines.append("\(number) \(cells.joined(separator: "|")) \(codes)")
            case .refused: lines.append("\(number) refused \(codes)")
            case .nobody: lines.append("\(number) nobody \(codes)")
            }
        }
        return (lines, reader.files[0])
    }

    private static let papers = "8 PL-1|Trần Thị Bê|25/12/1983|female|046183001235|Phú Lễ|Quảng Phú household-carried"

    /// What every file holds; the identity number of row 8 has lost its zero, except where its format shows it.
    private static func expected(row8: String) -> [String] {
        [
            "6 nobody header-row",
            "7 PL-1|Nguyễn Văn An|05/03/1980|male|046080001234|Phú Lễ|Quảng Phú ",
            row8,
            "9 PL-1|Nguyễn Thị Hòa|29/02/2008|female||Phú Lễ|Quảng Phú household-carried",
            "10 PL-2|Lê Thị Ửng|1938|female|191234567|Phú Lễ|Quảng Phú ",
            "11 refused name-capitals impossible-date",
            "12 PL-3|Đặng Minh Đức|01/09/2015|male||Phú Lễ|Quảng Phú household-carried loose-spaces",
            "13 nobody total-row",
            "14 nobody note-row",
        ]
    }

    @Test(
        "hold the same people, whichever program wrote them",
        arguments: [
            ("openpyxl.xlsx", "8 refused id-lost-zero", true),
            ("libreoffice.xlsx", "8 refused id-lost-zero", true),
            ("libreoffice-utf8.csv", "8 refused household-carried id-lost-zero", false),
            ("libreoffice-utf16.csv", "8 refused household-carried id-lost-zero", false),
            ("xlsxwriter.xlsx", papers, false),
        ])
    func people(_ name: String, _ row8: String, hasMerged: Bool) throws {
        let (lines, file) = try read(name)
        // The household's cell is merged downwards in two of them, and then holds for its rows by itself.
        let expected = Self.expected(row8: row8).map { line in
            hasMerged ? line.replacing("household-carried", with: "").replacing("  ", with: " ") : line
        }
        #expect(lines == expected)
        #expect(file.headerRow == 4)
        #expect(file.headerRows == 2)
        #expect(file.carried == (hasMerged ? 0 : 3))
        #expect(file.firstCarried == (hasMerged ? nil : 8))
        #expect(file.header.names.last == "Ghi chú")
    }

    @Test("say how they were read")
    func facts() throws {
        let workbook = try read("xlsxwriter.xlsx").1.table
        #expect(workbook.form == .sheet("Nhân khẩu"))
        #expect(workbook.evidence?.english == "“Nhân khẩu” is the one of 2 sheets with such columns")
        #expect(workbook.remarks.contains { $0.english.contains("1 hidden row is read too (9:9)") })
        #expect(workbook.remarks.contains { $0.english.contains("2 merged ranges") })
        let text = try read("libreoffice-utf16.csv").1.table
        #expect(text.form == .csv(.tab, .utf16LE))
        #expect(text.evidence?.english.contains("byte order mark") == true)
    }
}
