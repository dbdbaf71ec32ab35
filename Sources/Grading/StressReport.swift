package import QRCode
package import Scanning

/// How a code bears each stress, and which it bears worst.
package struct StressReport: Sendable, Equatable {
    package struct Outcome: Sendable, Equatable {
        package var stress: Stress
        /// Whether ZBar still read the code's own text.
        package var isRead: Bool
        /// The estimate of what is left of the code's quality.
        package var estimate: SymbolGrade

        /// The estimated grade; F for a code that cannot be read any more.
        package var grade: Grade { isRead ? estimate.overall : .f }
    }

    package let outcomes: [Outcome]

    /// Puts a code under stress, each time anew from its picture.
    ///
    /// The picture is the code as it was printed; the same seed, which stains and noise come from, gives the same report.
    /// There is at least one stress, and a scanner per thread.
    package init(
        of code: QRCode, saying text: String, _ picture: SymbolPicture, seed: UInt64, stresses: [Stress] = Stress.all,
        scanner: CodeScanner
    ) {
        let map = CodewordMap(of: code)
        let picture = picture.reduced
        outcomes = stresses.map { stress in
            let stressed = stress.applied(to: picture, seed: seed)
            return Outcome(
                stress: stress, isRead: scanner.scan(stressed.image).contains { $0.text == text },
                estimate: SymbolGrade(of: code, in: stressed.image, at: stressed.position, map: map))
        }
    }

    package var weakest: Outcome? { outcomes.min(by: <) }

    /// The stresses after which the code was not read.
    package var unread: [Stress] { outcomes.filter { !$0.isRead }.map(\.stress) }
}

extension StressReport.Outcome: Comparable {
    /// Orders by what is left: codes that are not read first, then by grade, then by unused error correction.
    package static func < (one: Self, other: Self) -> Bool {
        if one.isRead != other.isRead { return !one.isRead }
        if one.grade != other.grade { return one.grade < other.grade }
        return one.estimate.unusedErrorCorrection < other.estimate.unusedErrorCorrection
    }
}

extension StressReport: Comparable {
    /// Orders by weakness, the weakest card first: by how many stresses it is not read after, then by the worst outcome.
    package static func < (one: StressReport, other: StressReport) -> Bool {
        if one.unread.count != other.unread.count { return one.unread.count > other.unread.count }
        guard let a = one.weakest, let b = other.weakest else { return false }
        return a < b
    }
}
