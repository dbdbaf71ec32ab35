package import Grading
package import LateLibrary
package import Messages
package import QRCode
package import Scanning

/// How a printed code bears stress: its estimated grade as it was printed, and after each stress.
package struct CodeStress: Sendable, Comparable {
    /// The estimate as it was printed.
    package let printed: SymbolGrade
    /// The estimates after each stress.
    package let stressed: StressReport

    /// Puts a code under stress, in the picture of its square, upright with the quiet zone.
    ///
    /// Stains and noise come from the seed, so that the same one gives the same estimates. Throws where ZBar is not
    /// there.
    package init(of code: QRCode, saying text: String, _ image: GreyImage, seed: UInt64) throws(MissingLibrary) {
        let picture = SymbolPicture(of: code, filling: image)
        printed = SymbolGrade(of: code, in: picture.image, at: picture.position)
        // A scanner of its own: ZBar goes on from the picture before, and another order would give another report.
        stressed = StressReport(of: code, saying: text, picture, seed: seed, scanner: try CodeScanner())
    }

    package static func < (one: CodeStress, other: CodeStress) -> Bool {
        one.stressed == other.stressed ? one.printed.overall < other.printed.overall : one.stressed < other.stressed
    }

    package var estimate: EstimatedStress {
        EstimatedStress(
            printed: printed.overall.rawValue, weakest: stressed.weakest?.grade.rawValue ?? "",
            weakestAfter: stressed.weakest.map { StressTally.Outcome.Kind($0.stress) },
            unreadAfter: stressed.unread.map { StressTally.Outcome.Kind($0) })
    }
}

/// What a report says of how a code bears stress; all grades are estimates.
package struct EstimatedStress: Sendable, Encodable, Hashable {
    /// The grade as it was printed, A to F.
    package var printed: String
    /// The lowest grade after a stress.
    package var weakest: String
    /// The stress that gave the lowest grade.
    package var weakestAfter: StressTally.Outcome.Kind?
    /// The stresses after which it was not read.
    package var unreadAfter: [StressTally.Outcome.Kind]
}

/// How the codes of a proof bear stress, counted by estimated grades.
package struct StressTally: Sendable, Encodable {
    /// Codes by their estimated grades.
    package struct Grades: Sendable, Encodable, Hashable {
        /// How many have each grade of ISO/IEC 15415.
        package internal(set) var a = 0, b = 0, c = 0, d = 0, f = 0

        private enum CodingKeys: String, CodingKey { case a = "A", b = "B", c = "C", d = "D", f = "F" }

        /// Each grade's letter with its number of codes, the best first.
        package var counts: [(grade: String, codes: Int)] { [("A", a), ("B", b), ("C", c), ("D", d), ("F", f)] }

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

    /// What a stress made of the codes.
    package struct Outcome: Sendable, Encodable {
        /// The stress in words, in English and in Vietnamese.
        package struct Kind: Sendable, Encodable, Hashable {
            /// `a stain over 10 %`, `vết bẩn trên 10 % diện tích`.
            package let words: Message

            package init(_ stress: Stress) { words = Message(en: stress.description, vi: stress.vietnamese) }

            /// Writes the English words alone.
            package func encode(to encoder: any Encoder) throws {
                var value = encoder.singleValueContainer()
                try value.encode(words.english)
            }
        }

        package let kind: Kind
        /// Codes that were still read.
        package internal(set) var read = 0
        /// The codes by their estimated grades; F where it was not read.
        package internal(set) var grades = Grades()
    }

    package internal(set) var codes = 0
    /// Codes by their estimated grades as they were printed.
    package internal(set) var printed = Grades()
    /// What each stress made of them.
    package internal(set) var outcomes = Stress.all.map { Outcome(kind: Outcome.Kind($0)) }

    private enum CodingKeys: String, CodingKey { case codes, printed, outcomes = "ageings" }

    package mutating func add(_ code: CodeStress) {
        codes += 1
        printed.add(code.printed.overall)
        for (index, outcome) in code.stressed.outcomes.enumerated() {
            if outcome.isRead { outcomes[index].read += 1 }
            outcomes[index].grades.add(outcome.grade)
        }
    }
}

extension Stress {
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
