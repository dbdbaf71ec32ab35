import VietnameseText

/// A place that gets a poster.
///
/// All text is NFC, trimmed, with single spaces.
public struct Venue: Hashable, Sendable {
    /// The name, at most 200 characters.
    public let name: String
    /// What kind of place it is.
    public let kind: VenueKind
    /// The address, at most 200 characters.
    public let address: String
    /// Who answers for the place.
    public let owner: String?
    /// The telephone number as written.
    public let phone: String?
    /// The hamlet.
    public let hamlet: String?
    /// The commune.
    public let commune: String?

    /// Makes a venue of values that are already clean; a file's rows are checked by ``RosterReader``.
    public init(
        name: String, kind: VenueKind, address: String, owner: String? = nil, phone: String? = nil,
        hamlet: String? = nil, commune: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.address = address
        self.owner = owner
        self.phone = phone
        self.hamlet = hamlet
        self.commune = commune
    }
}

extension Venue: RosterRecord {
    /// The name.
    public static var nameColumn: Column { .name }
    /// What a row has beside a name.
    public static var evidence: [Column] { [.type, .address] }

    /// Reads a venue from a row's cells, noting every fault there.
    public init?(_ cells: inout Cells<Column>, today: CalendarDate) {
        let name = cells.whole(cells.name(.name, longest: 200), .name)
        let kind = cells.kind()
        let address = cells.printed(.address, isNeeded: true, longest: 200)
        let owner = cells.printed(.owner)
        let phone = cells.phone(.phone)
        let hamlet = cells.printed(.hamlet)
        let commune = cells.printed(.commune)
        guard let name, let kind, let address else { return nil }
        self.init(
            name: name, kind: kind, address: address, owner: owner, phone: phone, hamlet: hamlet, commune: commune)
    }
}

extension Cells<Venue.Column> {
    fileprivate mutating func kind() -> VenueKind? {
        guard let text = text(.type, isNeeded: true) else { return nil }
        if let kind = VenueKind(text) { return kind }
        find(.unknownVenueKind, .type, "“\(Shown.text(text))” is no known type of venue")
        return nil
    }
}
