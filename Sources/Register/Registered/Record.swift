package import Payload

/// What a card or poster prints of its holder, as the roster had it; never an ID number or a telephone.
package struct Record: Sendable, Hashable {
    package var name: String
    /// The birth as `yyyy-mm-dd` or `yyyy`; empty for a venue.
    package var birth = ""
    /// `M` or `F`; empty where it is not known.
    package var sex = ""
    /// The household's code; empty for a venue.
    package var household = ""
    /// The relation to the head of the household, in the roster's word.
    package var relation = ""
    /// The venue's address; empty for a person.
    package var address = ""
    /// What kind of venue it is; nil for a person.
    package var venueType: VenueType?
    package var locality: Locality

    package init(
        name: String, birth: String, sex: String = "", household: String, relation: String = "", locality: Locality
    ) {
        (self.name, self.birth, self.sex) = (name, birth, sex)
        (self.household, self.relation, self.locality) = (household, relation, locality)
    }

    package init(name: String, venueType: VenueType, address: String, locality: Locality) {
        (self.name, self.venueType, self.address, self.locality) = (name, venueType, address, locality)
    }

    /// The record as a CBOR array, for its seal and for a run's journal.
    package func write(to writer: inout CBORWriter) {
        writer.array(9)
        for text in [name, birth, sex, household, relation, address, locality.commune, locality.hamlet] {
            writer.text(text)
        }
        writer.unsigned(UInt64(venueType?.rawValue ?? 0))
    }

    package init(from reader: inout CBORReader) throws(CBORError) {
        try reader.expectArray(9)
        (name, birth, sex) = (try reader.text(), try reader.text(), try reader.text())
        (household, relation, address) = (try reader.text(), try reader.text(), try reader.text())
        locality = Locality(commune: try reader.text(), hamlet: try reader.text())
        venueType = VenueType(rawValue: Int(clamping: try reader.unsigned()))
    }
}

/// The commune and hamlet that a card's holder lives in, or that a poster hangs in; empty texts where the roster has none.
package struct Locality: Sendable, Hashable {
    package var commune, hamlet: String

    package init(commune: String = "", hamlet: String = "") { (self.commune, self.hamlet) = (commune, hamlet) }
}
