import VietnameseText

/// A person's relation to the head of the household, where the roster's word for it is known.
enum Relation: Hashable, Sendable {
    case head, spouse, wife, husband, child, son, daughter, parent, father, mother, grandchild, grandparent, sibling
    case childInLaw, parentInLaw, other

    /// Reads a roster's word, Vietnamese or English; accents and case do not matter.
    ///
    /// Gives nothing for an empty cell.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        switch LatinFolding.folded(text) {
        case "chu ho", "chuho", "chu", "head", "head of household": self = .head
        default: self = .other
        }
    }
}
