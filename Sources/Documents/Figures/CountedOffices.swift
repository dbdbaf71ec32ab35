package import Office
package import Payload
import Register
import RegisterQueries

extension OfficeReport {
    /// The figures of offices' registers, each of which is checked whole first: they go into official letters.
    ///
    /// No lock is taken, and no run is held up. Throws `RegisterError`, and what opening an office's keyring throws.
    package init(of offices: [Office], at clock: Timestamp) throws {
        self.init(asOf: clock, units: try offices.map { try Unit($0, at: clock) })
    }
}

extension OfficeReport.Unit {
    fileprivate init(_ office: Office, at clock: Timestamp) throws {
        let settings = office.configuration
        let (count, head) = try office.register(.reading).readingWhole { (try $0.count(at: clock), try $0.logHead) }
        self.init(
            code: settings.unit, name: settings.name, parent: settings.parent,
            rosterRead: count.localities.compactMap(\.counted).max(),
            hamlets: count.localities.map { count in
                OfficeReport.Hamlet(
                    commune: count.locality.commune, hamlet: count.locality.hamlet,
                    counts: OfficeReport.Counts(
                        people: count.people.flatMap { PrintedFigure.people.contains($0) ? $0 : nil },
                        valid: count.cards.valid, expired: count.cards.expired,
                        revoked: count.cards.revoked, reprints: count.reprints))
            },
            posters: count.posters.map { type, count in
                OfficeReport.Posters(type: type, valid: count.valid, expired: count.expired, revoked: count.revoked)
            }, logHead: head)
    }
}
