import TestSupport
import Testing
import VietnameseText

@testable import Tables

@Suite("Encodings of a file")
struct EncodingTests {
    private static let table = [
        ["Mã hộ", "Họ và tên", "Ghi chú"], ["PL-1", "Nguyễn Thị Hòa", "cụ; ở \"xóm\" trên"],
        ["PL-2", "Đặng Văn Ứng", ""],
        ["PL-3", "Trần Thị Thủy", "hai\ndòng"], ["PL-4", "Lê Quỳnh Như", "Phú Lễ"],
    ]

    /// The table as a CSV file's bytes.
    private static func bytes(_ encoding: TextEncoding, _ delimiter: CSVDelimiter, hasMark: Bool) throws -> [UInt8] {
        let writer = CSVWriter(delimiter: delimiter)
        let text = String(decoding: table.flatMap { writer.bytes(of: $0) }, as: UTF8.self)
        let mark: [UInt8] =
            switch encoding {
            case .utf16LE: [0xFF, 0xFE]
            case .utf16BE: [0xFE, 0xFF]
            case .utf8, .utf8TCVN3, .utf8VNI, .utf8Twice: [0xEF, 0xBB, 0xBF]
            case .windows1258, .tcvn3, .vni: []
            }
        return (hasMark ? mark : []) + (try #require(encoding.encode(text)))
    }

    private func read(_ bytes: [UInt8], said: TextEncoding?, chunk: Int) throws -> ([[String]], TableFacts) {
        let file = try TemporaryFile(bytes)
        var reader = try CSVReader(path: file.path, encoding: said, chunk: chunk)
        var rows: [[String]] = []
        while let row = try reader.next() {
            #expect(row.damage.isEmpty)
            rows.append(row.fields)
        }
        return (rows, reader.facts)
    }

    @Test("each is read where it is said, and found where it is not", arguments: TextEncoding.allCases, [true, false])
    func each(_ encoding: TextEncoding, hasMark: Bool) throws {
        for delimiter in CSVDelimiter.allCases {
            let bytes = try Self.bytes(encoding, delimiter, hasMark: hasMark)
            for (said, chunk) in [(encoding, 1), (encoding, 65_536), (nil, 7), (nil, 65_536)] {
                let (rows, facts) = try read(bytes, said: said, chunk: chunk)
                #expect(rows == Self.table)
                #expect(facts.form == .csv(delimiter, encoding))
                #expect(facts.evidence != nil)
            }
        }
    }

    @Test("capitals of TCVN3 among the control characters are letters, and other control characters damage their row")
    func controlLetters() throws {
        let head = try #require(TextEncoding.tcvn3.encode("mã hộ,họ tên\n1,Đặng Văn "))
        let file = try TemporaryFile(head + [0x11, 0x6E, 0x67] + Array("\n2,Y".utf8) + [0x07] + Array("\n".utf8))
        var reader = try CSVReader(path: file.path, encoding: .tcvn3, chunk: 7)
        reader.width = 2
        _ = try reader.next()
        #expect(try reader.next() == Row(number: 2, fields: ["1", "Đặng Văn Ứng"]))
        #expect(try reader.next()?.damage == [.controlCharacter(field: 1)])
    }

    @Test("half a character of UTF-16 damages its row", arguments: [1, 2, 3, 65_536])
    func halfCharacter(chunk: Int) throws {
        let lone: [UInt8] = [0x00, 0xD8]
        let head = try #require(TextEncoding.utf16LE.encode("a,b\n1,"))
        let file = try TemporaryFile([0xFF, 0xFE] + head + lone + [0x0A, 0x00, 0x32, 0x00, 0x2C])
        #expect(
            try rows(file.path, chunk: chunk).map(\.damage) == [
                [.undecodable(field: 1)], [.undecodable(field: 0), .tooFewFields(found: 1, expected: 2)],
            ])
    }

    @Test("characters beyond the first 65,536 are whole however the file is cut", arguments: [1, 2, 3, 5])
    func surrogates(chunk: Int) throws {
        let bytes = try #require(TextEncoding.utf16BE.encode("a,b\n𝒳,ễ𝒳\n"))
        let file = try TemporaryFile([0xFE, 0xFF] + bytes)
        #expect(try rows(file.path, chunk: chunk).map(\.fields) == [["𝒳", "ễ𝒳"]])
    }
}
