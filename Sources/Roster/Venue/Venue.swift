/// What gets a poster.
///
/// All text is NFC, trimmed, with single spaces.
package struct Venue: Hashable, Sendable {
    /// The name, at most 200 characters.
    package let name: String
    package let kind: VenueKind
    /// The address, at most 200 characters.
    package let address: String
    /// Who answers for it.
    package let owner: String?
    /// The telephone number as written.
    package let phone: String?
    package let hamlet, commune: String?

    /// Makes a venue of values that are already clean; a file's rows are checked by ``RosterReader``.
    package init(
        name: String, kind: VenueKind, address: String, owner: String? = nil, phone: String? = nil,
        hamlet: String? = nil, commune: String? = nil
    ) {
        (self.name, self.kind, self.address, self.owner) = (name, kind, address, owner)
        (self.phone, self.hamlet, self.commune) = (phone, hamlet, commune)
    }
}
