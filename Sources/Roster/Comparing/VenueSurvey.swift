package import Calendar
import Files
import Messages
package import RosterValues
package import Tables

extension Venue {
    /// What the rows of a list of venues say together: venues that are there twice, and localities.
    package struct Survey: RosterSurvey {
        private let seed: UInt64
        private var order: RowOrder
        /// The row of each name and address.
        private var venues: KeyTable
        private var localities: Localities
        private var buffer: [UInt8] = []

        package init(localities: KnownLocalities, today: CalendarDate, folder: String?) {
            seed = TextDigest.processSeed()
            order = RowOrder()
            venues = KeyTable(seed: seed, isLarge: false)
            self.localities = Localities(known: localities, seed: seed)
        }

        package mutating func begin(path: String, sheet: String?) { order.begin(path: path, sheet: sheet) }

        package mutating func add(
            _ row: Row, _ header: Header<Column>, _ record: Venue?, at position: RowPosition
        ) -> [Finding] {
            let number = order.number(of: position)
            guard row.damage.isEmpty else { return [] }
            let commune = record.map { $0.commune ?? "" } ?? header.text(.commune, of: row)
            let hamlet = record.map { $0.hamlet ?? "" } ?? header.text(.hamlet, of: row)
            _ = localities.add(commune: commune, hamlet: hamlet, row: number)
            guard let record else { return [] }
            let first = venues.insert(number, for: key(of: record))
            guard first != number else { return [] }
            return [
                order.finding(
                    .duplicateVenue, Message(en: "the same name and address as in", vi: "trùng tên và địa chỉ với"),
                    first, in: position.file)
            ]
        }

        package consuming func conclusions() -> LateFindings {
            let localities = localities.judged()
            var found: [PackedFinding] = []
            localities.add(to: &found)
            return LateFindings(found) { [order] packed in
                let index = Int(packed.index)
                let finding =
                    packed.subject == .commune
                    ? localities.commune(index, column: Column.commune.name)
                    : localities.hamlet(index, column: Column.hamlet.name)
                return LateFinding(order.position(of: packed.row), finding)
            }
        }

        private mutating func key(of venue: Venue) -> UInt64 {
            var digest = TextDigest(seed: seed)
            digest.add(letters: venue.name, using: &buffer)
            digest.addEnd()
            digest.add(letters: venue.address, using: &buffer)
            return digest.value
        }
    }
}
