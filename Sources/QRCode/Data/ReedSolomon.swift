/// The codewords of error correction: the remainder of a block's division by a generator (ISO/IEC 18004 section 7.5).
struct ReedSolomon: Sendable {
    /// Codewords of error correction in a block, 7 to 30.
    let count: Int

    // Of each byte, its multiple of the generator without the leading term: 32 bytes from the highest coefficient,
    // as four big-endian words, so that one look-up takes a byte off the whole remainder at once.
    private let multiples: [SIMD4<UInt64>]

    init(count: Int) {
        self.count = count
        let generator = Self.generator(count)
        multiples = (0..<256).map { factor in
            var words = SIMD4<UInt64>()
            for (index, coefficient) in generator.enumerated() {
                let product = UInt64(Self.product(UInt8(factor), coefficient))
                words[index / 8] |= product << UInt64(56 - index % 8 * 8)
            }
            return words
        }
    }

    /// Appends the error correction of the block of data at `block`.
    func appendCorrection(of block: Range<Int>, to codewords: inout [UInt8]) {
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for index in block {
            let multiple = multiples[Int(a >> 56) ^ Int(codewords[index])]
            a = (a << 8 | b >> 56) ^ multiple.x
            b = (b << 8 | c >> 56) ^ multiple.y
            c = (c << 8 | d >> 56) ^ multiple.z
            d = d << 8 ^ multiple.w
        }
        let remainder = SIMD4(a, b, c, d)
        for index in 0..<count {
            codewords.append(UInt8(truncatingIfNeeded: remainder[index / 8] >> UInt64(56 - index % 8 * 8)))
        }
    }

    /// The product of (x - 2⁰) to (x - 2ⁿ⁻¹) without its leading term, the highest coefficient first.
    private static func generator(_ count: Int) -> [UInt8] {
        var polynomial = [UInt8](repeating: 0, count: count)
        polynomial[count - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                polynomial[index] = product(polynomial[index], root) ^ (index + 1 < count ? polynomial[index + 1] : 0)
            }
            root = product(root, 2)
        }
        return polynomial
    }

    /// The product in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1.
    private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        var result: UInt8 = 0
        for bit in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7) &* 0x1D
            if b >> UInt8(bit) & 1 == 1 { result ^= a }
        }
        return result
    }
}
