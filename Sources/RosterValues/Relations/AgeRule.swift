package import Messages

/// What a relation to the head of the household says of ages.
package enum AgeRule: UInt8, CaseIterable, Sendable {
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
    package init?(_ relation: Relation) {
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
    package var years: UInt32 {
        switch self {
        case .child, .parent: 12
        case .grandchild, .grandparent: 25
        case .head, .spouse: 14
        }
    }

    /// Whether the rule compares a person with the head.
    package var needsHead: Bool { self != .head && self != .spouse }

    /// Whether a person's birth breaks the rule for sure.
    ///
    /// The other one is the head's, or today where the rule is about an age.
    package func isBroken(by birth: PackedBirth, and other: PackedBirth) -> Bool {
        guard birth.isKnown, other.isKnown else { return false }
        switch self {
        case .child, .grandchild: return birth.isSurelyBorn(lessThan: years, after: other)
        case .parent, .grandparent, .head, .spouse: return other.isSurelyBorn(lessThan: years, after: birth)
        }
    }

    /// What is wrong, as in `a child born 2001 is less than 12 years younger than the head in row 12, born 1995`.
    package func reason(_ birth: PackedBirth, head: PackedBirth, row: Message) -> Message {
        let date = birth.date?.description
        let (en, vi) = (date.map { " born \($0)" } ?? "", date.map { " sinh \($0)" } ?? "")
        let how: Message
        switch self {
        case .child, .grandchild:
            how =
                birth.isSurelyBorn(lessThan: 0, after: head)
                ? Message(en: "older than", vi: "nhiều tuổi hơn")
                : Message(en: "less than \(years) years younger than", vi: "kém chưa đến \(years) tuổi so với")
        case .parent, .grandparent:
            how =
                head.isSurelyBorn(lessThan: 0, after: birth)
                ? Message(en: "younger than", vi: "ít tuổi hơn")
                : Message(en: "less than \(years) years older than", vi: "hơn chưa đến \(years) tuổi so với")
        case .head:
            return Message(
                en: "a head of a household\(en) is younger than \(years)", vi: "chủ hộ\(vi) chưa đủ \(years) tuổi")
        case .spouse:
            return Message(en: "a spouse\(en) is younger than \(years)", vi: "vợ hoặc chồng\(vi) chưa đủ \(years) tuổi")
        }
        let born = head.date?.description ?? ""
        return Message(
            en: "a \(self)\(en) is \(how.english) the head in \(row.english), born \(born)",
            vi: "\(vietnamese)\(vi) \(how.vietnamese) chủ hộ ở \(row.vietnamese), sinh \(born)")
    }

    private var vietnamese: String {
        switch self {
        case .child: "con"
        case .parent: "cha mẹ"
        case .grandchild: "cháu"
        case .grandparent: "ông bà"
        case .head: "chủ hộ"
        case .spouse: "vợ hoặc chồng"
        }
    }
}
