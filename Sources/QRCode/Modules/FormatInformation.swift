/// The words that tell a reader the level, the mask and the version, ISO/IEC 18004 sections 7.9 and 7.10.
enum FormatInformation {
    /// The 15 bits of level and mask, with their check bits and made uneven.
    static func word(_ level: RecoveryLevel, _ mask: Mask) -> Int {
        // L, M, Q and H are 1, 0, 3 and 2 here (table 12).
        checked((level.ordinal ^ 1) << 3 | mask.rawValue, checkBits: 10, generator: 0x537) ^ blend
    }

    /// The 18 bits of a version, 7 to 40, with their check bits.
    static func word(version: Int) -> Int { checked(version, checkBits: 12, generator: 0x1F25) }

    /// The mask that 15 bits without a fault name.
    static func mask(_ word: Int) -> Mask { Mask(unchecked: (word ^ blend) >> 10 & 7) }

    /// Where the bits of level and mask stand, from the lowest: two copies.
    static func positions(width: Int) -> [[(x: Int, y: Int)]] {
        let corner = (0..<6).map { (x: 8, y: $0) } + [(8, 7), (8, 8), (7, 8)] + (9..<15).map { (14 - $0, 8) }
        let edges = (0..<8).map { (x: width - 1 - $0, y: 8) } + (8..<15).map { (8, width - 15 + $0) }
        return [corner, edges]
    }

    /// Where the bits of the version stand, from the lowest: two copies.
    static func versionPositions(width: Int) -> [[(x: Int, y: Int)]] {
        let right = (0..<18).map { (x: width - 11 + $0 % 3, y: $0 / 3) }
        return [right, right.map { ($0.y, $0.x) }]
    }

    /// Keeps level M with mask 0 from being all light.
    private static let blend = 0x5412

    /// A value with the remainder of its division by a generator of a BCH code behind it.
    private static func checked(_ value: Int, checkBits: Int, generator: Int) -> Int {
        var remainder = value
        for _ in 0..<checkBits { remainder = remainder << 1 ^ (remainder >> (checkBits - 1)) * generator }
        return value << checkBits | remainder
    }
}
