import RosterValues
import Testing

@testable import Roster

@Suite("Rules of venues")
struct VenueRuleTests {
    @Test(
        "what is found in a row",
        arguments: [
            ("Chợ Hạ Lang,Chợ,Hạ Lang,,0234 3823456", []),
            ("CHỢ HẠ LANG,Chợ,Hạ Lang,,19001234", []), ("Quán ăn gì?,Quán,Hạ Lang,,", []),
            ("THCS số 2 @ Sịa,Trường học,Sịa,,", []),
            ("\" Chợ  Hạ Lang\",Chợ,Hạ Lang,,", ["name: has spaces at its ends, doubled, or of another kind"]),
            ("Chơ\u{323} Sịa,Chợ,Sịa,,", ["name: has letters and their marks apart"]),
            ("Ch\u{200B}ợ Sịa,Chợ,Sịa,,", ["name: holds the invisible character U+200B"]),
            ("Ch?? Sịa,Chợ,Sịa,,", ["name: “Ch?? Sịa” holds “?”, which stands for a lost letter"]),
            ("Chợ Sịa,Chợ,S?a,,", ["address: “S?a” holds “?”, which stands for a lost letter"]),
            (",Chợ,,,", ["name: is missing", "address: is missing"]),
            ("Chợ Sịa,#N/A,Sịa,,", ["type: #N/A is a spreadsheet’s error, not a value"]),
            ("Gánh xiếc,rạp xiếc,Sịa,,", ["type: “rạp xiếc” is no known type of venue"]),
            ("Chợ Sịa,Chợ,Sịa,,905123456", ["phone: 905123456 has lost the zero in front"]),
            ("Chợ Sịa,Chợ,Sịa,,gọi Na", ["phone: “gọi Na” is not a telephone number"]),
        ])
    func found(_ cells: String, _ expected: [String]) throws {
        let entries = try entries(Venue.self, "name,type,address,owner,phone\n\(cells)\n")
        #expect(entries.flatMap(\.findings).map(\.description) == expected)
    }
}
