import TestSupport
import Testing
import VietnameseText

@testable import Roster

@Suite("Places")
struct PlaceTests {
    /// Rows of a file with so many people in each hamlet and commune.
    private static func file(_ localities: [(hamlet: String, commune: String, count: Int)]) -> String {
        var household = 0
        var text = "household,full_name,date_of_birth,hamlet,commune\n"
        for locality in localities {
            for _ in 0..<locality.count {
                household += 1
                text += "H\(household),Lê An,1980,\(locality.hamlet),\(locality.commune)\n"
            }
        }
        return text
    }

    @Test(
        "a rare spelling near a frequent one",
        arguments: [
            ("Phước Thanh", 50, "Phước Thnah", 1, "is close to “Phước Thanh”, which 50 rows have -> Phước Thanh"),
            ("Phước Thanh", 50, "Phước Thành", 1, "is close to “Phước Thanh”, which 50 rows have -> Phước Thanh"),
            ("Phước Thanh", 50, "Phuoc Than", 1, "is close to “Phước Thanh”, which 50 rows have -> Phước Thanh"),
            ("Phước Thanh", 50, "Thôn Phước Thanh", 1, "is close to “Phước Thanh”, which 50 rows have -> Phước Thanh"),
            ("Phước Thanh", 50, "Phước Th", 1, nil),
            ("Phước Thanh", 15, "Phước Thánh", 3, "is close to “Phước Thanh”, which 15 rows have -> Phước Thanh"),
            ("Phước Thanh", 14, "Phước Thánh", 3, nil),
            ("Phước Thanh", 150, "Phước Thánh", 4, nil),
            ("Phước Thanh", 4, "Phước Thánh", 1, nil),
            // Sure at any number.
            ("Thủy Lập", 5, "Thuỷ Lập", 4, "is written “Thủy Lập” in 5 rows => Thủy Lập"),
            ("Thủy Lập", 5, "THỦY LẬP", 1, "is written “Thủy Lập” in 5 rows => Thủy Lập"),
            ("Thủy Lập", 5, "ThủyLập", 1, "is written “Thủy Lập” in 5 rows => Thủy Lập"),
            ("Thôn 1", 2, "Thôn1", 1, "is written “Thôn 1” in 2 rows => Thôn 1"),
            // Numbers tell localities apart.
            ("Thôn 1", 500, "Thôn 2", 1, nil), ("Thôn 1", 500, "Thôn 11", 1, nil), ("Thôn 1", 500, "Thôn 1 1", 1, nil),
            ("Phò Nam A", 500, "Phò Nam B", 1, nil), ("Khu II", 500, "Khu III", 1, nil),
            ("Tổ 12A", 500, "Tổ 12B", 1, nil), ("Phò Nam 1", 500, "Phò Nan 2", 1, nil),
            ("Phò Nam A", 500, "Phò Nan A", 1, "is close to “Phò Nam A”, which 500 rows have -> Phò Nam A"),
            ("Thôn 1", 500, "Thôn 01", 1, "is close to “Thôn 1”, which 500 rows have -> Thôn 1"),
            // One letter in three at most.
            ("Hà", 500, "Hạ", 1, "is close to “Hà”, which 500 rows have -> Hà"), ("Hà", 500, "Ba", 1, nil),
            ("Mỹ Xá", 500, "Mỹ Cả", 1, "is close to “Mỹ Xá”, which 500 rows have -> Mỹ Xá"),
            ("Mỹ Xá", 500, "Mẹ Cả", 1, nil),
        ] as [(String, Int, String, Int, String?)])
    func near(_ frequent: String, _ many: Int, _ rare: String, _ few: Int, _ reason: String?) throws {
        let hamlets = try survey(Person.self, [Self.file([(frequent, "", many), (rare, "", few)])])
        #expect(
            hamlets
                == (0..<few).flatMap { row in
                    reason.map { ["\(many + 2 + row) unknown-hamlet hamlet: \($0)"] } ?? []
                })
        let communes = try survey(Person.self, [Self.file([("Thôn", rare, few), ("Thôn", frequent, many)])])
        #expect(
            communes
                == (0..<few).flatMap { row in
                    reason.map { ["\(2 + row) unknown-commune commune: \($0)"] } ?? []
                })
    }

    @Test("hamlets are compared with those of their own commune")
    func communes() throws {
        let file = Self.file([
            ("Phước Thanh", "Quảng Thành", 50), ("Phước Thành", "Quảng Công", 2), ("Phước Thành", "Quảng Thành", 1),
            ("Phước Thành", "Quảng Thánh", 1),
        ])
        #expect(
            try survey(Person.self, [file]) == [
                "54 unknown-hamlet hamlet: is close to “Phước Thanh”, which 50 rows have -> Phước Thanh",
                "55 unknown-hamlet hamlet: is close to “Phước Thanh”, which 50 rows have -> Phước Thanh",
                "55 unknown-commune commune: is close to “Quảng Thành”, which 51 rows have -> Quảng Thành",
            ])
    }

    @Test(
        "localities that the office knows",
        arguments: [
            ("Phú Lễ", nil), ("Thôn Phú Lễ", nil), ("Hà Đồ", nil), ("thôn Hà Đồ", nil), ("Làng Hà Đồ", nil),
            ("Tổ 3", nil),
            ("PHÚ LỄ", "is written “Phú Lễ” on the office’s list => Phú Lễ"),
            ("PhúLễ", "is written “Phú Lễ” on the office’s list => Phú Lễ"),
            ("Hoà Phú", "is written “Hòa Phú” on the office’s list => Hòa Phú"),
            ("Phú Lê", "is not on the office’s list, which has “Phú Lễ” -> Phú Lễ"),
            ("Thôn Phú Le", "is not on the office’s list, which has “Phú Lễ” -> Phú Lễ"),
            ("Phu Lẽe", "is not on the office’s list, which has “Phú Lễ” -> Phú Lễ"),
            ("Tổ 4", "is not on the office’s list"), ("Sịa", "is not on the office’s list"),
        ] as [(String, String?)])
    func known(_ text: String, _ reason: String?) throws {
        let names = ["Phú Lễ", " Thôn  Hà Đồ", "Hòa Phú", "Tổ 3", ""]
        let lines = reason.map { ["2 unknown-hamlet hamlet: \($0)"] } ?? []
        let file = Self.file([(text, "Quảng Phú", 1)])
        #expect(try survey(Person.self, [file], localities: KnownLocalities(hamlets: names)) == lines)
        let communes = Self.file([("Phú Lễ", text, 1)])
        #expect(
            try survey(Person.self, [communes], localities: KnownLocalities(communes: names))
                == lines.map { $0.replacing("hamlet", with: "commune") })
        let venues = "name,type,address,hamlet,commune\nChợ,chợ,Đường,\(text),X\nChợ 2,chợ,Đường,,\n"
        #expect(try survey(Venue.self, [venues], localities: KnownLocalities(hamlets: names)) == lines)
    }

    @Test("venues near one another's localities")
    func venues() throws {
        let rows = (1...9).map { "Quán \($0),quán,Đường,Phước Thanh,Quảng Phú\n" }.joined()
        let file = "name,type,address,hamlet,commune\n\(rows)Chợ,chợ,Đường,Phước Thnah,\nBến,?,Đường,,Quảng Phủ\n"
        #expect(
            try survey(Venue.self, [file]) == [
                "12 unknown-commune commune: is close to “Quảng Phú”, which 9 rows have -> Quảng Phú"
            ], "a row without a commune is compared with none")
    }

    @Test("a household under a misspelt hamlet has its head under the right one")
    func misspeltHouseholds() throws {
        let heads = (1...9).map { "\($0),Chủ hộ,Lê An,1980,,,,Phước Thanh,\n" }.joined()
        let lines = try survey(people: heads + "3,Vợ,Lê Bê,1981,,,,Phước Thnah,\n12,Vợ,Lê Bê,1981,,,,Phước Thanh,")
        #expect(
            lines == [
                "11 unknown-hamlet hamlet: is close to “Phước Thanh”, which 10 rows have -> Phước Thanh",
                "12 household-no-head household: no row of the household is its head",
            ])
    }

    @Test("refused rows have localities, damaged rows have none")
    func refused() throws {
        let rows = (1...9).map { "\($0),,Lê An,1980,,,,Phước Thanh,\n" }.joined()
        #expect(try survey(people: rows + "1,,Lê 4n,1980,,,,Phước Thnah,", header: headerWithoutRelation).count == 1)
        #expect(try survey(people: rows + "1,,Lê Bê,1980,,,,Phước Thnah", header: headerWithoutRelation).count == 0)
    }

    @Test(
        "letters apart",
        arguments: [
            ("", "", 0), ("", "ab", 2), ("", "abc", nil), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1),
            ("abc", "xbc", 1), ("abcd", "badc", 2), ("abcd", "dcba", nil), ("kitten", "sitting", nil),
            ("ca", "abc", nil),
            ("sunday", "sundays", 1), ("sundayx", "sndays", 2), ("phuocthanh", "phuocthnha", 2),
        ] as [(String, String, Int?)])
    func distances(_ one: String, _ other: String, _ distance: Int?) {
        #expect(EditDistance.upToTwo(Array(one.utf8), Array(other.utf8)) == distance)
        #expect(EditDistance.upToTwo(Array(other.utf8), Array(one.utf8)) == distance)
    }

    @Test("letters apart in random words", arguments: 0..<8 as Range<UInt64>)
    func randomDistances(seed: UInt64) {
        var random = SeededNumbers(seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
        }
        for _ in 0..<2_000 {
            let (one, other) = (word(), word())
            let distance = Self.distance(one, other)
            #expect(EditDistance.upToTwo(one, other) == (distance <= 2 ? distance : nil))
        }
    }

    /// The usual matrix, with swaps of neighbours.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var matrix = (0...one.count).map { row in (0...other.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
        for row in one.indices {
            for column in other.indices {
                let change = matrix[row][column] + (one[row] == other[column] ? 0 : 1)
                var least = min(change, matrix[row][column + 1] + 1, matrix[row + 1][column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, matrix[row - 1][column - 1] + 1)
                }
                matrix[row + 1][column + 1] = least
            }
        }
        return matrix[one.count][other.count]
    }
}
