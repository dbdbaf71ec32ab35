import Foundation

/// Text being decoded from a legacy encoding, a byte at a time.
struct LegacyDecoder {
    private let table: LegacyTable
    private let isTCVN3: Bool
    private var bytes: [UInt8] = []
    /// The last letter, where marks may still come to it, and where its bytes begin.
    private var last: MarkedVowel?
    private var lastStart = 0, unknown = 0
    private var hasLoneMark = false
    private var doubts: [DoubtfulLetter] = []
    private var cases = LetterCases()

    init(_ encoding: LegacyEncoding, capacity: Int) {
        table = encoding.table
        isTCVN3 = encoding == .tcvn3
        bytes.reserveCapacity(capacity * 2)
    }

    /// Takes a byte, and the character to leave in the text where the byte has no meaning.
    mutating func take(_ byte: UInt8, shownAs shown: UInt32 = 0xFFFD) {
        let meaning = table[byte]
        if meaning.mark != 0, let vowel = last?.adding(MarkedVowel.Mark(code: meaning.mark)) {
            bytes.removeLast(bytes.count - lastStart)
            bytes.append(utf8Of: vowel.scalar)
            last = vowel
        } else if meaning.isDoubtful {
            doubts.append(DoubtfulLetter(offset: bytes.count, byte: byte))
            take(UInt32(meaning.scalar))
        } else if meaning.mark != 0, isTCVN3 {
            // The signs ° ± ² ³ ´, as in m², have the bytes of the tones.
            take(UInt32(byte))
        } else if meaning.scalar == 0, byte != 0 {
            unknown += 1
            take(shown)
        } else {
            if meaning.mark != 0 { hasLoneMark = true }
            take(UInt32(meaning.scalar))
        }
    }

    /// Takes a character as it is.
    mutating func take(_ scalar: UInt32) {
        lastStart = bytes.count
        last = MarkedVowel(scalar)
        if isTCVN3 { cases.take(scalar, vowel: last) }
        bytes.append(utf8Of: scalar)
    }

    mutating func finish() -> DecodedText {
        var text = String(decoding: bytes, as: UTF8.self)
        if hasLoneMark { text = text.precomposedStringWithCanonicalMapping }
        if !doubts.isEmpty { text = DoubtfulLetter.settled(doubts, in: text) }
        if isTCVN3, cases.needRepair() { text = CapitalRepair.repaired(text) }
        return DecodedText(text: text, unknown: unknown)
    }
}
