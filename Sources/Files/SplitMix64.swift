/// Numbers that are the same for the same seed on every machine.
///
/// Nothing that must not be guessed is made of them. Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    /// The numbers of a seed.
    @inlinable
    package init(seed: UInt64) { state = seed }

    /// The next number.
    @inlinable
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
