import Files
import Foundation
import GRDB
import Payload
import TestSupport
import Testing

@testable import Register
@testable import RegisterExchange
@testable import RegisterQueries

@Suite("Looking somebody up")
struct FindTests {
    private static let people = [
        "Nguyễn Thị Hương", "Nguyễn Thị Hường", "Nguyễn Văn Nam", "Trần Thị Thanh", "Trần Hoà Bình", "Lê Văn Đạt",
        "Tôn Nữ Hồng Ẩn", "Nguyễn Thị Huệ",
    ]
    private let test: TestRegister
    private let serials: [String: Serial]

    init() throws {
        test = try TestRegister()
        var serials: [String: Serial] = [:]
        for (index, name) in Self.people.enumerated() {
            serials[name] = try test.issue(TestRegister.person(name, household: "HK-\(index / 2)"))
        }
        self.serials = serials
    }

    private func find(_ text: String, limit: Int = 20) throws -> SearchResult {
        try test.register.reading { try $0.find(text, limit: limit) }
    }

    private func names(_ text: String) throws -> [String] {
        try find(text).holders.map { $0[0].record?.name ?? "forgotten" }
    }

    /// A text, and whom it finds in order.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let names: [String]
        init(_ text: String, _ names: String...) { (self.text, self.names) = (text, names) }
        var testDescription: String { text }
    }

    @Test(
        "by words of the name, accents and order as they come",
        arguments: [
            Case("nguyen thi huong", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
            Case("NGUYEN huo", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
            Case("huong nguyen", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
            Case("nguyễn thị hu", "Nguyễn Thị Huệ", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
            Case("Hương", "Nguyễn Thị Hương"),
            Case("hường nguyen", "Nguyễn Thị Hường"),
            Case("nguyễn hươ", "Nguyễn Thị Hương"),
            Case("Hưởng", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
            Case("hòa", "Trần Hoà Bình"),
            Case("hoà bình", "Trần Hoà Bình"),
            Case("Hoa binh", "Trần Hoà Bình"),
            Case("le van dat", "Lê Văn Đạt"),
            Case("đạt", "Lê Văn Đạt"),
            Case("an", "Tôn Nữ Hồng Ẩn"),
            Case("tran thi thanh", "Trần Thị Thanh"),
            Case("  nguyễn   van  ", "Nguyễn Văn Nam"),
            Case("guyen"), Case("nguyen nguyen x"), Case("xyz"), Case(""), Case("???"), Case("Павел"),
            Case("nguyễn\u{301} huong", "Nguyễn Thị Hương", "Nguyễn Thị Hường"),
        ])
    func words(sample: Case) throws { #expect(try names(sample.text) == sample.names) }

    @Test("decomposed text is the same text")
    func decomposed() throws {
        #expect(try names("Hường".decomposedStringWithCanonicalMapping) == ["Nguyễn Thị Hường"])
        #expect(
            try find("Hưởng").isWithoutAccents && !find("Hường").isWithoutAccents && !find("huong").isWithoutAccents)
    }

    @Test(
        "nothing in the text is an operator of the index",
        arguments: [
            "\"", "'", "nguyen\" OR name:\"x", "nguyen*", "name:nguyen", "NEAR(nguyen thi)", "nguyen -thi", "^nguyen",
            "nguyen AND", "a OR b", "(", "{nguyen}", "nguyen + thi", "%", "_", "nguyen; DROP TABLE card", "\u{0}nguyen",
        ])
    func hostile(text: String) throws { _ = try find(text) }

    @Test("a text may be as long as it likes")
    func long() throws {
        for word in ["nguyen ", "nguyễn ", "(", "ế", "7K3M-"] {
            let found = try find(String(repeating: word, count: 5000))
            #expect(found.serialFault == nil)
        }
    }

    @Test("by household, in either case")
    func household() throws {
        #expect(try names("hk-0") == ["Nguyễn Thị Hương", "Nguyễn Thị Hường"])
        #expect(try names("HK-3") == ["Tôn Nữ Hồng Ẩn", "Nguyễn Thị Huệ"])
        #expect(try find("HK-4").holders.isEmpty)
    }

    @Test("by serial, however it is typed")
    func serial() throws {
        let serial = try #require(serials["Nguyễn Văn Nam"]).description
        for text in [serial, serial.lowercased(), serial.replacing("-", with: ""), serial.replacing("-", with: " ")] {
            #expect(try names(text) == ["Nguyễn Văn Nam"])
        }
    }

    @Test("a mistyped serial is called that, and its neighbours are named")
    func mistyped() throws {
        let serial = try #require(serials["Nguyễn Văn Nam"])
        let digits = Array(serial.description.replacing("-", with: ""))
        var (checked, swapped) = (0, 0)
        for index in digits.indices {
            var wrong = digits
            wrong[index] = wrong[index] == "7" ? "8" : "7"
            var texts = [String(wrong), String(digits[..<index] + digits[(index + 1)...])]
            texts.append(String(digits[..<index] + ["5"] + digits[index...]))
            if index > 0, digits[index] != digits[index - 1], Set(digits[index - 1...index]) != ["0", "Z"] {
                var other = digits
                other.swapAt(index, index - 1)
                texts.append(String(other))
                swapped += 1
            }
            for text in texts where text.contains(where: \.isNumber) {
                let found = try find(text)
                #expect(found.holders.isEmpty && found.serialFault != nil, "\(text)")
                #expect(found.similar.map(\.serial) == [serial], "\(text)")
                checked += 1
            }
        }
        #expect(checked > 36 && swapped > 6)
    }

    @Test("a right serial that nobody has is none that was mistyped")
    func unknown() throws {
        let serial = try #require(Serial(rawValue: 0x12_3456_789A_BCDE))
        let found = try find(serial.description)
        #expect(found.holders.isEmpty && found.serialFault == nil && found.similar.isEmpty)
    }

    @Test("one person is one result with all cards, the newest first; an earlier name finds it too")
    func holder() throws {
        var test = test
        let old = TestRegister.person("Phan Thị Hòa", household: "HK-9")
        let first = try test.issue(old, id: "046185003197")
        test.clock = test.clock.adding(seconds: 60)
        let corrected = TestRegister.person("Phan Thị Huệ", household: "HK-9")
        guard case .changed(_, let issue) = try test.decision(on: corrected, id: "046185003197") else {
            throw TestRegister.Unexpected.standing
        }
        try test.run([issue])
        for text in ["phan thi hoa", "phan huệ", "hk-9", first.description, issue.serial.description] {
            let found = try find(text)
            #expect(found.holders.map { $0.map(\.serial) } == [[issue.serial, first]], "\(text)")
            #expect(found.count == .exactly(1))
        }
    }

    @Test("who was forgotten is found by serial alone, and leaves no word behind")
    func forgotten() throws {
        let serial = try #require(serials["Tôn Nữ Hồng Ẩn"])
        try test.register.writing { _ = try $0.forget(serial, reason: "asked", at: test.clock) }
        #expect(try names("hong an").isEmpty && names("hk-3") == ["Nguyễn Thị Huệ"])
        #expect(try names(serial.description) == ["forgotten"])
        let words = try test.register.reading { try String.fetchAll($0.db, sql: "SELECT word FROM name_word") }
        #expect(Set(words).isDisjoint(with: ["ton", "nu", "hong", "an"]) && words.contains("nguyen"))
    }

    @Test("a limit cuts the sorted list, and the count is of all")
    func limit() throws {
        let found = try find("nguyen", limit: 2)
        #expect(found.holders.map { $0[0].record?.name } == ["Nguyễn Thị Huệ", "Nguyễn Thị Hương"])
        #expect(found.count == .exactly(4))
    }

    @Test("an imported register finds the same people, by beginnings too")
    func imported() throws {
        var bytes: [UInt8] = []
        _ = try test.register.export { bytes += $0 }
        let export = try test.folder.write("register.export", bytes)
        let copy = test.folder("copy.sqlite")
        let key = try test.keyring.registerKey()
        _ = try Register.load(export, into: copy, key: key)
        let register = try Register(path: copy, key: key, access: .reading)
        for text in ["nguyen huo", "Hường", "hk-3", "tr"] {
            let found = try register.reading { try $0.find(text, limit: 20) }
            #expect(try !found.holders.isEmpty && found.holders == find(text).holders)
        }
    }
}

@Suite struct TypedSerialTests {
    @Test(arguments: [
        ("7k3m 92qf a0x4", true), ("ABCD-EFGH-JKMN", true), ("hoangthihuon", false), ("nguyen van a", false),
        ("0123", false), ("Nguyễn Văn 1", false),
    ])
    func whatLooksLikeASerial(text: String, isOne: Bool) { #expect((TypedSerial(text) != nil) == isOne) }

    @Test func aSerialOfLettersAloneIsOne() throws {
        let serial = try #require(
            (0..<2_000_000).lazy.compactMap { Serial(rawValue: 0x2A_D5AB_56AD_5AB5 ^ (UInt64($0) << 11)) }.first {
                !$0.description.contains(where: \.isNumber)
            })
        let bare = serial.description.replacing("-", with: "")
        #expect(TypedSerial(bare).map { $0.fault == nil } == true)
    }
}
