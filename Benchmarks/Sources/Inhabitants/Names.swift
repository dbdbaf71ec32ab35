/// Vietnamese names as often as they are in a province, so that a register finds as many of each as a real one.
public struct Names: Sendable {
    private let families = Weighted([
        ("Nguyễn", 384), ("Trần", 121), ("Lê", 95), ("Phạm", 70), ("Hoàng", 51), ("Phan", 45), ("Vũ", 39), ("Võ", 39),
        ("Đặng", 21), ("Bùi", 20), ("Trương", 20), ("Huỳnh", 15), ("Đỗ", 14), ("Hồ", 13), ("Ngô", 13), ("Dương", 10),
        ("Đoàn", 10), ("Mai", 10), ("Lý", 5), ("Tôn Nữ", 3),
    ])
    private let middlesOfMen = Weighted([
        ("Văn", 50), ("Hữu", 10), ("Đức", 8), ("Quang", 8), ("Minh", 8), ("", 8), ("Xuân", 6), ("Ngọc", 6), ("Công", 5),
        ("Đình", 5), ("Bá", 3),
    ])
    private let middlesOfWomen = Weighted([
        ("Thị", 60), ("Thị Thu", 6), ("Thị Ngọc", 6), ("", 6), ("Thị Hồng", 5), ("Ngọc", 5), ("Thanh", 5),
        ("Thị Kim", 4), ("Khánh", 3), ("Minh", 3),
    ])
    private let men = words(
        """
        Nam Hùng Dũng Hải Long Minh Tuấn Sơn Thành Cường Bình An Đức Quân Trung Hiếu Khoa Phúc Thắng Tiến Hưng Lâm Tâm \
        Toàn Vinh Phong Quang Tài Khánh Đạt Huy Kiên Lộc Nghĩa Nhân Phú Quý Sang Tân Thịnh Thuận Trí Tú Tùng Việt Vũ \
        Bảo Chung Danh Duy
        """)
    private let women = words(
        """
        Hương Hường Hoa Lan Mai Nga Thủy Thúy Trang Linh Hà Hằng Hạnh Hiền Hồng Huệ Huyền Kim Lệ Liên Loan Ly My Ngân \
        Ngọc Nhung Oanh Phương Phượng Quyên Tâm Thảo Thanh Thu Tuyết Uyên Vân Vy Xuân Yến Anh Bích Châu Chi Cúc Diễm \
        Diệu Dung Duyên Giang
        """)
    // One person in ten thousand has it.
    private let rare = "Quỳnh Như"

    /// The names, always the same.
    public init() {}

    /// A full name.
    func name(isMale: Bool, using chance: inout Chance) -> String {
        let family = families.pick(&chance)
        let middle = (isMale ? middlesOfMen : middlesOfWomen).pick(&chance)
        let given = isMale ? men : women
        let last = chance.below(10_000) == 0 ? rare : given[chance.below(given.count)]
        return [family, middle, last].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

/// Words that are picked as often as their weights say.
private struct Weighted: Sendable {
    private let ends: [Int]
    private let words: [String]

    init(_ weights: [(word: String, weight: Int)]) {
        var sum = 0
        ends = weights.map { entry in
            sum += entry.weight
            return sum
        }
        words = weights.map(\.word)
    }

    func pick(_ chance: inout Chance) -> String {
        let number = chance.below(ends[ends.count - 1])
        return words[ends.firstIndex { number < $0 } ?? 0]
    }
}

/// SplitMix64: the same numbers on every machine.
struct Chance {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D }

    /// A number from 0, below a bound.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((word ^ (word >> 31)) % UInt64(bound))
    }
}
