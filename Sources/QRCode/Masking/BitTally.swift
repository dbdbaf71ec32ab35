/// Counts the bits of many words, lane by lane.
///
/// A baseline x86-64 processor has no instruction for it. Eight words at a time are added up bit by bit by full adders,
/// and only their sum's eights are counted.
struct BitTally {
    private var words: [MaskWords]
    private var end = 0

    init(capacity: Int) { words = Array(repeating: MaskWords(), count: (capacity + 7) / 8 * 8) }

    /// Begins anew; as many words must follow as before.
    mutating func restart() { end = 0 }

    mutating func append(_ word: MaskWords) {
        words[end] = word
        end += 1
    }

    var count: MaskWords {
        var (ones, twos, fours, eights) = (MaskWords(), MaskWords(), MaskWords(), MaskWords())
        for start in stride(from: 0, to: words.count, by: 8) {
            let a = Self.add(words[start], words[start + 1], to: &ones)
            let b = Self.add(words[start + 2], words[start + 3], to: &ones)
            let c = Self.add(words[start + 4], words[start + 5], to: &ones)
            let d = Self.add(words[start + 6], words[start + 7], to: &ones)
            let e = Self.add(a, b, to: &twos)
            let f = Self.add(c, d, to: &twos)
            eights &+= Self.quarters(Self.add(e, f, to: &fours))
        }
        return Self.sum(eights) &<< 3 &+ Self.sum(Self.quarters(fours)) &<< 2 &+ Self.sum(Self.quarters(twos)) &<< 1
            &+ Self.sum(Self.quarters(ones))
    }

    /// Adds two bits to a third in each position; gives the carry.
    private static func add(_ a: MaskWords, _ b: MaskWords, to sum: inout MaskWords) -> MaskWords {
        let difference = a ^ b
        let carry = a & b | difference & sum
        sum ^= difference
        return carry
    }

    /// The bits of each quarter of a word.
    private static func quarters(_ word: MaskWords) -> MaskWords {
        let pairs = word &- (word &>> 1 & MaskWords(repeating: 0x5555_5555_5555_5555))
        let nibbles =
            pairs & MaskWords(repeating: 0x3333_3333_3333_3333)
            &+ (pairs &>> 2 & MaskWords(repeating: 0x3333_3333_3333_3333))
        let bytes = (nibbles &+ nibbles &>> 4) & MaskWords(repeating: 0x0F0F_0F0F_0F0F_0F0F)
        return bytes & MaskWords(repeating: 0x00FF_00FF_00FF_00FF)
            &+ (bytes &>> 8 & MaskWords(repeating: 0x00FF_00FF_00FF_00FF))
    }

    private static func sum(_ quarters: MaskWords) -> MaskWords {
        let halves = quarters &+ quarters &>> 32
        return (halves &+ halves &>> 16) & MaskWords(repeating: 0xFFFF)
    }
}
