package import RosterValues

/// A person of a roster.
///
/// All text is NFC, trimmed, with single spaces.
package struct Person: Hashable, Sendable {
    /// The household's code in the roster, as in `PL-017`.
    package let household: String
    /// The relation to the head of the household, in the roster's own word.
    package let relation: String?
    /// The full name, family name first, at most 60 characters.
    package let name: String
    package let birth: BirthDate
    package let sex: Sex?
    /// The number of the CCCD (12 digits) or the CMND (9 digits).
    package let nationalID: String?
    /// The telephone number as written.
    package let phone: String?
    package let hamlet: String
    package let commune: String?

    /// Makes a person of values that are already clean; a roster's rows are checked by ``RosterReader``.
    package init(
        household: String, relation: String? = nil, name: String, birth: BirthDate, sex: Sex? = nil,
        nationalID: String? = nil, phone: String? = nil, hamlet: String, commune: String? = nil
    ) {
        (self.household, self.relation, self.name, self.birth, self.sex) = (household, relation, name, birth, sex)
        (self.nationalID, self.phone, self.hamlet, self.commune) = (nationalID, phone, hamlet, commune)
    }
}
