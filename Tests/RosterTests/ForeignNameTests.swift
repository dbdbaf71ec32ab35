import RosterValues
import Testing
import VietnameseText

@testable import Roster

/// Names of people who are not Kinh, which rules made for Vietnamese names must leave alone.
@Suite("Names of minorities and foreigners")
struct ForeignNameTests {
    /// Family and given names, each of the first put before each of the second.
    private static let peoples: [(families: [String], given: [String])] = [
        // Ê Đê
        (
            ["Niê", "Mlô", "Êban", "Kđoh", "Ayŭn", "Ksơr", "Byă", "Hmok", "Knul", "Êñuôl", "Bkrông"].map { $0 },
            ["H’Bia", "Y Bhŏk", "H’Čươi", "Y Ƀlơ"]
        ),
        // Gia Rai
        (
            ["Rơ Châm", "Siu", "Ksor", "Rmah", "Nay", "Kpă", "Rơ Lan", "Rah Lan"],
            ["H’Yă", "Blưh", "Phĭn", "H’Nŏ", "Krông"]
        ),
        // Cơ Tu
        (
            [
                "Alăng", "Bhling", "Bhnước", "Bríu", "Coor", "Hôih", "Pơloong", "Ríah", "Tơngôl", "Zơrâm", "Clâu",
                "Arâl", "A Rất",
            ], ["Thị Bhớ", "Nhiếp", "Văn Crơn", "Pố"]
        ),
        // Pa Cô and Tà Ôi
        (
            ["Hồ", "Quỳnh", "A Viết", "Lê", "Kăn", "Vỗ"],
            ["Kăn Lịch", "Thị Kăn Tréo", "Văn Xơn", "A Nhưn", "Thị Ta Riêng", "Vai"]
        ),
        // Ba Na, Xơ Đăng, Giẻ Triêng
        (["A", "Y", "Đinh", "Blong"], ["Thul", "Ngưk", "Hmưk", "Bĭnh", "Brôl", "Pơng", "Ktơ"]),
        // K’Ho and M’Nông
        (["K’", "Ka", "Cil", "Kơ Să", "Rơ Ông", "Bon Niêng"], ["Brế", "Điêu", "Ha Krang", "Mbrông", "Njrang"]),
        // H’Mông
        (["Giàng", "Sùng", "Vàng", "Thào", "Lầu", "Cứ", "Mùa"], ["A Páo", "Thị Mỷ", "Seo Phứ", "Bá Tu", "A Lử"]),
        // Thái, Tày, Dao
        (["Lò", "Cà", "Quàng", "Triệu", "Chảo"], ["Văn Ơn", "Thị Ính", "Mùi Chài", "Sành Phấu"]),
        // Khmer and Chăm
        (["Thạch", "Danh", "Kim", "Qua", "Thiên"], ["Sô Phia", "Sóc Kha", "Sanh Thềm", "Thị Rươne"]),
    ]

    private static let foreigners = [
        "O’Brien Patrick", "John Smith", "Max Lee", "Rex Fox", "Lee Kuan Yew", "Ng Wei Ling", "Ng Chee Meng",
        "Kim Min-jun",
        "Park Seo-yeon", "Jean-Luc Dupont", "François Müller", "José García", "Søren Nielsen", "Łukasz Kowalski",
        "Chris Marx",
        "Alex Cooper", "Boo Seow", "Woo Lee", "Thomas Moore", "James Jones", "Lars Boss", "Tess Moon", "Felix Aaron",
        "Md Rahman",
        "Jr Smith", "Dr Wood", "McDonald Joss", "Anna-Marie Foss", "Petr Vlk", "Ivana Krč", "Bjørn Dahl",
        "Mary Ann Boor",
        "Tanaka Haruto", "Wang Fang", "Zhang Wei", "Chen Ai Ling", "Noor Jahan", "Faisal Khan", "Nguyen Van An",
        "Tran Thi Hoa",
        "Le Thi Thanh Xuan", "Hoang Xuan Vinh", "Pham Van Dong", "Do Thi Ly", "Vo Nguyen Giap", "Huynh Thuc Khang",
    ]

    private static let names: [String] =
        peoples.flatMap { people in
            people.families.flatMap { family in
                people.given.map {
                    family.hasSuffix("’")
                        ? family + $0 : $0.hasPrefix("Y ") || $0.hasPrefix("H’") ? "\($0) \(family)" : "\(family) \($0)"
                }
            }
        } + foreigners

    @Test("three hundred of them and more get their cards, with a word on foreign letters at most")
    func all() throws {
        #expect(Set(Self.names).count >= 300)
        for name in Self.names {
            let entry = try RowCase(.fullName, name).entry()
            let rules = Set(entry.findings.map(\.rule)).subtracting([.nameForeignLetter])
            guard case .record(_, let person, _) = entry, rules.isEmpty else {
                Issue.record("\(name): \(entry.findings)")
                continue
            }
            #expect(person.name == name)
        }
    }

    @Test(
        "names whose keys or letters went wrong are doubted, with what was meant",
        arguments: [
            ("Nguyn Th Hng", .nameDroppedLetters, nil), ("Trn Vn An", .nameDroppedLetters, nil),
            ("Phm Th Bch Ngc", .nameDroppedLetters, nil),
            ("Hunh Thanh Sn", .nameDroppedLetters, nil), ("L Vn Tm", .nameDroppedLetters, nil),
            ("Nguyeenx Thij Hoaf", .nameTypingKeys, "Nguyễn Thị Hoà"),
            ("Traanf Vawn An", .nameTypingKeys, "Trần Văn An"),
            ("NGUYEENX VAWN DUWOWNG", .nameTypingKeys, "Nguyễn Văn Dương"),
            ("Leej Thij Lan", .nameTypingKeys, "Lệ Thị Lan"),
            ("Ddoox Quoocs Huy", .nameTypingKeys, "Đỗ Quốc Huy"), ("Huyfnh Ngocj Mai", .nameTypingKeys, nil),
            ("Nguye64n Thi5 Hoa2", .nameDigits, "Nguyễn Thị Hoà"), ("Tra62n Va8n D9u71c", .nameDigits, "Trần Văn Đức"),
        ] as [(String, Rule, String?)])
    func doubted(text: String, rule: Rule, meant: String?) throws {
        let findings = try RowCase(.fullName, text).entry().findings
        let found = try #require(findings.first { $0.rule == rule }, "\(findings)")
        if let meant { #expect(found.proposal == Finding.Proposal(meant, isCertain: false)) }
    }

    @Test("cards that a scanner typed without letters are refused")
    func scanned() {
        #expect(throws: CitizenCardText.Refusal.garbledName("Nguyn Th Hng")) {
            try CitizenCardText("046180001234||Nguyn Th Hng|05031980|Nữ|Bao La|25042021")
        }
    }
}
