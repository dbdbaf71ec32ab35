import Grading
import QRCode
import Testing

@Suite("Codeword maps")
struct CodewordMapTests {
    @Test(
        "find blocks without a fault in libqrencode's symbols", arguments: 1...40 as ClosedRange<Int>,
        RecoveryLevel.allCases)
    func syndromes(version: Int, level: RecoveryLevel) throws {
        let code = try Samples.code(version: version, level).code
        let map = CodewordMap(of: code)
        let mask = try #require(Self.mask(of: code, level: level))
        var codewords = [UInt8](repeating: 0, count: map.blocks.reduce(0) { $0 + $1.codewords.count })
        let modules = code.modules
        for (module, bit) in map.bits.enumerated() where bit >= 0 {
            let dark = modules[module] ^ (mask(module % map.width, module / map.width) ? 1 : 0)
            codewords[bit / 8] |= dark << UInt8(7 - bit % 8)
        }
        for block in map.blocks {
            let values = block.codewords.map { codewords[$0] }
            #expect(Field.syndromes(of: values, count: block.errorCorrection).allSatisfy { $0 == 0 })
        }
        // Every codeword is in one block, and no bit stands twice.
        #expect(map.blocks.flatMap(\.codewords).sorted() == Array(0..<codewords.count))
        #expect(map.bits.filter { $0 >= 0 }.sorted() == Array(0..<codewords.count * 8))
    }

    @Test("see a single wrong bit", arguments: RecoveryLevel.allCases)
    func wrongBit(level: RecoveryLevel) throws {
        let code = try Samples.code(version: 5, level).code
        let block = CodewordMap(of: code).blocks[0]
        var values = block.codewords.map { _ in UInt8(0) }
        values[3] ^= 1
        #expect(Field.syndromes(of: values, count: block.errorCorrection).allSatisfy { $0 != 0 })
    }

    @Test(
        "leave over as many bits as the standard's table 1",
        arguments: zip([1, 2, 6, 7, 13, 14, 20, 21, 27, 28, 34, 35, 40], [0, 7, 7, 0, 0, 3, 3, 4, 4, 3, 3, 0, 0]))
    func remainder(version: Int, bits: Int) {
        #expect(CodewordMap(version: version, level: .low).roles.count { $0 == .remainder } == bits)
    }

    @Test(
        "know how many wrong codewords a block bears (table 9)",
        arguments: [
            (1, RecoveryLevel.low, [2]), (1, .medium, [4]), (1, .high, [8]), (2, .low, [4]), (3, .low, [7]),
            (7, .medium, [9, 9, 9, 9]), (9, .quartile, Array(repeating: 10, count: 8)),
        ])
    func capacity(version: Int, level: RecoveryLevel, correctable: [Int]) {
        #expect(CodewordMap(version: version, level: level).blocks.map(\.correctable) == correctable)
    }

    /// The condition of the mask that the symbol's format information names, where that names the level too.
    private static func mask(of code: QRCode, level: RecoveryLevel) -> ((Int, Int) -> Bool)? {
        let places = (0..<6).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (9..<15).map { (14 - $0, 8) }
        let bits = places.enumerated().reduce(0) { $0 | (code[$1.element.0, $1.element.1] ? 1 : 0) << $1.offset }
        let format = (bits ^ 0x5412) >> 10
        let names: [RecoveryLevel] = [.medium, .low, .high, .quartile]
        guard names[format >> 3] == level else { return nil }
        let conditions: [(Int, Int) -> Bool] = [
            { x, y in (x + y) % 2 == 0 }, { _, y in y % 2 == 0 }, { x, _ in x % 3 == 0 }, { x, y in (x + y) % 3 == 0 },
            { x, y in (x / 3 + y / 2) % 2 == 0 }, { x, y in x * y % 2 + x * y % 3 == 0 },
            { x, y in (x * y % 2 + x * y % 3) % 2 == 0 }, { x, y in ((x + y) % 2 + x * y % 3) % 2 == 0 },
        ]
        return conditions[format & 7]
    }
}

/// The field of 256 elements over x⁸ + x⁴ + x³ + x² + 1.
private enum Field {
    private static let powers: [Int] = (0..<510).reduce(into: []) { powers, _ in
        let next = (powers.last ?? 0) << 1
        powers.append(powers.isEmpty ? 1 : next > 255 ? next ^ 0x11D : next)
    }
    private static let logarithms: [Int] = (0..<255).reduce(into: Array(repeating: 0, count: 256)) {
        $0[powers[$1]] = $1
    }

    /// The values at the roots of the generator polynomial; all 0 for a codeword of the code.
    static func syndromes(of codewords: [UInt8], count: Int) -> [Int] {
        (0..<count).map { root in
            codewords.reduce(0) { sum, value in
                (sum == 0 ? 0 : powers[logarithms[sum] + root]) ^ Int(value)
            }
        }
    }
}
