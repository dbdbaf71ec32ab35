package import Payload
import VietnameseText

/// What offices have issued by a moment: cards by hamlet, posters by the type of venue.
package struct OfficeReport: Sendable, Equatable {
    /// The moment that decides what is valid and what has expired.
    package let asOf: Timestamp
    /// The offices, in the order in which they were named.
    package let units: [Unit]

    package init(asOf: Timestamp, units: [Unit]) {
        (self.asOf, self.units) = (asOf, units)
    }

    /// All hamlets of all offices together.
    package var totals: Counts { .sum(of: units.flatMap(\.hamlets).map(\.counts)) }

    /// The posters of all offices together, by type; types without any are left out.
    package var posters: [Posters] { Posters.sums(of: units.flatMap(\.posters)) }
}

extension OfficeReport {
    package struct Unit: Sendable, Equatable {
        package let code: UnitCode
        package let name: String
        /// The body above; empty where none is named.
        package let parent: String
        /// When the roster was read that people are counted from; nil where none was.
        package let rosterRead: Timestamp?
        /// The hamlets, in the order of a Vietnamese dictionary, commune by commune; rows that name none come last.
        package let hamlets: [Hamlet]
        /// Posters by type, in the order of the types' codes; types without any are left out.
        package let posters: [Posters]
        /// The end of the register's log that the figures are of; nil where they are of none.
        package let logHead: LogHead?

        /// An office's figures, which are put in order.
        package init(
            code: UnitCode, name: String, parent: String, rosterRead: Timestamp?, hamlets: [Hamlet], posters: [Posters],
            logHead: LogHead? = nil
        ) {
            (self.logHead, self.code, self.name, self.parent) = (logHead, code, name, parent)
            self.rosterRead = rosterRead
            self.hamlets = hamlets.map { ($0.isNamed ? 0 : 1, CollationKey($0.commune), CollationKey($0.hamlet), $0) }
                .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
                .map(\.3)
            self.posters = Posters.sums(of: posters)
        }

        package var totals: Counts { .sum(of: hamlets.map(\.counts)) }
    }

    /// A hamlet and the cards of its people.
    package struct Hamlet: Sendable, Equatable {
        /// The commune; empty where the roster names none.
        package let commune: String
        package let hamlet: String
        package let counts: Counts

        package init(commune: String, hamlet: String, counts: Counts) {
            (self.commune, self.hamlet, self.counts) = (commune, hamlet, counts)
        }

        /// Whether the roster names it, or its commune, at all.
        package var isNamed: Bool { !commune.isEmpty || !hamlet.isEmpty }
    }

    package struct Posters: Sendable, Equatable {
        package let type: VenueType
        package let valid: Int
        /// Posters whose last day is over, and that were not revoked.
        package let expired: Int
        package let revoked: Int

        package init(type: VenueType, valid: Int, expired: Int, revoked: Int) {
            (self.type, self.valid, self.expired, self.revoked) = (type, valid, expired, revoked)
        }

        /// Figures added up by type, in the order of the types' codes.
        package static func sums(of posters: [Posters]) -> [Posters] {
            VenueType.allCases.compactMap { type in
                let sum = PosterSums(posters.filter { $0.type == type })
                guard sum.valid + sum.expired + sum.revoked > 0 else { return nil }
                return Posters(type: type, valid: sum.valid, expired: sum.expired, revoked: sum.revoked)
            }
        }
    }
}

extension OfficeReport {
    package struct PosterSums {
        package let valid, expired, revoked: Int

        package init(_ posters: [Posters]) {
            valid = posters.reduce(0) { $0 + $1.valid }
            expired = posters.reduce(0) { $0 + $1.expired }
            revoked = posters.reduce(0) { $0 + $1.revoked }
        }
    }
}
