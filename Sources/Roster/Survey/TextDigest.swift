import VietnameseText

/// A 64-bit number that stands for texts, so that a survey keeps no text of each row.
///
/// Among 1.2 million different texts two have the same digest with a chance of 1 in 25 million; with the process's own
/// seed, nobody can make texts that do.
struct TextDigest: Sendable {
    private var state: UInt64
    /// Bytes that wait until they are eight.
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    /// Begins a digest.
    ///
    /// - Parameter seed: digests of different seeds have nothing to do with each other.
    init(seed: UInt64) { state = seed }

    /// A seed as Swift's own dictionaries have it: another in every process.
    static func processSeed() -> UInt64 {
        var hasher = Hasher()
        hasher.combine(UInt64(0x6D6F_6362_616E))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// Mixes two numbers by the two halves of their product.
    static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    /// The digest of everything added.
    var value: UInt64 {
        let last = Self.mix(state ^ word, 0xA076_1D64_78BD_642F)
        return Self.mix(last ^ count, 0xE703_7ED1_A0B4_28DB)
    }

    /// Adds a byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        word = word << 8 | UInt64(byte)
        count &+= 1
        if count & 7 == 0 {
            state = Self.mix(state ^ word, 0x9E37_79B9_7F4A_7C15)
            word = 0
        }
    }

    /// Adds a number, byte by byte.
    mutating func add(number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// Adds a text's bytes as they are.
    mutating func add(bytes text: String) {
        let bytes = text.utf8Span.span
        for index in bytes.indices { add(bytes[index]) }
    }

    /// Adds the end of a text, so that `ab` and `c` are not `a` and `bc`; no clean text holds this character.
    mutating func addEnd() { add(0x1F) }

    /// Adds a text's letters, whatever their case and wherever in a word the tone mark stands.
    ///
    /// `Hòa`, `Hoà` and `HOÀ` are the same; other tones and other letters are not.
    ///
    /// - Parameters:
    ///   - text: clean text, NFC.
    ///   - keepsSpaces: whether `An Hoa` and `Anhoa` differ; `1 1` and `11` do in any case.
    mutating func add(letters text: String, keepsSpaces: Bool = true) {
        let table = LatinLetter.letters
        let bytes = text.utf8Span.span
        let count = bytes.count
        // The tones of the vowels that stand together, three bits each.
        var tones: UInt64 = 0
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                let letter = byte &- 0x41 < 26 ? byte | 0x20 : byte
                if tones != 0, !Self.isVowel(letter) { add(tones: &tones) }
                if letter == 0x20, !keepsSpaces, !Self.standsBetweenDigits(bytes, index - 1) { continue }
                add(letter)
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            var value = UInt32.max
            if length == 2 {
                value = UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
            } else if length == 3 {
                value = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                value |= UInt32(bytes[index + 2] & 0x3F)
            }
            if let letter = table[value] {
                if tones != 0, !Self.isVowel(letter.base) { add(tones: &tones) }
                add(letter.quality == 0 ? letter.base : 0x80 | letter.quality << 5 | letter.base & 0x1F)
                if letter.second != 0 { add(letter.second) }
                if letter.tone != 0 { tones = tones << 3 | UInt64(letter.tone) }
            } else {
                add(tones: &tones)
                // No byte of UTF-8, so that what follows is taken for no letter.
                add(0xFF)
                for offset in 0..<length { add(bytes[index + offset]) }
            }
            index += length
        }
        add(tones: &tones)
    }

    private mutating func add(tones: inout UInt64) {
        while tones != 0 {
            add(UInt8(truncatingIfNeeded: tones & 7))
            tones >>= 3
        }
    }

    private static func standsBetweenDigits(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard index > 0, index + 1 < bytes.count else { return false }
        return bytes[index - 1] &- 0x30 < 10 && bytes[index + 1] &- 0x30 < 10
    }

    @inline(__always)
    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }
}
