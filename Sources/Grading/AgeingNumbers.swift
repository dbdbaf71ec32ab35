/// Numbers that are the same for the same seed on every machine (SplitMix64), so that a report can be had again.
struct AgeingNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A number of a distribution close to the normal one, with mean 0: the sum of eight bytes, less their mean.
    mutating func bell() -> Int {
        let word = next()
        let lanes = (word & 0x00FF_00FF_00FF_00FF) &+ ((word >> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((lanes &* 0x0001_0001_0001_0001) >> 48) - 1020
    }

    /// The standard deviation of ``bell()``: eight times (256² - 1) / 12, under the root.
    static let bellDeviation = 209.02

    /// A number from 0 to 1.
    mutating func share() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
