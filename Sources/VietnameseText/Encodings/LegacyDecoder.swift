import Foundation

/// Text being decoded from a legacy encoding, a byte at a time.
struct LegacyDecoder {
    private let table: LegacyTable
    private let isTCVN3: Bool
    private var bytes: [UInt8] = []
    /// The last letter, where marks may still come to it, and where its bytes begin.
    private var last: MarkedVowel?
    private var lastStart = 0
    private var unknown = 0
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
            append(vowel.scalar)
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
        append(scalar)
    }

    /// The text.
    mutating func finish() -> DecodedText {
        var text = String(decoding: bytes, as: UTF8.self)
        if hasLoneMark { text = text.precomposedStringWithCanonicalMapping }
        if !doubts.isEmpty { text = DoubtfulLetter.settled(doubts, in: text) }
        if isTCVN3, cases.needRepair() { text = CapitalRepair.repaired(text) }
        return DecodedText(text: text, unknown: unknown)
    }

    private mutating func append(_ scalar: UInt32) {
        switch scalar {
        case ..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        case ..<0x10000:
            bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
        }
    }
}
