import Foundation
import TestSupport

/// A roster with all kinds of damage, the same for the same seed.
struct DamagedRoster {
    let text: String

    private static let header =
        "Mã hộ,Quan hệ với chủ hộ,Họ và tên,Ngày sinh,Giới tính,CCCD/CMND,Số điện thoại,Thôn,Xã,Ghi chú"
    private static let family = ["Nguyễn", "Trần", "Lê", "Phan", "Hồ", "Tôn Nữ", "Đặng"]
    private static let given = ["Văn An", "Thị Bé", "Hữu Đức", "Kim Huệ", "Ngọc Ánh", "Quốc Ẩn", "Thị Thuỳ"]

    /// Makes a roster.
    ///
    /// - Parameters:
    ///   - seed: what the damage depends on.
    ///   - rows: rows of people.
    init(seed: UInt64, rows: Int = 120) {
        var random = SeededNumbers(seed)
        var lines = ["ỦY BAN NHÂN DÂN XÃ,,,,,,,,,", Self.header]
        for row in 0..<rows {
            let year = Int.random(in: 1940...2015, using: &random)
            let isMale = Bool.random(using: &random)
            let digit = (year >= 2000 ? 2 : 0) + (isMale ? 0 : 1)
            let two = year % 100
            var cells = [
                row % 4 == 0 || Bool.random(using: &random) ? "H-\(row / 4)" : "", row % 4 == 0 ? "Chủ hộ" : "Con",
                Self.family[row % 7] + " " + Self.given[Int.random(in: 0..<7, using: &random)],
                "\(10 + row % 18)/0\(1 + row % 9)/\(year)", isMale ? "Nam" : "Nữ",
                "046\(digit)\(two < 10 ? "0" : "")\(two)\(100_000 + row)", "0905\(100_000 + row)", "Phú Lễ",
                "Quảng Phú", "",
            ]
            for _ in 0..<[0, 0, 0, 1, 1, 2][Int.random(in: 0..<6, using: &random)] { Self.damage(&cells, &random) }
            lines.append(cells.joined(separator: ","))
            switch Int.random(in: 0..<40, using: &random) {
            case 0: lines.append(Self.header)
            case 1: lines.append(",,Cộng trang,,,,,,,")
            case 2: lines.append("")
            case 3: lines.append("H-9,Con,Lê A,1990,Nam,,,Phú Lễ,Quảng Phú,,x,y")
            case 4: lines.append("H-9,Con,Lê A,1990")
            case 5: lines.append("H-9,Con,L\"ê A,1990,Nam,,,Phú Lễ,Quảng Phú,")
            default: break
            }
        }
        lines.append(",,Tổng cộng: \(rows),,,,,,,")
        text = lines.joined(separator: "\r\n") + "\r\n"
    }

    private static func damage(_ cells: inout [String], _ random: inout SeededNumbers) {
        switch Int.random(in: 0..<22, using: &random) {
        case 0: cells[2] = ""
        case 1: cells[2] = " " + cells[2].replacing(" ", with: "  ")
        case 2: cells[2] = cells[2].decomposedStringWithCanonicalMapping
        case 3: cells[2] = cells[2].uppercased()
        case 4: cells[2] = cells[2].lowercased()
        case 5: cells[2] += "\u{200B}"
        case 6: cells[2] += "<script>alert(1)</script>"
        case 7: cells[2] = "\u{200B}" + cells[2].uppercased() + " "
        case 8: cells[3] = "31/02/1990"
        case 9: cells[3] = "29331"
        case 10: cells[3] = "05/12/88"
        case 11: cells[3] = "10/03/2091"
        case 12: cells[4] = "x"
        case 13: cells[5] = String(cells[5].dropFirst())
        case 14: cells[5] = "4.6085E+10"
        case 15: cells[5] = "046085100001"
        case 16: cells[6] = "01651234567"
        case 17: cells[6] = "+84 905 123 456"
        case 18: cells[6] = String(cells[6].dropFirst())
        case 19: cells[7] = "Phu Lễ"
        case 20: cells[7] = ""
        default: cells[9] = "=1+1"
        }
    }
}
