import Files

/// A 64-bit number that stands for texts, so that not every text is kept.
///
/// Among 1.2 million different texts two have the same digest with a chance of 1 in 25 million; with the process's own
/// seed, nobody can make texts that do.
package struct TextDigest: Sendable {
    private var state: UInt64
    /// Bytes that wait until they are eight.
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    /// Begins a digest; those of different seeds have nothing to do with each other.
    package init(seed: UInt64) { state = seed }

    /// A seed as Swift's own dictionaries have it: another in every process.
    package static func processSeed() -> UInt64 {
        var hasher = Hasher()
        hasher.combine(UInt64(0x6D6F_6362_616E))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// The digest of everything added.
    package var value: UInt64 {
        let last = mixed(state ^ word, 0xA076_1D64_78BD_642F)
        return mixed(last ^ count, 0xE703_7ED1_A0B4_28DB)
    }

    /// The digest of a text's bytes as they are.
    package static func value(of text: String, seed: UInt64) -> UInt64 {
        var digest = TextDigest(seed: seed)
        digest.add(bytes: text)
        return digest.value
    }

    @inline(__always)
    package mutating func add(_ byte: UInt8) {
        word = word << 8 | UInt64(byte)
        count &+= 1
        if count & 7 == 0 {
            state = mixed(state ^ word, 0x9E37_79B9_7F4A_7C15)
            word = 0
        }
    }

    /// Adds a number, byte by byte.
    package mutating func add(number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    package mutating func add(bytes text: String) {
        let bytes = text.utf8Span.span
        for index in bytes.indices { add(bytes[index]) }
    }

    /// Adds the end of a text, so that `ab` and `c` are not `a` and `bc`; no clean text holds this character.
    package mutating func addEnd() { add(0x1F) }
}
