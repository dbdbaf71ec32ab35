/// An integer modulo p = 2^255 − 19, for public keys alone: nothing here hides its operands from a clock.
///
/// Five limbs of 51 bits, the lowest first, each below 2^53 between operations.
struct FieldElement: Sendable {
    private static let bitsPerLimb = 51
    private static let mask: UInt64 = 1 << 51 - 1

    private var limbs: InlineArray<5, UInt64>

    static let one = FieldElement(limbs: [1, 0, 0, 0, 0])

    private init(limbs: InlineArray<5, UInt64>) { self.limbs = limbs }

    /// Reads the lower 255 bits of 32 bytes, the lowest first.
    init(_ bytes: [UInt8]) {
        limbs = InlineArray(repeating: 0)
        for (index, byte) in bytes.enumerated() {
            let (limb, shift) = (8 * index).quotientAndRemainder(dividingBy: Self.bitsPerLimb)
            limbs[limb] |= UInt64(byte) << UInt64(shift) & Self.mask
            // The bits that the limb has no room for; of the last byte, the sign, which no limb has.
            if shift > Self.bitsPerLimb - 8, limb < 4 {
                limbs[limb + 1] |= UInt64(byte) >> UInt64(Self.bitsPerLimb - shift)
            }
        }
    }

    /// Brings columns below 2^120 back to limbs; 2^255 counts as 19.
    private init(columns: InlineArray<5, UInt128>) {
        limbs = InlineArray(repeating: 0)
        var carry: UInt128 = 0
        for index in 0..<5 {
            let sum = columns[index] + carry
            limbs[index] = UInt64(truncatingIfNeeded: sum) & Self.mask
            carry = sum >> 51
        }
        let lowest = UInt128(limbs[0]) + 19 * carry
        limbs[0] = UInt64(truncatingIfNeeded: lowest) & Self.mask
        limbs[1] += UInt64(truncatingIfNeeded: lowest >> 51)
    }

    static func + (left: FieldElement, right: FieldElement) -> FieldElement {
        var columns = InlineArray<5, UInt128>(repeating: 0)
        for index in 0..<5 { columns[index] = UInt128(left.limbs[index]) + UInt128(right.limbs[index]) }
        return FieldElement(columns: columns)
    }

    static func - (left: FieldElement, right: FieldElement) -> FieldElement {
        // 8p, a limb each, so that no difference is below zero.
        var columns = InlineArray<5, UInt128>(repeating: 1 << 54 - 8)
        columns[0] = 1 << 54 - 152
        for index in 0..<5 {
            columns[index] = columns[index] + UInt128(left.limbs[index]) - UInt128(right.limbs[index])
        }
        return FieldElement(columns: columns)
    }

    static func * (left: FieldElement, right: FieldElement) -> FieldElement {
        var columns = InlineArray<5, UInt128>(repeating: 0)
        for first in 0..<5 {
            for second in 0..<5 {
                let product = UInt128(left.limbs[first]) * UInt128(right.limbs[second])
                if first + second < 5 {
                    columns[first + second] += product
                } else {
                    columns[first + second - 5] += 19 * product
                }
            }
        }
        return FieldElement(columns: columns)
    }

    /// The number whose product with this one is 1, by Fermat: the power of p − 2; 0 for 0.
    var inverse: FieldElement {
        let two = squared(1)
        let nine = two.squared(2) * self
        let eleven = nine * two
        // Powers of 2^n − 1: n ones, in binary.
        let ones5 = eleven.squared(1) * nine
        let ones10 = ones5.squared(5) * ones5
        let ones20 = ones10.squared(10) * ones10
        let ones40 = ones20.squared(20) * ones20
        let ones50 = ones40.squared(10) * ones10
        let ones100 = ones50.squared(50) * ones50
        let ones200 = ones100.squared(100) * ones100
        let ones250 = ones200.squared(50) * ones50
        // p − 2 = 2^255 − 21 = (2^250 − 1) · 2^5 + 11
        return ones250.squared(5) * eleven
    }

    private func squared(_ count: Int) -> FieldElement { (0..<count).reduce(self) { number, _ in number * number } }

    /// The number below p in 32 bytes, the lowest first.
    var bytes: [UInt8] {
        // The limbs are below 2p in all: one p goes where adding 19 reaches 2^255.
        var carry: UInt64 = 19
        for index in 0..<5 { carry = (limbs[index] + carry) >> 51 }
        var number = InlineArray<5, UInt64>(repeating: 0)
        carry *= 19
        for index in 0..<5 {
            let sum = limbs[index] + carry
            number[index] = sum & Self.mask
            carry = sum >> 51
        }
        return (0..<32).map { index in
            let (limb, shift) = (8 * index).quotientAndRemainder(dividingBy: Self.bitsPerLimb)
            let low = number[limb] >> UInt64(shift)
            let high =
                shift > Self.bitsPerLimb - 8 && limb < 4 ? number[limb + 1] << UInt64(Self.bitsPerLimb - shift) : 0
            return UInt8(truncatingIfNeeded: low | high)
        }
    }
}
