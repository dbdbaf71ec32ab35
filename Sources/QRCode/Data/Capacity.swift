/// What a symbol of each version and level holds, ISO/IEC 18004 table 7.
package enum Capacity {
    static let versions = 1...40

    /// The smallest version whose symbol at `level` holds all segments; nil where version 40 does not.
    static func smallestVersion(for segments: [Segment], at level: RecoveryLevel) -> Int? {
        let capacities = table[level.ordinal]
        for size in Segment.CountSize.allCases {
            let bits = segments.reduce(0) { $0 + $1.bitCount(size) }
            if let version = size.versions.first(where: { bits <= capacities[$0 - 1] * 8 }) { return version }
        }
        return nil
    }

    /// Codewords of data in a symbol of a version, 1 to 40.
    package static func dataCodewords(_ version: Int, _ level: RecoveryLevel) -> Int {
        table[level.ordinal][version - 1]
    }

    /// Reed-Solomon blocks in a symbol of a version, 1 to 40; their lengths follow from the capacities (table 9).
    static func blocks(_ version: Int, _ level: RecoveryLevel) -> Int { blockCounts[level.ordinal][version - 1] }

    // Data codewords by level (L, M, Q, H) and version (1 to 40).
    private static let table: [[Int]] = [
        [
            19, 34, 55, 80, 108, 136, 156, 194, 232, 274, 324, 370, 428, 461, 523, 589, 647, 721, 795, 861, 932, 1006,
            1094, 1174, 1276, 1370, 1468, 1531, 1631, 1735, 1843, 1955, 2071, 2191, 2306, 2434, 2566, 2702, 2812, 2956,
        ],
        [
            16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669, 714, 782,
            860, 914, 1000, 1062, 1128, 1193, 1267, 1373, 1455, 1541, 1631, 1725, 1812, 1914, 1992, 2102, 2216, 2334,
        ],
        [
            13, 22, 34, 48, 62, 76, 88, 110, 132, 154, 180, 206, 244, 261, 295, 325, 367, 397, 445, 485, 512, 568, 614,
            664, 718, 754, 808, 871, 911, 985, 1033, 1115, 1171, 1231, 1286, 1354, 1426, 1502, 1582, 1666,
        ],
        [
            9, 16, 26, 36, 46, 60, 66, 86, 100, 122, 140, 158, 180, 197, 223, 253, 283, 313, 341, 385, 406, 442, 464,
            514, 538, 596, 628, 661, 701, 745, 793, 845, 901, 961, 986, 1054, 1096, 1142, 1222, 1276,
        ],
    ]

    // Blocks by level (L, M, Q, H) and version (1 to 40).
    private static let blockCounts: [[Int]] = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
            19, 19, 20, 21, 22, 24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
            31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40,
            43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45,
            48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
    ]
}
