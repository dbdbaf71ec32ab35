package import Grading
package import LateLibrary
package import QRCode
package import Scanning

/// How a printed code bears wear: its estimated grade as it was printed, and after each ageing.
package struct CodeWear: Sendable, Comparable {
    /// The estimate as it was printed.
    package let printed: SymbolGrade
    /// The estimates after each ageing.
    package let aged: StressReport

    /// Ages a code.
    ///
    /// - Parameters:
    ///   - code: the modules that it should have.
    ///   - text: what it says.
    ///   - image: its square with the quiet zone, upright.
    ///   - seed: what stains and noise come from; the same seed gives the same wear.
    /// - Throws: `MissingLibrary` where ZBar is not there.
    package init(of code: QRCode, saying text: String, _ image: GreyImage, seed: UInt64) throws(MissingLibrary) {
        let picture = SymbolPicture(of: code, filling: image)
        printed = SymbolGrade(of: code, in: picture.image, at: picture.place)
        // A scanner of its own: ZBar goes on from the picture before, and another order would give another report.
        aged = StressReport(of: code, saying: text, picture, seed: seed, scanner: try CodeScanner())
    }

    /// The weakest first.
    package static func < (one: CodeWear, other: CodeWear) -> Bool {
        one.aged == other.aged ? one.printed.overall < other.printed.overall : one.aged < other.aged
    }

    /// What a report says of it.
    package var estimate: EstimatedWear {
        EstimatedWear(
            printed: printed.overall.rawValue, weakest: aged.weakest?.grade.rawValue ?? "",
            weakestAfter: aged.weakest.map { WearReport.Ageing.Kind($0.stress) },
            unreadAfter: aged.unread.map { WearReport.Ageing.Kind($0) })
    }
}

/// What a report says of how a code bears wear; all grades are estimates.
public struct EstimatedWear: Sendable, Encodable, Hashable {
    /// The grade as it was printed, A to F.
    public var printed: String
    /// The lowest grade after an ageing.
    public var weakest: String
    /// The ageing that gave the lowest grade.
    public var weakestAfter: WearReport.Ageing.Kind?
    /// The ageings after which it was not read.
    public var unreadAfter: [WearReport.Ageing.Kind]
}

/// How the codes of a proof bear wear, counted by estimated grades.
public struct WearReport: Sendable, Encodable {
    /// Codes by their estimated grades.
    public struct Grades: Sendable, Encodable, Hashable {
        /// How many have each grade of ISO/IEC 15415.
        public internal(set) var a = 0, b = 0, c = 0, d = 0, f = 0

        private enum CodingKeys: String, CodingKey { case a = "A", b = "B", c = "C", d = "D", f = "F" }

        /// Each grade's letter with its number of codes, the best first.
        public var counts: [(grade: String, codes: Int)] { [("A", a), ("B", b), ("C", c), ("D", d), ("F", f)] }

        fileprivate mutating func add(_ grade: Grade) {
            switch grade {
            case .a: a += 1
            case .b: b += 1
            case .c: c += 1
            case .d: d += 1
            case .f: f += 1
            }
        }
    }

    /// What an ageing made of the codes.
    public struct Ageing: Sendable, Encodable {
        /// The ageing in words, in English and in Vietnamese.
        public struct Kind: Sendable, Encodable, Hashable {
            /// `a stain over 10 %`.
            public let english: String
            /// `vết bẩn trên 10 % diện tích`.
            public let vietnamese: String

            package init(_ stress: Stress) {
                english = stress.description
                vietnamese = stress.vietnamese
            }

            /// Writes the English words alone.
            public func encode(to encoder: any Encoder) throws {
                var value = encoder.singleValueContainer()
                try value.encode(english)
            }
        }

        /// The ageing.
        public let kind: Kind
        /// Codes that were still read.
        public internal(set) var read = 0
        /// The codes by their estimated grades; F where it was not read.
        public internal(set) var grades = Grades()
    }

    /// Codes that were aged.
    public internal(set) var codes = 0
    /// Codes by their estimated grades as they were printed.
    public internal(set) var printed = Grades()
    /// What each ageing made of them.
    public internal(set) var ageings = Stress.all.map { Ageing(kind: Ageing.Kind($0)) }

    /// Counts a code.
    package mutating func add(_ wear: CodeWear) {
        codes += 1
        printed.add(wear.printed.overall)
        for (index, outcome) in wear.aged.outcomes.enumerated() {
            if outcome.isRead { ageings[index].read += 1 }
            ageings[index].grades.add(outcome.grade)
        }
    }
}

extension Stress {
    /// The stress in Vietnamese words.
    fileprivate var vietnamese: String {
        func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
        return switch self {
        case .dotGain(let share): share < 0 ? "nét in mảnh đi \(percent(-share))" : "nét in loang \(percent(share))"
        case .blur(let modules): modules == 0.5 ? "nhòe nửa ô" : "nhòe \(modules) ô"
        case .noise(let deviation): "nhiễu hạt \(percent(deviation))"
        case .liftedCorner: "một góc bị vênh"
        case .stain(let share): "vết bẩn trên \(percent(share)) diện tích"
        case .contrast(let share): "tương phản còn \(percent(share))"
        case .rotation(let degrees): "xoay \(Int(degrees))°"
        }
    }
}
