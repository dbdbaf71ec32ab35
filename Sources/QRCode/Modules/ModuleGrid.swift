/// A square of modules as bits of machine words.
///
/// Word `plane * width + line` holds modules `plane * 64` and on of a line, the leftmost in its lowest bit, 1 for dark.
/// Planes come one after another so that what stands next to each other across lines, at the same position in each,
/// stands in neighbouring words.
struct ModuleGrid: Hashable, Sendable {
    /// Modules on a side, 177 at most.
    let width: Int
    /// The words; bits beyond the width are 0.
    var words: [UInt64]

    init(width: Int) {
        self.width = width
        words = Array(repeating: 0, count: Self.planes(width: width) * width)
    }

    /// Words in a line: 1 for versions 1 to 11, 3 for version 40.
    static func planes(width: Int) -> Int { (width + 63) / 64 }

    /// The number of a module's bit among all in `words`: that of its word times 64, plus its own in there.
    static func index(x: Int, y: Int, width: Int) -> Int { (x >> 6 * width + y) << 6 | x & 63 }

    /// Whether the module in column `x` of row `y` is dark.
    subscript(x: Int, y: Int) -> Bool {
        get { words[x >> 6 * width + y] >> UInt64(x & 63) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(x & 63)
            if newValue { words[x >> 6 * width + y] |= bit } else { words[x >> 6 * width + y] &= ~bit }
        }
    }

    /// The square with columns for rows.
    var transposed: ModuleGrid {
        var result = ModuleGrid(width: width)
        let planes = Self.planes(width: width)
        for plane in 0..<planes {
            for other in 0..<planes {
                var square = BitSquare()
                let (lines, columns) = (min(64, width - other * 64), min(64, width - plane * 64))
                for line in 0..<lines { square.lines[line] = words[plane * width + other * 64 + line] }
                square.transpose()
                for line in 0..<columns { result.words[other * width + plane * 64 + line] = square.lines[line] }
            }
        }
        return result
    }

    /// Turns over the modules that are dark in `other`, a square of the same width.
    mutating func formSymmetricDifference(_ other: ModuleGrid) {
        for index in words.indices { words[index] ^= other.words[index] }
    }
}

/// A square of 64 by 64 bits.
private struct BitSquare {
    var lines = InlineArray<64, UInt64>(repeating: 0)

    /// Exchanges the off-diagonal quarters, of the whole first and of the smallest squares last.
    mutating func transpose() {
        var (step, mask): (Int, UInt64) = (32, 0x0000_0000_FFFF_FFFF)
        while step > 0 {
            var line = 0
            while line < 64 {
                let exchanged = (lines[line] >> UInt64(step) ^ lines[line + step]) & mask
                lines[line] ^= exchanged << UInt64(step)
                lines[line + step] ^= exchanged
                line = (line + step + 1) & ~step
            }
            step >>= 1
            mask ^= mask << UInt64(step)
        }
    }
}
