import VietnameseText

/// A person's relation to the head of the household, as the roster's word tells it.
package enum Relation: Hashable, Sendable {
    case head
    case spouse, wife, husband
    case child, son, daughter
    case childInLaw, sonInLaw, daughterInLaw
    case parent, father, mother
    case parentInLaw, fatherInLaw, motherInLaw
    case grandparent, grandfather, grandmother
    case grandchild, grandson, granddaughter
    /// Cháu: a grandchild, or a child of a brother or sister.
    case grandchildOrNephew, grandsonOrNephew, granddaughterOrNiece
    case sibling, brother, sister
    /// Chú, bác, cô, dì: a brother or sister of a parent.
    case uncleOrAunt, uncle, aunt
    /// A word that is not known, or a relation without a generation of its own.
    case other

    /// Reads a roster's word, Vietnamese or English, such as `Vợ`, `con trai út` or `wife`; case does not matter.
    ///
    /// Accents matter where the text has any: `bà` is a grandmother, `ba` a father; without any, `ba` is ``other``. Gives
    /// nothing for an empty text.
    package init?(_ text: String) {
        let known = RelationWords.known
        if let key = ShortKey(text), let relation = known.exact[key] {
            self = relation
            return
        }
        let clean = CleanText(text).text
        guard !clean.isEmpty else { return nil }
        self = known.relation(of: clean)
    }

    package var sex: Sex? {
        switch self {
        case .husband, .son, .sonInLaw, .father, .fatherInLaw, .grandfather, .grandson, .grandsonOrNephew, .brother,
            .uncle:
            .male
        case .wife, .daughter, .daughterInLaw, .mother, .motherInLaw, .grandmother, .granddaughter,
            .granddaughterOrNiece, .sister, .aunt:
            .female
        case .head, .spouse, .child, .childInLaw, .parent, .parentInLaw, .grandparent, .grandchild,
            .grandchildOrNephew, .sibling, .uncleOrAunt, .other:
            nil
        }
    }
}
