/// What a relation to the head of the household says of ages.
enum AgeRule: UInt8, CaseIterable, Sendable {
    /// A child, 12 years younger than the head at least.
    case child
    /// A parent, 12 years older at least.
    case parent
    /// A grandchild, 25 years younger at least.
    case grandchild
    /// A grandparent, 25 years older at least.
    case grandparent
    /// The head, 14 years old at least.
    case head
    /// The head's wife or husband, 14 years old at least.
    case spouse

    /// The rule for a relation; none where ages say nothing.
    init?(_ relation: Relation) {
        switch relation {
        case .head: self = .head
        case .spouse, .wife, .husband: self = .spouse
        case .child, .son, .daughter: self = .child
        case .parent, .father, .mother: self = .parent
        case .grandchild, .grandson, .granddaughter: self = .grandchild
        case .grandparent, .grandfather, .grandmother: self = .grandparent
        default: return nil
        }
    }

    /// The years: between the person and the head, or of the person's age.
    var years: UInt32 {
        switch self {
        case .child, .parent: 12
        case .grandchild, .grandparent: 25
        case .head, .spouse: 14
        }
    }

    /// Whether the rule compares a person with the head.
    var needsHead: Bool { self != .head && self != .spouse }

    /// Whether a person's birth breaks the rule for sure.
    ///
    /// The other one is the head's, or today where the rule is about an age.
    func isBroken(by birth: PackedBirth, and other: PackedBirth) -> Bool {
        guard birth.isKnown, other.isKnown else { return false }
        switch self {
        case .child, .grandchild: return birth.isSurelyBorn(lessThan: years, after: other)
        case .parent, .grandparent, .head, .spouse: return other.isSurelyBorn(lessThan: years, after: birth)
        }
    }

    /// What is wrong, as in `a child born 2001 is less than 12 years younger than the head in row 12, born 1995`.
    func reason(_ birth: PackedBirth, head: PackedBirth, row: String) -> String {
        let born = birth.date.map { " born \($0)" } ?? ""
        let how: String
        switch self {
        case .child, .grandchild:
            how = birth.isSurelyBorn(lessThan: 0, after: head) ? "older" : "less than \(years) years younger"
        case .parent, .grandparent:
            how = head.isSurelyBorn(lessThan: 0, after: birth) ? "younger" : "less than \(years) years older"
        case .head, .spouse:
            return "a \(self == .head ? "head of a household" : "spouse")\(born) is younger than \(years)"
        }
        return "a \(self)\(born) is \(how) than the head in \(row), born \(head.date?.description ?? "")"
    }
}
