/// A syllable as Vietnamese spelling allows it: an onset, a rhyme and a tone, in any case.
///
/// The onsets and rhymes are closed sets. Stop finals (c, ch, p, t) have sắc or nặng. The tone mark may stand as in the
/// old style or the new (hòa, hoà), and on the i of gi and the u of qu, where people often put it.
enum VietnameseSyllable {
    /// Whether a word of precomposed letters is a syllable.
    static func isSyllable(_ word: some Sequence<Unicode.Scalar>) -> Bool {
        guard let letters = SyllableLetters(word) else { return false }
        return SyllableParts(letters) != nil
    }
}
