/// A grade of print quality as ISO/IEC 15415 gives them; from software it is an estimate.
package enum Grade: String, Sendable, Comparable, CaseIterable, Encodable {
    // The worst first, so that the order of cases is the order of quality.
    case f = "F", d = "D", c = "C", b = "B", a = "A"

    package static func < (one: Grade, other: Grade) -> Bool { one.points < other.points }

    /// 4 for A down to 0 for F, as the standard counts.
    package var points: Int {
        switch self {
        case .a: 4
        case .b: 3
        case .c: 2
        case .d: 1
        case .f: 0
        }
    }

    /// The grade of so many points.
    init(points: Int) { self = [.f, .d, .c, .b, .a][max(0, min(4, points))] }

    /// The best grade whose least value `value` reaches; the values are those of A, B, C and D.
    init(_ value: Double, least: [Double]) {
        // What should be exactly at a limit must not fall below it by a rounding error.
        self.init(points: least.count { value >= $0 - 1e-9 })
    }

    /// The grade of a number of wrong modules, each of which takes one grade away.
    init(wrongModules count: Int) { self.init(points: 4 - count) }

    /// Unused error correction from 62 % for A to 25 % for D.
    static let unusedErrorCorrection = [0.62, 0.50, 0.37, 0.25]
    /// Symbol contrast from 70 % for A to 20 % for D.
    static let symbolContrast = [0.70, 0.55, 0.40, 0.20]
    /// Modulation from 50 % for A to 20 % for D.
    static let modulation = [0.50, 0.40, 0.30, 0.20]
}
