extension OfficeReport {
    /// People and their cards, of one locality or of several together.
    package struct Counts: Sendable, Equatable {
        /// People in the roster; nil where none was read, and in a sum that such a one is part of.
        package var people: Int?
        /// Cards that are valid; a person has one at most.
        package var valid: Int
        /// Cards whose last day is over, and that were not revoked.
        package var expired: Int
        package var revoked: Int
        /// Times that a card was printed again.
        package var reprints: Int

        package init(people: Int? = nil, valid: Int = 0, expired: Int = 0, revoked: Int = 0, reprints: Int = 0) {
            (self.people, self.valid, self.expired, self.revoked) = (people, valid, expired, revoked)
            self.reprints = reprints
        }

        /// Valid cards for a hundred people of the roster; nil where nobody is known to be there.
        package var coverage: Coverage? { people.flatMap { Coverage(valid: valid, people: $0) } }

        /// The sum; of no localities at all, nothing is known of people.
        package static func sum(of counts: [Counts]) -> Counts {
            counts.reduce(into: Counts(people: counts.isEmpty ? nil : 0)) { sum, more in
                sum.people = if let known = sum.people, let others = more.people { known + others } else { nil }
                sum.valid += more.valid
                sum.expired += more.expired
                sum.revoked += more.revoked
                sum.reprints += more.reprints
            }
        }
    }

    /// Valid cards for a hundred people, to one decimal; more than 100 where people have moved away since.
    package struct Coverage: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// Tenths of a per cent: 973 for 97.3 %.
        package let tenths: Int

        // More than live anywhere, and few enough to count with.
        private static let most = 1 << 48

        /// The coverage of so many people, rounded to the nearest tenth, a half upwards; nil where there are none, or figures
        /// that no register has.
        package init?(valid: Int, people: Int) {
            guard (1...Self.most).contains(people), (0...Self.most).contains(valid) else { return nil }
            tenths = (valid * 2000 + people) / (people * 2)
        }

        /// The per cents in English digits, `97.3`.
        package var description: String { "\(tenths / 10).\(tenths % 10)" }

        package static func < (a: Coverage, b: Coverage) -> Bool { a.tenths < b.tenths }
    }
}
