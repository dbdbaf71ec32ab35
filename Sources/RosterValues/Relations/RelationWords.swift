import VietnameseText

/// The words for a relation to the head of a household.
package struct RelationWords: Sendable {
    package static let known = RelationWords()

    /// Whole cells of at most 16 bytes.
    private(set) var exact: [ShortKey: Relation] = [:]
    /// Phrases in small letters with their accents.
    private var accented: [String: Relation] = [:]

    private init() {
        // Phrases without accents; those that mean several relations are others.
        var plain: [String: Relation] = [:]
        for (relation, phrases) in Self.phrases {
            for phrase in phrases {
                add(phrase, relation)
                let folded = LatinFolding.folded(phrase)
                plain[folded] = plain[folded, default: relation] == relation ? relation : .other
            }
        }
        for (phrase, relation) in Self.dialect { add(phrase, relation) }
        // A word that is spelled without accents may also be another that lost them: ba and bà.
        for (phrase, relation) in plain { add(phrase, relation) }
    }

    private mutating func add(_ phrase: String, _ relation: Relation) {
        accented[phrase] = relation
        if let key = ShortKey(phrase) { exact[key] = relation }
    }

    /// The relation of a clean text that is more than a known word: `Con gái út`, `vợ của chủ hộ`, `Con (1)`.
    ///
    /// The longest known beginning counts where only words such as `út` follow.
    package func relation(of text: String) -> Relation {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        for count in stride(from: min(words.count, 3), to: 0, by: -1) {
            guard let relation = accented[words.prefix(count).joined(separator: " ")] else { continue }
            let hasOnlyQualities = words.dropFirst(count).allSatisfy {
                Self.qualities.contains(LatinFolding.folded(String($0))) || $0.utf8.allSatisfy { $0 < 0x3A }
            }
            return hasOnlyQualities ? relation : .other
        }
        return .other
    }

    /// What may follow a word without changing the relation, folded; `cua chu ho` is whose relation it is.
    private static let qualities: Set<String> = [
        "ut", "dau", "long", "ca", "truong", "thu", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi",
        "ruot",
        "nuoi", "de", "rieng", "chung", "ke", "lon", "nho", "be", "ho", "chu", "cua", "khau", "of", "the", "household",
        "head",
    ]

    private static let phrases: [Relation: [String]] = [
        .head: ["chủ hộ", "chủ", "chuho", "head", "head of household", "household head", "householder"],
        .spouse: ["vợ chồng", "vợ hoặc chồng", "spouse"],
        .wife: ["vợ", "wife"],
        .husband: ["chồng", "husband"],
        .child: ["con", "child"],
        .son: ["con trai", "son"],
        .daughter: ["con gái", "daughter"],
        .childInLaw: ["child in law"],
        .sonInLaw: ["con rể", "rể", "son in law"],
        .daughterInLaw: ["con dâu", "dâu", "daughter in law"],
        .parent: ["bố mẹ", "cha mẹ", "ba mẹ", "ba má", "parent"],
        .father: ["bố", "cha", "ba", "tía", "bố đẻ", "cha đẻ", "father"],
        .mother: ["mẹ", "má", "mẹ đẻ", "mother"],
        .parentInLaw: ["parent in law"],
        .fatherInLaw: ["bố vợ", "cha vợ", "ba vợ", "bố chồng", "cha chồng", "ba chồng", "father in law"],
        .motherInLaw: ["mẹ vợ", "má vợ", "mẹ chồng", "má chồng", "mother in law"],
        .grandparent: ["ông bà", "grandparent"],
        .grandfather: ["ông", "ông nội", "ông ngoại", "grandfather"],
        .grandmother: ["bà", "bà nội", "bà ngoại", "grandmother"],
        .grandchild: ["cháu nội", "cháu ngoại", "grandchild"],
        .grandson: ["cháu đích tôn", "grandson"],
        .granddaughter: ["granddaughter"],
        .grandchildOrNephew: ["cháu"],
        .grandsonOrNephew: ["cháu trai", "cháu rể", "nephew"],
        .granddaughterOrNiece: ["cháu gái", "cháu dâu", "niece"],
        .sibling: ["em", "anh em", "chị em", "anh chị em", "sibling"],
        .brother: ["anh", "anh trai", "em trai", "anh rể", "em rể", "brother", "brother in law"],
        .sister: ["chị", "chị gái", "em gái", "chị dâu", "em dâu", "sister", "sister in law"],
        .uncleOrAunt: ["bác", "bá", "cô chú", "cậu mợ"],
        .uncle: ["chú", "cậu", "dượng", "bác trai", "uncle"],
        .aunt: ["cô", "dì", "thím", "mợ", "bác gái", "aunt"],
    ]

    /// Words of Huế, read only with their accents: mệ without any is mẹ.
    private static let dialect: [(String, Relation)] = [
        ("bọ", .father), ("mạ", .mother), ("ôn", .grandfather), ("mệ", .grandmother), ("mự", .aunt),
    ]
}
