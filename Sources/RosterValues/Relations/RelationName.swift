/// The word for a relation in English, for cards in both languages.
package enum RelationName {
    /// What a roster's word is in English; nil for a word that is not known, or not Vietnamese.
    ///
    /// It says no more than the roster does: `cháu nội` is a grandchild, `cháu` may be a nephew as well.
    package static func english(of word: String) -> String? {
        guard let relation = Relation(word) else { return nil }
        let english: String? =
            switch relation {
            case .head: "Head"
            case .spouse: "Spouse"
            case .wife: "Wife"
            case .husband: "Husband"
            case .child: "Child"
            case .son: "Son"
            case .daughter: "Daughter"
            case .childInLaw: "Child-in-law"
            case .sonInLaw: "Son-in-law"
            case .daughterInLaw: "Daughter-in-law"
            case .parent: "Parent"
            case .father: "Father"
            case .mother: "Mother"
            case .parentInLaw: "Parent-in-law"
            case .fatherInLaw: "Father-in-law"
            case .motherInLaw: "Mother-in-law"
            case .grandparent: "Grandparent"
            case .grandfather: "Grandfather"
            case .grandmother: "Grandmother"
            case .grandchild: "Grandchild"
            case .grandson: "Grandson"
            case .granddaughter: "Granddaughter"
            case .grandchildOrNephew, .grandsonOrNephew, .granddaughterOrNiece, .other: nil
            case .sibling: "Sibling"
            case .brother: "Brother"
            case .sister: "Sister"
            case .uncleOrAunt: "Uncle or aunt"
            case .uncle: "Uncle"
            case .aunt: "Aunt"
            }
        return english?.lowercased() == word.lowercased() ? nil : english
    }
}
