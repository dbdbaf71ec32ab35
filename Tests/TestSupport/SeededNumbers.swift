package import Files

/// Numbers with a seed: the same on every machine, so that a failure comes again.
package typealias SeededNumbers = SplitMix64

extension SplitMix64 {
    /// The numbers of a seed.
    package init(_ seed: UInt64) { self.init(seed: seed) }
}
