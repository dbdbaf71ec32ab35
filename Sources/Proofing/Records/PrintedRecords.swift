package import Issuing
import Layout
package import Payload
package import Register

/// What is known of the cards and posters that were printed, apart from what their codes say.
package enum PrintedRecords: Sendable {
    /// Nothing: whoever proves has keys and no register.
    case none
    /// What the office's register has.
    case register(Register)
    /// What a run is about to register.
    case run([Serial: Record])

    /// What is known of some serials; nothing is in it of those that nobody knows.
    package func cards(_ serials: [Serial]) throws -> [Serial: PrintedCard] {
        var cards: [Serial: PrintedCard] = [:]
        switch self {
        case .none: break
        case .register(let register):
            guard !serials.isEmpty else { break }
            try register.reading { snapshot in
                for serial in serials { cards[serial] = try snapshot.card(serial).map(PrintedCard.init) }
            }
        case .run(let records):
            for serial in serials { cards[serial] = records[serial].map { PrintedCard(record: $0) } }
        }
        return cards
    }

    /// Whether a serial that nobody knows is a fault.
    package var knowsAll: Bool { if case .none = self { false } else { true } }
}

/// A card or poster as the office knows it.
package struct PrintedCard {
    /// What is printed on it; nil where its holder was forgotten.
    package var record: Record?
    /// From when to when it is good; nil where only its code says so.
    package var validity: Validity?
    /// The unit that issued it; nil where only its code says so.
    package var unit: UnitCode?
    /// How much of the name its code has; nil where any will do.
    package var nameForm: NameForm?

    package init(record: Record) { self.record = record }

    package init(_ card: RegisteredCard) {
        (record, unit, nameForm) = (card.record, card.unit, card.nameForm)
        validity = Validity(issued: card.issued, expires: card.expires)
    }

    /// What a code's claims contradict.
    package func contradictions(_ claims: Claims) -> [ProofFault.Problem] {
        var found: [ProofFault.Problem] = []
        func compare(_ claim: String, _ known: String?, _ claimed: String) {
            guard let known, !known.utf8.elementsEqual(claimed.utf8) else { return }
            found.append(.contradicted(claim: claim, registered: known, found: claimed))
        }
        compare("unit", unit.map { "\($0)" }, "\(claims.unit)")
        compare("issued", validity.map { "\($0.issued)" }, "\(claims.issued)")
        compare("expires", validity.map { "\($0.expires)" }, "\(claims.expires)")
        guard let record else { return found }
        switch claims {
        case .card(let card):
            compare("kind", record.venueType == nil ? "card" : "venue", "card")
            let forms = nameForm.map { [$0] } ?? NameForm.allCases
            if !forms.contains(where: { $0.apply(to: record.name) == card.name }) {
                compare("name", forms[0].apply(to: record.name) ?? "", card.name ?? "")
            }
            let year = record.birth.isEmpty ? nil : "\(record.birthYear)"
            compare("birthYear", year, card.birthYear.map { "\($0)" } ?? "")
        case .venue(let venue):
            compare("kind", record.venueType == nil ? "card" : "venue", "venue")
            compare("name", record.name, venue.name)
            compare("type", record.venueType.map { "\($0.rawValue)" }, "\(venue.type.rawValue)")
        }
        return found
    }
}
