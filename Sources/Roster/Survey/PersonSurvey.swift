public import Tables

extension Person {
    /// What the rows of a roster say together: people who are there twice, households, places, the order of dates.
    ///
    /// A person takes some 70 bytes, with the household's and the tables' free places; a dozen where there is a folder for
    /// the rest.
    public struct Survey: RosterSurvey {
        private let today: CalendarDate
        private let seed: UInt64
        private var order: RowOrder
        private var fields: PersonFields?
        private var file = -1
        private var duplicates: PersonDuplicates
        private var households: Households
        private var places: Places
        private var dates = DateOrders()
        private var buffer: [UInt8] = []
        /// Neighbours share a code.
        private var last: (text: String, digest: UInt64) = ("", 0)

        /// Makes a survey of no row.
        public init(paths: [String], places: KnownPlaces, today: CalendarDate, folder: String?) {
            self.today = today
            seed = TextDigest.processSeed()
            order = RowOrder(paths: paths)
            duplicates = PersonDuplicates(seed: seed, folder: folder)
            households = Households(today: today, seed: seed, folder: folder)
            self.places = Places(known: places, seed: seed)
        }

        /// Compares a row with those before.
        public mutating func add(
            _ row: Row, _ header: Header<Column>, _ record: Person?, at place: RowPlace
        ) throws -> [Finding] {
            let number = order.number(of: place)
            let fields = fields(header, in: place.file)
            let code = record?.household ?? row.text(fields.household)
            let digest = digest(of: code)
            // The cells of a damaged row may belong to other columns.
            guard row.damage.isEmpty else {
                households.doubt(digest)
                return []
            }
            dates.add(row.text(fields.birth), row: number)
            let match =
                try record.map { try duplicates.add($0, code: digest, row: number) } ?? PersonDuplicates.Match()
            let hamlet = record?.hamlet ?? row.text(fields.hamlet)
            let known = places.add(
                commune: record?.commune ?? row.text(fields.commune), hamlet: hamlet, row: number)
            if match.person == nil {
                try households.add(
                    (code, digest), place: hamlet.isEmpty ? nil : known,
                    relation: record?.relation ?? row.text(fields.relation),
                    birth: record.map { PackedBirth($0.birth) } ?? birth(row.text(fields.birth)), row: number)
            }
            if match.number == nil, match.person == nil { return [] }
            return findings(match, record, in: place.file)
        }

        /// What shows only at the end.
        public consuming func conclusions() throws -> LateFindings {
            dates.endFile()
            let places = places.judged()
            var notes: [LateNote] = []
            for (index, date) in dates.doubted.enumerated() { notes.append(LateNote(row: date.row, .date, index)) }
            try households.add(to: &notes, places: places, order: order)
            places.add(to: &notes)
            return LateFindings(notes) { [order, dates, households] note in
                let (place, index) = (order.place(of: note.row), Int(note.index))
                let finding =
                    switch note.subject {
                    case .date: dates.doubted[index].finding(order, in: place.file)
                    case .hamlet: places.hamlet(index, column: Column.hamlet.name)
                    case .commune: places.commune(index, column: Column.commune.name)
                    case .noHeadAtAll: Households.noHeadAtAll
                    case .noHead: households.noHead(index)
                    case .secondHead: households.secondHead(index, order, in: place.file)
                    case .age: households.age(index, order, in: place.file)
                    }
                return LateFinding(place, finding)
            }
        }

        private mutating func fields(_ header: Header<Column>, in file: Int) -> PersonFields {
            if file == self.file, let fields { return fields }
            let new = PersonFields(header)
            while self.file < file {
                dates.endFile()
                households.beginFile(hasRelations: new.relation != nil)
                self.file += 1
            }
            fields = new
            return new
        }

        private mutating func digest(of code: String) -> UInt64 {
            if ByteText.areSame(code, last.text) { return last.digest }
            var digest = TextDigest(seed: seed)
            digest.add(letters: code, using: &buffer)
            last = (code, digest.value)
            return last.digest
        }

        /// The birth of a refused row, where it can be one.
        private func birth(_ text: String) -> PackedBirth {
            guard let birth = BirthDate(text), birth.year >= 1900, !birth.isAfter(today) else { return .unknown }
            return PackedBirth(birth)
        }

        private func findings(_ match: PersonDuplicates.Match, _ record: Person?, in file: Int) -> [Finding] {
            var findings: [Finding] = []
            if let row = match.number {
                findings.append(
                    Finding(
                        .duplicateID, column: Column.nationalID.name, value: record?.nationalID ?? "",
                        reason: "the same number as in \(order.name(of: row, in: file))", other: order.place(of: row)))
            }
            if let row = match.person {
                findings.append(
                    Finding(
                        .duplicatePerson, column: nil,
                        reason: "the same household, name and birth as in \(order.name(of: row, in: file))",
                        other: order.place(of: row)))
            }
            return findings
        }
    }
}
