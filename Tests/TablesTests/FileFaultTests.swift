import Files
import Foundation
import Messages
import TestSupport
import Testing

@testable import Tables

@Suite("Faults of a whole file")
struct FileFaultTests {
    @Test("a missing file")
    func missing() {
        #expect(throws: TableError.missing(path: "/no/such/roster.csv")) {
            _ = try CSVReader(path: "/no/such/roster.csv")
        }
    }

    @Test("a folder")
    func folder() {
        #expect(
            throws: TableError.unreadable(path: "/tmp", reason: Message(en: "it is a folder", vi: "đó là một thư mục"))
        ) {
            _ = try CSVReader(path: "/tmp")
        }
    }

    @Test("a file that may not be read", .enabled(if: geteuid() != 0, "the superuser may read everything"))
    func permission() throws {
        let file = try TemporaryFile("a,b\n")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        #expect(
            throws: TableError.unreadable(
                path: file.path, reason: Message(en: "permission denied", vi: "không có quyền truy cập"))
        ) {
            _ = try CSVReader(path: file.path)
        }
    }

    @Test(
        "files without a row",
        arguments: [[], [0xEF, 0xBB, 0xBF], Array("\r\n\r\n".utf8), Array(",,,\n  \n".utf8), Array("\"\"".utf8)])
    func empty(_ bytes: [UInt8]) throws {
        let file = try TemporaryFile(bytes)
        for chunk in [1, 65_536] {
            #expect(throws: TableError.empty(path: file.path)) { _ = try CSVReader(path: file.path, chunk: chunk) }
        }
    }

    @Test(
        "files that are not text",
        arguments: [
            (Array("%PDF-1.7\n".utf8), TableError.Content.pdf),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], .utf32),
            ([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0x00, 0x00], .binary),
        ])
    func notText(_ bytes: [UInt8], _ content: TableError.Content) throws {
        let file = try TemporaryFile(bytes)
        for chunk in [1, 65_536] {
            #expect(throws: TableError.notText(path: file.path, found: content)) {
                _ = try CSVReader(path: file.path, chunk: chunk)
            }
        }
    }

    @Test("a row with bytes that are no UTF-8 is damaged, and the rows after it are read", arguments: [1, 10, 65_536])
    func invalidBytes(chunk: Int) throws {
        let file = try TemporaryFile(
            Array("a,b\r\n\"1\r\n1\",Nguyễn Thị Hòa\r\n3,".utf8) + [0xE3, 0x6E] + Array("\r\n5,6\r\n".utf8))
        let rows = try rows(file.path, chunk: chunk)
        #expect(rows.map(\.number) == [2, 3, 4])
        #expect(rows.map(\.damage) == [[], [.undecodable(field: 1)], []])
        #expect(rows[1].fields == ["3", "\u{FFFD}n"])
    }

    @Test("a field without end is refused before it fills the memory")
    func tooLong() throws {
        let file = try TemporaryFile("a,b\n1,2\n3,\"" + String(repeating: "4,5\n", count: 300_000))
        #expect(throws: TableError.tooLong(path: file.path, line: 3)) { _ = try rows(file.path) }
        let header = try TemporaryFile("a,\"b" + String(repeating: "4,5\n", count: 300_000))
        #expect(throws: TableError.tooLong(path: header.path, line: 1)) { _ = try CSVReader(path: header.path) }
        let wide = try TemporaryFile("a,b\n" + String(repeating: ",", count: 20_000))
        #expect(throws: TableError.tooLong(path: wide.path, line: 2)) { _ = try rows(wide.path) }
    }

    @Test("a field of 1 MiB is read")
    func longestField() throws {
        let file = try TemporaryFile("a,b\n1," + String(repeating: "x", count: 1 << 20) + "\n")
        #expect(try rows(file.path).first?.fields[1].utf8.count == 1 << 20)
    }
}
