package import GRDB
import Messages
import Payload

/// A card or poster as its table has it.
package struct CardRow {
    /// Its number, and those of its holder, its issue, its run and its locality.
    package var id, serial, holder, issue, run, locality: Int64
    /// What is printed; nil for what is empty, all of it once the holder is forgotten.
    package var name, birth, sex, household, relation, address: String?
    package var venue: Int?
    package var seal: Int64
    /// The log's entry by which it is revoked by its serial.
    package var revoked: Int64?
}

extension CardRow: PositionalRow {
    package static let databaseTableName = "card"
    package static let selection = selected()

    package enum Columns: String, CaseIterable {
        case id, serial, holder, issue, run
        case locality = "place"
        case name, birth, sex, household, relation, address, venue, seal, revoked
    }

    package init(_ row: Row, from first: Int) throws {
        id = try row.decode(atIndex: first)
        serial = try row.decode(atIndex: first + 1)
        holder = try row.decode(atIndex: first + 2)
        issue = try row.decode(atIndex: first + 3)
        run = try row.decode(atIndex: first + 4)
        locality = try row.decode(atIndex: first + 5)
        name = try row.decode(atIndex: first + 6)
        birth = try row.decode(atIndex: first + 7)
        sex = try row.decode(atIndex: first + 8)
        household = try row.decode(atIndex: first + 9)
        relation = try row.decode(atIndex: first + 10)
        address = try row.decode(atIndex: first + 11)
        venue = try row.decode(atIndex: first + 12)
        seal = try row.decode(atIndex: first + 13)
        revoked = try row.decode(atIndex: first + 14)
    }

    package var values: StatementArguments {
        [
            id, serial, holder, issue, run, locality, name, birth, sex, household, relation, address, venue, seal,
            revoked,
        ]
    }
}

extension CardRow {
    init(_ issuance: Issuance, id: Int64, holder: Int64, run: Int64, locality: Int64, seal: Int64) {
        func unlessEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
        let record = issuance.record
        self.init(
            id: id, serial: issuance.serial.wholeNumber, holder: holder, issue: Int64(issuance.number), run: run,
            locality: locality, name: record.name, birth: unlessEmpty(record.birth), sex: unlessEmpty(record.sex),
            household: unlessEmpty(record.household), relation: unlessEmpty(record.relation),
            address: unlessEmpty(record.address), venue: record.venueType?.rawValue, seal: seal, revoked: nil)
    }

    /// What is printed, nil where it was removed; throws `DamagedRow` for a type of venue that there is none of.
    package func record(at locality: Locality) throws(DamagedRow) -> Record? {
        guard let name else { return nil }
        // All columns count, whichever a person's or a venue's card uses.
        var record = Record(
            name: name, birth: birth ?? "", sex: sex ?? "", household: household ?? "", relation: relation ?? "",
            locality: locality)
        record.address = address ?? ""
        record.venueType = try venue.map { number throws(DamagedRow) in
            guard let venue = VenueType(rawValue: number) else {
                throw DamagedRow(
                    en: "card \(id) is not as Mocban writes it", vi: "thẻ số \(id) không đúng như Mocban ghi")
            }
            return venue
        }
        return record
    }
}
