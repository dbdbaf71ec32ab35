/// Where the bits of a symbol's codewords stand, and which codewords one Reed-Solomon block checks.
///
/// Written by hand after ISO/IEC 18004 sections 6.3 and 7.5 to 7.7, since neither libqrencode nor ZBar tells it. The encoder lays
/// bits by it, and damage is graded by it.
package struct CodewordMap: Sendable, Equatable {
    /// What a module is there for.
    package enum Role: Sendable, Hashable {
        /// Part of a finder pattern or of its light separator.
        case finder
        /// Part of a timing line.
        case timing
        /// Part of an alignment pattern.
        case alignment
        /// A bit of the format information: level and mask; each is there twice.
        case format
        /// A bit of the version information of version 7 and above; each is there twice.
        case version
        /// The module that is always dark.
        case dark
        /// A bit of a codeword.
        case codeword
        /// A bit that is left over behind the last codeword.
        case remainder
    }

    package struct Block: Sendable, Equatable {
        /// Its codewords by their numbers in the symbol: data first, then those of error correction.
        package var codewords: [Int]
        /// How many of them are there for error correction.
        package var errorCorrection: Int
        /// Codewords of error correction that only guard against misreading: 3 at most, in versions 1 to 3.
        package var guarding: Int

        /// How many wrong codewords a reader can mend.
        package var correctable: Int { (errorCorrection - guarding) / 2 }
    }

    /// Modules on a side.
    package let width: Int
    /// The blocks, short ones first.
    package let blocks: [Block]
    /// Of each module, row by row: what it is there for.
    package let roles: [Role]
    /// Of each module: eight times its codeword's number, plus the bit's from the highest, 0 to 7; -1 for the others.
    package let bits: [Int]
    /// The centres of the alignment patterns, by column and row.
    package let alignmentCentres: [(x: Int, y: Int)]

    /// The block of each codeword.
    package let blockOfCodeword: [Int]

    /// The map of a version, 1 to 40, at a level.
    package init(version: Int, level: RecoveryLevel) {
        let pattern = FunctionPattern(version: version)
        width = pattern.width
        alignmentCentres = pattern.alignmentCentres
        (roles, bits) = Self.placement(pattern.roles, width: pattern.width)
        blocks = Self.blocks(version: version, level: level, codewords: roles.count { $0 == .codeword } / 8)
        var owner = [Int](repeating: 0, count: blocks.reduce(0) { $0 + $1.codewords.count })
        for (number, block) in blocks.enumerated() {
            for codeword in block.codewords { owner[codeword] = number }
        }
        blockOfCodeword = owner
    }

    package static func == (a: CodewordMap, b: CodewordMap) -> Bool { a.width == b.width && a.blocks == b.blocks }

    /// Numbers the modules that no function pattern takes: columns in pairs from the right, up and down in turn,
    /// past the upright timing line (section 7.7.3).
    private static func placement(_ pattern: [Role], width: Int) -> (roles: [Role], bits: [Int]) {
        var roles = pattern
        var bits = [Int](repeating: -1, count: roles.count)
        let whole = roles.count { $0 == .codeword } / 8 * 8
        var next = 0
        var isUpward = true
        var right = width - 1
        while right > 0 {
            if right == 6 { right = 5 }
            for step in 0..<width {
                let row = isUpward ? width - 1 - step : step
                for column in [right, right - 1] where pattern[row * width + column] == .codeword {
                    if next < whole {
                        bits[row * width + column] = next
                    } else {
                        roles[row * width + column] = .remainder
                    }
                    next += 1
                }
            }
            isUpward.toggle()
            right -= 2
        }
        return (roles, bits)
    }

    /// Deals the codewords out to the blocks (section 7.6): the data codewords one by one in turn, short blocks first, then
    /// those of error correction.
    private static func blocks(version: Int, level: RecoveryLevel, codewords: Int) -> [Block] {
        let count = Capacity.blocks(version, level)
        let correction = (codewords - Capacity.dataCodewords(version, level)) / count
        let shortest = codewords / count - correction
        let long = codewords % count
        let lengths = (0..<count).map { $0 < count - long ? shortest : shortest + 1 }
        var blocks = lengths.map { _ in
            Block(codewords: [], errorCorrection: correction, guarding: guarding(version, level))
        }
        var next = 0
        for position in 0...shortest {
            for number in 0..<count where position < lengths[number] {
                blocks[number].codewords.append(next)
                next += 1
            }
        }
        for _ in 0..<correction {
            for number in 0..<count {
                blocks[number].codewords.append(next)
                next += 1
            }
        }
        return blocks
    }

    /// The codewords that table 9 keeps from correcting.
    private static func guarding(_ version: Int, _ level: RecoveryLevel) -> Int {
        switch (version, level) {
        case (1, .low): 3
        case (1, .medium), (2, .low): 2
        case (1, _), (3, .low): 1
        default: 0
        }
    }
}
