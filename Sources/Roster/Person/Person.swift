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
    /// When the person was born.
    package let birth: BirthDate
    /// The sex, where the roster has it.
    package let sex: Sex?
    /// The number of the CCCD (12 digits) or the CMND (9 digits).
    package let nationalID: String?
    /// The telephone number as written.
    package let phone: String?
    /// The hamlet.
    package let hamlet: String
    /// The commune.
    package let commune: String?

    /// Makes a person of values that are already clean; a roster's rows are checked by ``RosterReader``.
    package init(
        household: String, relation: String? = nil, name: String, birth: BirthDate, sex: Sex? = nil,
        nationalID: String? = nil, phone: String? = nil, hamlet: String, commune: String? = nil
    ) {
        self.household = household
        self.relation = relation
        self.name = name
        self.birth = birth
        self.sex = sex
        self.nationalID = nationalID
        self.phone = phone
        self.hamlet = hamlet
        self.commune = commune
    }
}
