import TestSupport
import Testing

@testable import Tables

@Suite("CSV writer")
struct CSVWriterTests {
    @Test(
        "rows",
        arguments: [
            (["a", "b"], "a,b\r\n"),
            (["", ""], ",\r\n"),
            ([""], "\"\"\r\n"),
            (["a,b", "c;d", "e\"f", "g\nh", "i\rj"], "\"a,b\",c;d,\"e\"\"f\",\"g\nh\",\"i\rj\"\r\n"),
            (["Nguyễn Ễ", " x "], "Nguyễn Ễ, x \r\n"),
            (["=1+1", "+84", "-1", "@x", "a=b"], "'=1+1,'+84,'-1,'@x,a=b\r\n"),
            (["\t=1", "\r=1"], "\"'\t=1\",\"'\r=1\"\r\n"),
            ([" =1", "\u{A0}+1", "\u{3000}-1", " \t@x"], "' =1,'\u{A0}+1,'\u{3000}-1,\"' \t@x\"\r\n"),
            (["＝1", "＋84", "－1", "＠x", " ＝1", "−1"], "'＝1,'＋84,'－1,'＠x,' ＝1,'−1\r\n"),
            (["\u{FEFF}=1", "\u{200E}＝1"], "'\u{FEFF}=1,'\u{200E}＝1\r\n"),
            (["a＝b", " a", "0905", "12/03/1985", "Đ-1", "\u{A0}x"], "a＝b, a,0905,12/03/1985,Đ-1,\u{A0}x\r\n"),
            (["=HYPERLINK(\"x\",\"y\")"], "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n"),
        ])
    func rowBytes(_ fields: [String], _ text: String) {
        #expect(String(decoding: CSVWriter().bytes(of: fields), as: UTF8.self) == text)
    }

    @Test(
        "another delimiter is quoted instead",
        arguments: [(CSVDelimiter.semicolon, "a,b;\"c;d\"\r\n"), (.tab, "a,b\tc;d\r\n")])
    func delimiters(_ delimiter: CSVDelimiter, _ text: String) {
        #expect(String(decoding: CSVWriter(delimiter: delimiter).bytes(of: ["a,b", "c;d"]), as: UTF8.self) == text)
    }

    @Test("what is written is read back", arguments: CSVDelimiter.allCases)
    func roundTrip(_ delimiter: CSVDelimiter) throws {
        var random = SeededNumbers(UInt64(delimiter.rawValue))
        let alphabet = Array("ab ễ\"\"\n\r,;\t'x0")
        let writer = CSVWriter(delimiter: delimiter)
        let table = (0..<300).map { _ in
            (0..<4).map { column in
                (column == 0 ? "k" : "x")
                    + String(
                        (0..<Int.random(in: 0...6, using: &random)).map { _ in
                            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                        })
            }
        }
        let header = writer.bytes(of: ["a", "b", "c", "d"])
        let file = try TemporaryFile(CSVWriter.byteOrderMark + header + table.flatMap { writer.bytes(of: $0) })
        let read = try rows(file.path, chunk: 13)
        #expect(read.map { $0.fields.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
    }
}
