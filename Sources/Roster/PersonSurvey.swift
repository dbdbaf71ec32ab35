public import Tables

extension Person {
    /// What the rows of a roster say together.
    public struct Survey: RosterSurvey {
        private let paths: [String]
        private var holders: [Person: RowPlace] = [:]

        /// Makes a survey of no row.
        public init(paths: [String], places: KnownPlaces, today: CalendarDate) { self.paths = paths }

        /// Compares a row with those before.
        public mutating func add(
            _ row: Row, _ header: Header<Column>, _ record: Person?, at place: RowPlace
        ) -> [Finding] {
            []
        }

        /// What shows only at the end.
        public consuming func conclusions() -> [LateFinding] { [] }
    }
}
