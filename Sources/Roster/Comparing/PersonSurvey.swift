package import Calendar
import Files
import Messages
package import RosterValues
package import Tables

extension Person {
    /// What the rows of a roster say together: people who are there twice, households, localities, the order of dates.
    ///
    /// A person takes some 70 bytes, with the household's and the tables' free slots; a dozen where there is a folder for
    /// the rest.
    package struct Survey: RosterSurvey {
        private let today: CalendarDate
        private let seed: UInt64
        private var order: RowOrder
        private var file = -1
        private var duplicates: PersonDuplicates
        private var households: Households
        private var localities: Localities
        private var dates = DateOrders()
        private var buffer: [UInt8] = []
        /// Neighbours share a code.
        private var last: (text: String, digest: UInt64) = ("", 0)

        package init(localities: KnownLocalities, today: CalendarDate, folder: String?) {
            self.today = today
            seed = TextDigest.processSeed()
            order = RowOrder()
            duplicates = PersonDuplicates(seed: seed, folder: folder)
            households = Households(today: today, seed: seed, folder: folder)
            self.localities = Localities(known: localities, seed: seed)
        }

        package mutating func begin(path: String, sheet: String?) { order.begin(path: path, sheet: sheet) }

        package mutating func add(
            _ row: Row, _ header: Header<Column>, _ record: Person?, at position: RowPosition
        ) throws -> [Finding] {
            let number = order.number(of: position)
            while file < position.file {
                dates.endFile()
                households.beginFile(hasRelations: header.field(of: .relation) != nil)
                file += 1
            }
            let code = record?.household ?? header.text(.household, of: row)
            let digest = digest(of: code)
            // The cells of a damaged row may belong to other columns.
            guard row.damage.isEmpty else {
                households.doubt(digest)
                return []
            }
            dates.add(
                header.text(.dateOfBirth, of: row),
                isCell: row.dates != 0 && header.field(of: .dateOfBirth).map(row.isDate) ?? false, row: number)
            let match = try record.map { try duplicates.add($0, code: digest, row: number) } ?? PersonDuplicates.Match()
            let hamlet = record?.hamlet ?? header.text(.hamlet, of: row)
            let known = localities.add(
                commune: record?.commune ?? header.text(.commune, of: row), hamlet: hamlet, row: number)
            if match.person == nil {
                try households.add(
                    (code, digest), locality: hamlet.isEmpty ? nil : known,
                    relation: record?.relation ?? header.text(.relation, of: row),
                    birth: record.map { PackedBirth($0.birth) } ?? birth(header.text(.dateOfBirth, of: row)),
                    row: number)
            }
            let sameNumber = match.number.map {
                order.finding(
                    .duplicateID, column: Column.nationalID.name, value: record?.nationalID ?? "",
                    Message(en: "the same number as in", vi: "trùng số với"), $0, in: position.file)
            }
            let samePerson = match.person.map {
                order.finding(
                    .duplicatePerson,
                    Message(en: "the same household, name and birth as in", vi: "trùng hộ, họ tên và ngày sinh với"),
                    $0, in: position.file)
            }
            return sameNumber == nil && samePerson == nil ? [] : [sameNumber, samePerson].compactMap(\.self)
        }

        package consuming func conclusions() throws -> LateFindings {
            dates.endFile()
            let localities = localities.judged()
            var found: [PackedFinding] = []
            for (index, date) in dates.doubted.enumerated() { found.append(PackedFinding(row: date.row, .date, index)) }
            try households.add(to: &found, localities: localities, order: order)
            localities.add(to: &found)
            return LateFindings(found) { [order, dates, households] packed in
                let (position, index) = (order.position(of: packed.row), Int(packed.index))
                let finding =
                    switch packed.subject {
                    case .date: dates.doubted[index].finding(order, in: position.file)
                    case .hamlet: localities.hamlet(index, column: Column.hamlet.name)
                    case .commune: localities.commune(index, column: Column.commune.name)
                    case .noHeadAtAll: Households.noHeadAtAll
                    case .noHead: households.noHead(index)
                    case .secondHead: households.secondHead(index, order, in: position.file)
                    case .age: households.age(index, order, in: position.file)
                    }
                return LateFinding(position, finding)
            }
        }

        private mutating func digest(of code: String) -> UInt64 {
            if code.hasSameBytes(as: last.text) { return last.digest }
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
    }
}
