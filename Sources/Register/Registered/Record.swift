package import Payload

/// What a card or poster prints of its holder, as the roster had it; never an ID number or a telephone.
package struct Record: Sendable, Hashable {
    /// The person's or the venue's name.
    package var name: String
    /// The birth as `yyyy-mm-dd` or `yyyy`; empty for a venue.
    package var birth: String
    /// `M` or `F`; empty where it is not known.
    package var sex: String
    /// The household's code; empty for a venue.
    package var household: String
    /// The relation to the head of the household, in the roster's word.
    package var relation: String
    /// The venue's address; empty for a person.
    package var address: String
    /// What kind of venue it is; nil for a person.
    package var venueType: VenueType?
    /// Where the person lives or the venue is.
    package var locality: Locality

    /// Creates a person's record.
    package init(
        name: String, birth: String, sex: String = "", household: String, relation: String = "", locality: Locality
    ) {
        self.name = name
        self.birth = birth
        self.sex = sex
        self.household = household
        self.relation = relation
        self.locality = locality
        address = ""
    }

    /// Creates a venue's record.
    package init(name: String, venueType: VenueType, address: String, locality: Locality) {
        self.name = name
        self.venueType = venueType
        self.address = address
        self.locality = locality
        birth = ""
        sex = ""
        household = ""
        relation = ""
    }

    /// The record as a CBOR array, for its seal and for a run's journal.
    package func write(to writer: inout CBORWriter) {
        writer.array(9)
        for text in [name, birth, sex, household, relation, address, locality.commune, locality.hamlet] {
            writer.text(text)
        }
        writer.unsigned(UInt64(venueType?.rawValue ?? 0))
    }

    /// Reads what ``write(to:)`` wrote.
    package init(from reader: inout CBORReader) throws(CBORError) {
        try reader.expectArray(9)
        name = try reader.text()
        birth = try reader.text()
        sex = try reader.text()
        household = try reader.text()
        relation = try reader.text()
        address = try reader.text()
        locality = Locality(commune: try reader.text(), hamlet: try reader.text())
        venueType = VenueType(rawValue: Int(clamping: try reader.unsigned()))
    }
}
