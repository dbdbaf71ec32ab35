/// A syllable as Vietnamese spelling allows it: an onset, a rhyme and a tone, in any case.
///
/// The onsets and rhymes are closed sets. Stop finals (c, ch, p, t) have sắc or nặng. The tone mark may stand as in the
/// old style or the new (hòa, hoà), and on the i of gi and the u of qu, where people often put it.
package struct VietnameseSyllable: Hashable, Sendable {
    /// The onset in small letters; empty for a syllable that begins with a vowel.
    package let onset: String
    /// The rhyme in small letters without its tone.
    package let rhyme: String
    /// The tone: 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    package let tone: Int

    /// Takes a word of precomposed letters apart; nil where it is no syllable.
    package init?(_ word: String) {
        self.init(scalars: word.unicodeScalars)
    }

    init?(scalars: some Sequence<Unicode.Scalar>) {
        guard let letters = SyllableLetters(scalars), let parts = SyllableParts(letters) else { return nil }
        onset = letters.text(0..<parts.onset)
        rhyme = letters.text(parts.rhymeStart..<letters.count)
        tone = Int(letters.tone)
    }

    /// Whether a word is a syllable, without making its parts.
    package static func isSyllable(_ word: some Sequence<Unicode.Scalar>) -> Bool {
        guard let letters = SyllableLetters(word) else { return false }
        return SyllableParts(letters) != nil
    }
}
