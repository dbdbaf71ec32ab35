public import Tables

extension Venue {
    /// What the rows of a list of venues say together: venues that are there twice, and places.
    public struct Survey: RosterSurvey {
        private let seed: UInt64
        private var order: RowOrder
        /// The row of each name and address.
        private var venues: KeyTable
        private var places: Places
        private var buffer: [UInt8] = []

        /// Makes a survey of no row.
        public init(paths: [String], places: KnownPlaces, today: CalendarDate, folder: String?) {
            seed = TextDigest.processSeed()
            order = RowOrder(paths: paths)
            venues = KeyTable(seed: seed, isLarge: false)
            self.places = Places(known: places, seed: seed)
        }

        /// Compares a row with those before.
        public mutating func add(
            _ row: Row, _ header: Header<Column>, _ record: Venue?, at place: RowPlace
        ) -> [Finding] {
            let number = order.number(of: place)
            guard row.damage.isEmpty else { return [] }
            let commune = record == nil ? row.text(header.field(of: .commune)) : record?.commune ?? ""
            let hamlet = record == nil ? row.text(header.field(of: .hamlet)) : record?.hamlet ?? ""
            _ = places.add(commune: commune, hamlet: hamlet, row: number)
            guard let record else { return [] }
            let first = venues.insert(number, for: key(of: record))
            guard first != number else { return [] }
            return [
                Finding(
                    .duplicateVenue, column: nil,
                    reason: "the same name and address as in \(order.name(of: first, in: place.file))",
                    other: order.place(of: first))
            ]
        }

        /// What shows only at the end.
        public consuming func conclusions() -> LateFindings {
            let places = places.judged()
            var notes: [LateNote] = []
            places.add(to: &notes)
            return LateFindings(notes) { [order] note in
                let index = Int(note.index)
                let finding =
                    note.subject == .commune
                    ? places.commune(index, column: Column.commune.name)
                    : places.hamlet(index, column: Column.hamlet.name)
                return LateFinding(order.place(of: note.row), finding)
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
