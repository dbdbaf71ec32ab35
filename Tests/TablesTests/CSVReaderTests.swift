import TestSupport
import Testing
import VietnameseText

@testable import Tables

@Suite("CSV reader")
struct CSVReaderTests {
    struct Form: Sendable, CustomStringConvertible {
        let delimiter: CSVDelimiter
        let lineEnd: String
        let mark: Bool

        var description: String { "\(delimiter), \(lineEnd.utf8.map { $0 }), mark \(mark)" }

        static let all = CSVDelimiter.allCases.flatMap { delimiter in
            ["\r", "\n", "\r\n"].flatMap { end in
                [true, false].map { Form(delimiter: delimiter, lineEnd: end, mark: $0) }
            }
        }
    }

    @Test("every delimiter, line end and byte order mark, at every chunk size", arguments: Form.all)
    func forms(_ form: Form) throws {
        let table = [
            ["thôn", "ghi chú; khác, hay\tgì", "số"],
            ["Phú Lễ", "có \"dấu\" ngoặc", "1"],
            ["", "hai\(form.lineEnd)dòng", ""],
            [" Hạ Lang ", "Ẳ𝒳", "3"],
        ]
        let separator = String(UnicodeScalar(form.delimiter.rawValue))
        let text = table.map { row in
            row.map {
                "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            }
            .joined(separator: separator)
        }.joined(separator: form.lineEnd)
        let bytes = (form.mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)

        for end in ["", form.lineEnd] {
            let file = try TemporaryFile(bytes + Array(end.utf8))
            for chunk in [1, 2, 3, 5, 7, 16, 64, 65_536] {
                var reader = try CSVReader(path: file.path, chunk: chunk)
                #expect(reader.facts.form == .csv(form.delimiter, .utf8))
                #expect(try reader.next()?.fields == table[0])
                let rows = try rows(file.path, chunk: chunk)
                #expect(rows.map(\.fields) == Array(table[1...]))
                #expect(rows.map(\.number) == [2, 3, 4])
                #expect(rows.allSatisfy { $0.damage.isEmpty })
            }
        }
    }

    @Test("unquoted fields", arguments: CSVDelimiter.allCases)
    func unquoted(_ delimiter: CSVDelimiter) throws {
        let separator = String(UnicodeScalar(delimiter.rawValue))
        let lines = [["a", "b", "c"], ["1", "", " x y "], ["", "", "z"]].map { $0.joined(separator: separator) }
        let file = try TemporaryFile(lines.joined(separator: "\n"))
        #expect(try rows(file.path, chunk: 2).map(\.fields) == [["1", "", " x y "], ["", "", "z"]])
    }

    @Test("commas of addresses are no delimiter, however many")
    func addresses() throws {
        let text = "tên;loại hình;địa chỉ\n" + String(repeating: "Chợ;Chợ;Số 5, Phú Lễ, Quảng Phú, Huế\n", count: 9)
        let file = try TemporaryFile(text)
        #expect(try CSVReader(path: file.path).facts.form == .csv(.semicolon, .utf8))
        #expect(try rows(file.path).allSatisfy { $0.fields.count == 3 && $0.damage.isEmpty })
    }

    @Test("blank rows count but are passed over")
    func blankRows() throws {
        let file = try TemporaryFile("\r\n,,\r\na,b\r\n\r\n1,2\r\n , \r\n\r\n3,4\r\n\r\n")
        var reader = try CSVReader(path: file.path)
        #expect(try reader.next()?.number == 3)
        #expect(try rows(file.path).map(\.number) == [5, 8])
    }

    @Test("empty fields after the last column do no harm")
    func emptyColumns() throws {
        let file = try TemporaryFile("a,b,,\n1,2\n3,4,\n5,6,,,,\n7,8,,x\n9\n")
        #expect(
            try rows(file.path).map(\.damage) == [
                [], [], [], [.tooManyFields(found: 4, expected: 2)], [.tooFewFields(found: 1, expected: 2)],
            ])
    }

    @Test(
        "damage within a row leaves the rows around it whole",
        arguments: [
            ("x\"y,2", Row.Damage.strayQuote(field: 0)),
            ("1,\"x\"y", .strayQuote(field: 1)),
            ("1,\"x\" ", .strayQuote(field: 1)),
            ("1,\"x\"\u{1}", .strayQuote(field: 1)),
            ("1,a\0b", .zeroByte(field: 1)),
            ("\0,2", .zeroByte(field: 0)),
            ("1,\"a\u{7}b\"", .controlCharacter(field: 1)),
            ("1,\u{7F}", .controlCharacter(field: 1)),
            ("1", .tooFewFields(found: 1, expected: 2)),
            ("1,2,3", .tooManyFields(found: 3, expected: 2)),
        ])
    func damage(_ line: String, _ expected: Row.Damage) throws {
        let file = try TemporaryFile("a,b\n1,2\n\(line)\n3,4\n")
        for chunk in [1, 3, 4096] {
            let rows = try rows(file.path, chunk: chunk)
            try #require(rows.count == 3)
            #expect(rows[1].damage.first == expected)
            #expect(rows[0] == Row(number: 2, fields: ["1", "2"]))
            #expect(rows[2] == Row(number: 4, fields: ["3", "4"]))
        }
    }

    @Test("a quotation mark that is never closed is one row, with the lines it took")
    func unclosedQuote() throws {
        let file = try TemporaryFile("a,b\n1,\"2\n3,4\n5,6\n")
        #expect(
            try rows(file.path) == [
                Row(
                    number: 2, fields: ["1", "2\n3,4\n5,6\n"],
                    damage: [.unclosedQuote(field: 1, lines: 3)])
            ])
    }

    @Test("whole rows within quotation marks are seen")
    func swallowedRows() throws {
        let file = try TemporaryFile("a,b,c,d,e\n1,\"2,3,4,5\n1,2,3,4,5\n1,2\",3,4,5\n6,\"7\n8\",9,10,11\n")
        let damage = try rows(file.path).map(\.damage)
        #expect(damage == [[.swallowedRows(field: 1, lines: 2)], []])
    }

    @Test("a row's own fields and no others are judged for swallowed rows")
    func quotedBreaksAreFine() throws {
        let file = try TemporaryFile("a,b,c\n\"1\n2\",\"x, y, z, w, v, u\",3\n\"Số 1, thôn A,\nxã B, huyện C\",2,3\n")
        #expect(try rows(file.path).allSatisfy { $0.damage.isEmpty })
    }
}
