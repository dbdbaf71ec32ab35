import Foundation

/// People whose names and columns are what rosters are full of, 67 of them in 20 households of three hamlets.
enum AwkwardPeople {
    /// All letters of Vietnamese with marks, in both cases: 134.
    static let letters: [Character] = {
        let small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
        return Array(small) + Array(small.uppercased())
    }()

    private static let names: [String] = {
        let spread = (0..<46).map { number in
            let word = String(letters[number % 67]) + "nh"
            let (second, third) = (letters[67 + number], letters[(number + 46) % 67])
            return "Nguyễn \(second)ng \(third)y \(letters[67 + (number + 46) % 67])\(word)"
        }
        return spread + [
            "Công Huyền Tôn Nữ Thị Phương An", "Công Tằng Tôn Nữ Thị Quỳnh Nga", "Tôn Nữ Hồng Ẩn", "Tôn Thất Ỷ",
            "Nguyễn Phúc Bảo Nguyên Khoa Ẳng", "H'Hen Niê", "Y-Bih Alêô", "Đỗ", "Lê Á", "ĐẶNG THỊ NGHĨA",
            "Hồ Thị Ngọc Ưu", "Trần Thị Mỹ-Lệ", "Nguyễn Thị Hòa", "Nguyễn Thị Hoà", "Phạm Quỹ", "Võ Thuý Ỵ",
            "Nguyễn Văn A (Tư)", "Lê Thị Nở", "Lê Thị Nỡ", "Lê Thị Nợ", "Ngô Đình Đệ",
        ]
    }()

    /// The names in NFC, in the roster's order.
    static let composedNames = names.map(\.precomposedStringWithCanonicalMapping)

    /// The roster as Excel saves it; every third name is in NFD, some births are years, some cells are empty.
    static let roster: String = {
        var lines = ["Mã hộ,Quan hệ với chủ hộ,Họ và tên,Ngày sinh,Giới tính,CCCD/CMND,Số điện thoại,Thôn,Xã"]
        let hamlets = ["Phú Lễ", "Nghĩa Lộ", "Bác Vọng Đông"]
        for (index, name) in names.enumerated() {
            let household = index / 3
            let cells = [
                "H-\(household)", index % 4 == 0 ? "" : "Con",
                index % 3 == 0 ? name.decomposedStringWithCanonicalMapping : name,
                index % 5 == 0 ? "19\(20 + index)" : "0\(index % 9 + 1)/1\(index % 3)/19\(30 + index)",
                index % 7 == 0 ? "" : index % 2 == 0 ? "Nam" : "Nữ",
                index % 6 == 0 ? "" : "0460\(10_000_000 + index)", "", hamlets[household % 3], "Quảng Phú",
            ]
            lines.append(cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ","))
        }
        return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }()
}
