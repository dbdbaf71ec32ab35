import Tables
import Testing

@testable import Roster

@Suite("Venues")
struct VenueTests {
    @Test(
        "words for the type",
        arguments: [
            ("1", VenueKind.office), ("8", .other), ("office", .office), ("Cơ quan", .office),
            ("Trụ sở UBND xã", .office), ("HTX nông nghiệp", .office), ("Trường học", .school),
            ("trường mầm non", .school), ("THCS", .school), ("Cửa hàng", .shop), ("CỬA HÀNG tạp hoá", .shop),
            ("Quán cà phê", .shop), ("quán", .shop), ("Cho thuê xe", .shop), ("Chợ", .market), ("chợ xã", .market),
            ("Siêu thị mini", .market), ("Trạm y tế", .health), ("TRAM Y TE", .health), ("Nhà thuốc", .health),
            ("Hiệu thuốc tây", .health), ("Chùa", .worship), ("nhà thờ", .worship), ("Nhà thờ họ", .worship),
            ("Niệm Phật đường", .worship), ("Đình làng", .worship), ("Bến xe", .transport), ("bến đò", .transport),
            ("Nhà ga", .transport), ("Khác", .other), ("Nhà văn hóa thôn", .other), ("market", .market),
        ])
    func kinds(_ word: String, _ kind: VenueKind) {
        #expect(VenueKind(word) == kind)
    }

    @Test("unknown types", arguments: ["", "0", "9", "-1", "ảo thuật", "nhà", "trụ", "12"])
    func unknown(_ word: String) {
        #expect(VenueKind(word) == nil)
    }

    @Test("rows of venues")
    func rows() throws {
        let entries = try entries(
            Venue.self,
            "Tên;Loại hình;Địa chỉ;Chủ cơ sở\nChợ Hạ Lang;Chợ;Thôn Hạ Lang;\nQuán Bê;Quán nhậu;;Lê Bê\nX;rạp xiếc;Y;\n")
        try #require(entries.count == 3)
        #expect(
            entries[0]
                == .record(
                    Row(number: 2, fields: ["Chợ Hạ Lang", "Chợ", "Thôn Hạ Lang", ""]),
                    Venue(name: "Chợ Hạ Lang", kind: .market, address: "Thôn Hạ Lang"), []))
        #expect(
            entries.map(\.faults) == [[], ["address: is missing"], ["type: “rạp xiếc” is no known type of venue"]])
    }
}
