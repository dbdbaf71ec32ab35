import TestSupport
import Tables
import Testing

@testable import Roster

@Suite("Damaged files")
struct DamagedFileTests {
    @Test(
        "records and refused rows together are the rows read, whatever the damage", arguments: 0..<60 as Range<UInt64>)
    func accounts(seed: UInt64) throws {
        var random = SeededNumbers(seed)
        let good = (1...200).map { number in
            "PL-\(number / 4),Con,\"Nguyễn Thị Hòa\",0\(number % 9 + 1)/03/19\(10 + number % 80),Nữ,0461800\(10_000 + number),,"
                + "\"Phú\nLễ\",Quảng Phú"
        }
        var bytes = Array(
            (["household,relation,full_name,date_of_birth,sex,national_id,phone,hamlet,commune"] + good)
                .joined(separator: "\r\n").utf8)
        let headerEnd = 90
        let noise = Array("\",\r\n\0\u{1}\t;0=x ".utf8)
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let offset = Int.random(in: headerEnd..<bytes.count, using: &random)
            guard bytes[offset] < 0x80 else { continue }
            let byte = noise[Int.random(in: 0..<noise.count, using: &random)]
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[offset] = byte
            case 1: bytes.insert(byte, at: offset)
            default: bytes.remove(at: offset)
            }
        }

        let file = try TemporaryFile(bytes)
        let whole = try rows(file.path, chunk: 1_000)
        for chunk in [1, 17, 65_536] {
            #expect(try rows(file.path, chunk: chunk) == whole)
        }
        var reader = try RosterReader<Person>(path: file.path, today: today)
        var records: [Int] = []
        var refused: [Int] = []
        var nobody: [Int] = []
        while let entry = try reader.next() {
            switch entry {
            case .record(let row, _, _):
                records.append(row.number)
                #expect(row.damage.isEmpty)
            case .refused(let row, let faults):
                refused.append(row.number)
                #expect(!faults.isEmpty)
            case .nobody(let row, _):
                nobody.append(row.number)
            }
        }
        #expect((records + refused + nobody).sorted() == whole.map(\.number))
        #expect(!records.isEmpty)
    }

    @Test("random bytes never stop the reader", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) throws {
        var random = SeededNumbers(seed &+ 1_000)
        let noise = Array("\",\r\n;\ta ễ\u{FEFF}\u{301}".utf8) + [0xFF, 0x00]
        let count = Int.random(in: 0...300, using: &random)
        let bytes = (0..<count).map { _ in noise[Int.random(in: 0..<noise.count, using: &random)] }
        let file = try TemporaryFile(Array("full_name,household,hamlet,date_of_birth\n".utf8) + bytes)
        do {
            var options = ReadingOptions()
            options.chunk = 11
            var reader = try RosterReader<Person>(path: file.path, today: today, options: options)
            while let entry = try reader.next() { _ = entry }
            #expect(try reader.next() == nil)
        } catch {
            #expect("\(error)".hasPrefix(file.path))
        }
    }
}
