/// Where a syllable's onset ends and its rhyme begins.
struct SyllableParts {
    /// How many letters the onset has; the i of gi and the u of qu are part of it.
    let onset: Int
    /// Where the rhyme begins; within gi the i may be both.
    let rhymeStart: Int

    /// Takes letters apart; nil where they are no syllable.
    init?(_ letters: SyllableLetters) {
        for onset in stride(from: min(3, letters.count), through: 0, by: -1) {
            let head = letters.packed(before: onset)
            guard onset == 0 || Self.onsets.contains(head) else { continue }
            // gì, gìn and gia: gi with nothing after it is g and i.
            for start in head == Self.gi ? [onset, onset - 1] : [onset] where start < letters.count {
                guard Self.isRhyme(letters, from: start, afterQ: head == Self.qu),
                    Self.goTogether(head, letters[start]), Self.fits(letters, rhymeFrom: start, onset: onset)
                else { continue }
                self.onset = onset
                rhymeStart = start
                return
            }
        }
        return nil
    }

    private static func isRhyme(_ letters: SyllableLetters, from start: Int, afterQ: Bool) -> Bool {
        let rhyme = letters.packed(from: start)
        return rhymes.contains(rhyme) || afterQ && rhymesAfterQ.contains(rhyme)
    }

    /// Whether an onset may come before a vowel: k, gh and ngh only before e ê i y, and c, g and ng never.
    private static func goTogether(_ onset: UInt64, _ vowel: UInt8) -> Bool {
        let isFront = vowel == 4 || vowel == 5 || vowel == 6 || vowel == 12
        if beforeFront.contains(onset) { return isFront }
        if beforeBack.contains(onset) { return !isFront }
        return true
    }

    /// Whether the tone suits the final consonant and stands on a letter that takes it.
    private static func fits(_ letters: SyllableLetters, rhymeFrom start: Int, onset: Int) -> Bool {
        let count = letters.count
        var end = count
        while end > start, letters[end - 1] > 12 { end -= 1 }
        let final = letters.packed(from: end)
        if end < count, stops.contains(final), letters.tone < 4 { return false }
        let index = letters.toneIndex
        guard index >= 0 else { return true }
        // The i of gi and the u of qu.
        if index == onset - 1 { return index > 0 }
        guard index >= start else { return false }
        if let marked = (start..<end).last(where: { hasQuality(letters[$0]) }) { return index == marked }
        switch end - start {
        case 1: return index == start
        case 2:
            if end < count { return index == end - 1 }
            return index == start || openings.contains(letters.packed(from: start)) && index == start + 1
        default: return index == start + 1
        }
    }

    /// Whether a vowel is ă â ê ô ơ or ư.
    private static func hasQuality(_ vowel: UInt8) -> Bool {
        vowel <= 12 && 0b101_1001_0110 >> UInt16(vowel - 1) & 1 == 1
    }

    private static func packed(_ word: some StringProtocol) -> UInt64 {
        SyllableLetters(word.unicodeScalars)?.packed ?? 0
    }

    private static func set(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { packed($0) }) }

    private static let gi = packed("gi")
    private static let qu = packed("qu")
    private static let onsets = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
    private static let beforeFront = set("k gh ngh")
    private static let beforeBack = set("c g ng")
    private static let stops = set("c ch p t")
    /// Two vowels of which the second takes the tone in the new style.
    private static let openings = set("oa oe uy")
    private static let rhymes = set(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
        i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
        o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong \
        op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh \
        uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
        """)
    private static let rhymesAfterQ = set("ych yn ynh yp yt yu")
}
