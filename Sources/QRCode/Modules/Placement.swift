/// Where the bits of codewords stand that are in the order of the blocks: interleaving and placement in one step, ISO/IEC
/// 18004 sections 7.6 and 7.7.3.
struct Placement: Sendable {
    // Of each bit, data block by block and then error correction block by block: its index in the grid.
    private let indexes: [UInt16]

    var codewords: Int { indexes.count / 8 }

    init(_ map: CodewordMap) {
        var byNumber = [UInt16](repeating: 0, count: map.blockOfCodeword.count * 8)
        for (module, bit) in map.bits.enumerated() where bit >= 0 {
            byNumber[bit] = UInt16(ModuleGrid.index(x: module % map.width, y: module / map.width, width: map.width))
        }
        let data = map.blocks.flatMap { $0.codewords.dropLast($0.errorCorrection) }
        let correction = map.blocks.flatMap { $0.codewords.suffix($0.errorCorrection) }
        indexes = (data + correction).flatMap { byNumber[$0 * 8..<$0 * 8 + 8] }
    }

    /// Darkens the modules of the bits that are set, in a grid that is light.
    func darken(_ codewords: [UInt8], in grid: inout ModuleGrid) {
        // Spans, since with arrays a whole symbol takes a quarter longer.
        var words = grid.words.mutableSpan
        let indexes = indexes.span
        for (number, codeword) in codewords.enumerated() {
            for bit in 0..<8 {
                let index = indexes[number * 8 + bit]
                words[Int(index >> 6)] |= UInt64(codeword &>> UInt8(7 - bit) & 1) &<< UInt64(index & 63)
            }
        }
    }
}
