import Files

/// Numbers with a seed: the same on every machine, so that a failure comes again.
package struct SeededNumbers: RandomNumberGenerator {
    private var numbers: SplitMix64

    package init(_ seed: UInt64) { numbers = SplitMix64(seed: seed) }

    package mutating func next() -> UInt64 { numbers.next() }
}
