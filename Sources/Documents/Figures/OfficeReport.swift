package import Payload
import VietnameseText

/// What offices have issued by a moment: cards by hamlet, posters by the type of venue.
package struct OfficeReport: Sendable, Equatable {
    /// The moment that decides what is valid and what has expired.
    package let asOf: Timestamp
    /// The offices, in the order in which they were named.
    package let units: [Unit]

    /// A report of offices.
    package init(asOf: Timestamp, units: [Unit]) {
        self.asOf = asOf
        self.units = units
    }

    /// All hamlets of all offices together.
    package var totals: Counts { .sum(of: units.flatMap(\.places).map(\.counts)) }

    /// The posters of all offices together, by type; types without any are left out.
    package var posters: [Posters] { Posters.sums(of: units.flatMap(\.posters)) }
}

extension OfficeReport {
    /// One office and what it issued.
    package struct Unit: Sendable, Equatable {
        /// The unit's code.
        package let code: UnitCode
        /// The office's name.
        package let name: String
        /// The body above; empty where none is named.
        package let parent: String
        /// When the roster was read that people are counted from; nil where none was.
        package let rosterRead: Timestamp?
        /// The hamlets, in the order of a Vietnamese dictionary, commune by commune; rows without any place come last.
        package let places: [Place]
        /// Posters by type, in the order of the types' codes; types without any are left out.
        package let posters: [Posters]
        /// The end of the register's log that the figures are of; nil where they are of none.
        package let logHead: LogHead?

        /// An office's figures, which are put in order.
        package init(
            code: UnitCode, name: String, parent: String, rosterRead: Timestamp?, places: [Place], posters: [Posters],
            logHead: LogHead? = nil
        ) {
            self.logHead = logHead
            self.code = code
            self.name = name
            self.parent = parent
            self.rosterRead = rosterRead
            self.places = places.map { ($0.isNamed ? 0 : 1, CollationKey($0.commune), CollationKey($0.hamlet), $0) }
                .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
                .map(\.3)
            self.posters = Posters.sums(of: posters)
        }

        /// All hamlets together.
        package var totals: Counts { .sum(of: places.map(\.counts)) }
    }

    /// A hamlet and the cards of its people.
    package struct Place: Sendable, Equatable {
        /// The commune; empty where the roster names none.
        package let commune: String
        /// The hamlet.
        package let hamlet: String
        /// Its people and their cards.
        package let counts: Counts

        /// A hamlet's figures.
        package init(commune: String, hamlet: String, counts: Counts) {
            self.commune = commune
            self.hamlet = hamlet
            self.counts = counts
        }

        /// Whether the roster names the place at all.
        package var isNamed: Bool { !commune.isEmpty || !hamlet.isEmpty }
    }

    /// Posters of one type of venue.
    package struct Posters: Sendable, Equatable {
        /// The type.
        package let type: VenueType
        /// Posters that are valid.
        package let valid: Int
        /// Posters whose last day is over, and that were not revoked.
        package let expired: Int
        /// Posters that were revoked.
        package let revoked: Int

        /// A type's figures.
        package init(type: VenueType, valid: Int, expired: Int, revoked: Int) {
            self.type = type
            self.valid = valid
            self.expired = expired
            self.revoked = revoked
        }

        /// Figures added up by type, in the order of the types' codes.
        package static func sums(of posters: [Posters]) -> [Posters] {
            VenueType.allCases.compactMap { type in
                let these = posters.filter { $0.type == type }
                let sum = Posters(
                    type: type, valid: these.reduce(0) { $0 + $1.valid }, expired: these.reduce(0) { $0 + $1.expired },
                    revoked: these.reduce(0) { $0 + $1.revoked })
                return sum.valid + sum.expired + sum.revoked > 0 ? sum : nil
            }
        }
    }
}

extension OfficeReport {
    /// Posters of all types together.
    package struct PosterSums {
        package let valid, expired, revoked: Int

        package init(_ posters: [Posters]) {
            valid = posters.reduce(0) { $0 + $1.valid }
            expired = posters.reduce(0) { $0 + $1.expired }
            revoked = posters.reduce(0) { $0 + $1.revoked }
        }
    }
}
