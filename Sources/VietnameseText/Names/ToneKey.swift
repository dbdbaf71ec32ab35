import Foundation

/// A name's key for matching: case, NFC or NFD, and the position of the tone mark do not matter, tones do.
///
/// `HÒA` and `hoà` have the same key, `Hoa` another. Spaces count as one, and none at the ends. A key is the letters in
/// small ASCII, each followed by a number from 1 to 4 for its circumflex, breve, horn or bar, and each word followed by
/// numbers from 5 on for its tones.
package enum ToneKey {
    /// Adds the key of a text to bytes.
    package static func append(_ text: String, to key: inout [UInt8]) {
        let start = key.count
        var writer = Writer(start: start)
        let bytes = text.utf8Span.span
        let count = bytes.count
        var index = 0
        while index < count {
            let (value, length) = bytes.scalar(at: index)
            index += length
            if !writer.take(value, into: &key) {
                key.removeLast(key.count - start)
                appendOther(text, to: &key)
                return
            }
        }
        writer.endWord(&key)
    }

    /// A number of 64 bits for the key of a text, the same in every run.
    ///
    /// The key is made in the buffer, which may be used again for the next text.
    package static func hash(_ text: String, using buffer: inout [UInt8]) -> UInt64 {
        buffer.removeAll(keepingCapacity: true)
        append(text, to: &buffer)
        // FNV-1a, then the last step of MurmurHash3, so that all bits depend on all bytes.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }

    /// Adds the key of a text that has other letters than Vietnamese ones, which are taken apart by Unicode's rules.
    private static func appendOther(_ text: String, to key: inout [UInt8]) {
        let start = key.count
        var writer = Writer(start: start)
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        where !writer.take(scalar.value, into: &key) {
            writer.take(other: scalar, into: &key)
        }
        writer.endWord(&key)
    }

    /// What of a word is still to be written.
    private struct Writer {
        /// Where the key begins in its bytes.
        private let start: Int
        /// The tones of the word so far, three bits each, the first lowest, and their number.
        private var tones: UInt64 = 0
        private var toneCount = 0
        private var isSpacePending = false

        init(start: Int) {
            self.start = start
        }

        private static let bases = Array("aaaeeiooouuy".utf8)
        /// The circumflex 1, the breve 2 and the horn 3, of a ă â e ê i o ô ơ u ư y.
        private static let qualities: [UInt8] = [0, 2, 1, 0, 1, 0, 0, 1, 3, 0, 3, 0]

        /// Takes a scalar; false where it is neither ASCII nor Vietnamese.
        mutating func take(_ value: UInt32, into key: inout [UInt8]) -> Bool {
            if value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: value)
                let small = byte | 0x20
                if small >= 0x61, small <= 0x7A {
                    begin(&key)
                    key.append(small)
                } else if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
                    endWord(&key)
                    isSpacePending = true
                } else {
                    endWord(&key)
                    begin(&key)
                    key.append(byte)
                }
                return true
            }
            if let vowel = MarkedVowel(value) {
                begin(&key)
                key.append(Self.bases[Int(vowel.row)])
                let quality = Self.qualities[Int(vowel.row)]
                if quality != 0 { key.append(quality) }
                add(tone: vowel.tone)
                return true
            }
            switch value {
            // Ð and ð are typed for Đ and đ.
            case 0x110, 0x111, 0xD0, 0xF0, 0x189:
                begin(&key)
                key.append(UInt8(ascii: "d"))
                key.append(4)
            case 0x300: add(tone: 1)
            case 0x309: add(tone: 2)
            case 0x303: add(tone: 3)
            case 0x301: add(tone: 4)
            case 0x323: add(tone: 5)
            case 0x302: key.append(1)
            case 0x306: key.append(2)
            case 0x31B: key.append(3)
            case 0xA0:
                endWord(&key)
                isSpacePending = true
            default: return false
            }
            return true
        }

        /// Takes any other scalar as it is.
        mutating func take(other scalar: Unicode.Scalar, into key: inout [UInt8]) {
            if !scalar.properties.isAlphabetic, !LatinLetter.isCombiningMark(scalar.value) { endWord(&key) }
            begin(&key)
            key.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }

        private mutating func begin(_ key: inout [UInt8]) {
            if isSpacePending {
                if key.count > start { key.append(0x20) }
                isSpacePending = false
            }
        }

        private mutating func add(tone: UInt8) {
            guard tone != 0, toneCount < 21 else { return }
            tones |= UInt64(tone) << UInt64(3 * toneCount)
            toneCount += 1
        }

        /// Writes the word's tones.
        mutating func endWord(_ key: inout [UInt8]) {
            while toneCount > 0 {
                key.append(UInt8(tones & 7) + 4)
                tones >>= 3
                toneCount -= 1
            }
        }
    }
}
