import QRCode
import Scanning
import Testing

@testable import Grading

@Suite("Grades")
struct SymbolGradeTests {
    @Test("a code as it should be is an A", arguments: [1, 2, 7, 9, 14, 25], [RecoveryLevel.low, .quartile])
    func clean(version: Int, level: RecoveryLevel) throws {
        let code = try Samples.code(version: version, level).code
        let picture = Samples.picture(of: code)
        let grade = SymbolGrade(of: code, in: picture.image, at: picture.position)
        #expect(grade.overall == .a && grade.wrongModules == 0)
        #expect(grade.unusedErrorCorrection == 1 && grade.symbolContrast == 1)
    }

    @Test(
        "wrong codewords are counted exactly, and ZBar reads a code as long as there are not too many",
        arguments: [(7, RecoveryLevel.medium), (9, .quartile), (5, .high), (2, .low), (10, .low)],
        [0, 1, -1, 0x100, 0x101])
    func wrongCodewords(symbol: (version: Int, level: RecoveryLevel), count: Int) throws {
        let (code, text) = try Samples.code(version: symbol.version, symbol.level)
        let map = CodewordMap(of: code)
        let block = map.blocks[map.blocks.count - 1]
        // From -1 on counted from what the block just bears.
        let wrong = count == -1 ? block.correctable - 1 : count >= 0x100 ? block.correctable + count - 0x100 : count
        let modules = code.modules(spoiling: block.codewords.prefix(wrong), map)
        let image = Samples.image(modules, width: code.width)
        let grade = SymbolGrade(
            of: code, in: image,
            at: Quadrilateral(symbolOf: code, fillingWidth: Double(image.width), height: Double(image.height)))
        #expect(grade.wrongModules == wrong)
        #expect(grade.wrongCodewords == Array(repeating: 0, count: map.blocks.count - 1) + [wrong])
        let unused = 1 - 2 * Double(wrong) / Double(block.errorCorrection - block.guarding)
        #expect(abs(grade.unusedErrorCorrection - unused) < 1e-9)
        #expect(grade.isCorrectable == (wrong <= block.correctable))
        #expect(try CodeScanner().scan(image).map(\.text) == (grade.isCorrectable ? [text] : []))
        #expect(grade.overall == Grade(unused, least: Grade.unusedErrorCorrection))
    }

    @Test("a codeword is wrong once, however many of its bits are")
    func wholeCodeword() throws {
        let code = try Samples.card(.quartile).code
        let map = CodewordMap(of: code)
        let samples = zip(code.modules, map.bits).map { dark, bit in
            (dark == 1) == (bit / 8 == 5 && bit >= 0) ? 255.0 : 0
        }
        let grade = SymbolGrade(of: code, samples: samples, map: map)
        #expect(grade.wrongModules == 8 && grade.wrongCodewords.reduce(0, +) == 1)
    }

    @Test(
        "limits of the grades",
        arguments: [
            (Grade.unusedErrorCorrection, [0.62, 0.61, 0.50, 0.37, 0.25, 0.24, -1]),
            (Grade.symbolContrast, [0.70, 0.69, 0.55, 0.40, 0.20, 0.19, 0]),
            (Grade.modulation, [0.50, 0.49, 0.40, 0.30, 0.20, 0.19, -1]),
        ])
    func limits(least: [Double], values: [Double]) {
        #expect(values.map { Grade($0, least: least) } == [.a, .b, .b, .c, .d, .f, .f])
    }

    @Test(
        "contrast is the lightest module less the darkest",
        arguments: [(0, 255, Grade.a), (77, 255, .b), (100, 200, .d), (50, 200, .b), (77, 179, .c), (100, 149, .f)])
    func contrast(dark: UInt8, light: UInt8, expected: Grade) throws {
        let code = try Samples.card(.medium).code
        let picture = Samples.picture(of: code, dark: dark, light: light)
        let grade = SymbolGrade(of: code, in: picture.image, at: picture.position)
        #expect(grade.symbolContrast == Double(light - dark) / 255)
        #expect(grade.overall == expected && grade.wrongModules == 0)
    }

    @Test("a page without a code is an F", arguments: [0, 128, 255])
    func blank(grey: UInt8) throws {
        let code = try Samples.card(.medium).code
        let picture = Samples.picture(of: code, dark: grey, light: grey)
        let grade = SymbolGrade(of: code, in: picture.image, at: picture.position)
        #expect(grade.overall == .f && !grade.isCorrectable)
    }

    @Test(
        "unclear modules count against modulation, and a few of them are borne",
        arguments: [(1, Grade.a), (8, .a), (40, .b), (80, .d), (Int.max, .d)])
    func modulation(count: Int, expected: Grade) throws {
        let code = try Samples.card(.quartile).code
        let map = CodewordMap(of: code)
        let block = map.blocks[0]
        let unclear = Set((count == .max ? Array(0..<292) : Array(0..<count)).map { $0 * 8 })
        // A quarter of the way from the threshold: D by itself. All codewords of one block or of all.
        let samples = zip(code.modules, map.bits).map { dark, bit in
            unclear.contains(bit) ? (dark == 1 ? 95.6 : 159.4) : dark == 1 ? 0.0 : 255
        }
        let grade = SymbolGrade(of: code, samples: samples, map: map)
        #expect(grade.wrongModules == 0 && grade.unusedErrorCorrection == 1)
        #expect(block.errorCorrection == 20 && grade.modulation == expected)
    }

    @Test(
        "damage of patterns that a reader looks for first",
        arguments: [
            (CodewordMap.Role.finder, 0, Grade.a), (.finder, 1, .b), (.finder, 2, .c), (.finder, 3, .d),
            (.finder, 4, .f),
            (.timing, 1, .b), (.timing, 3, .c), (.timing, 5, .d), (.timing, 6, .f), (.alignment, 1, .c),
            (.alignment, 26, .f),
        ])
    func fixedPatterns(role: CodewordMap.Role, count: Int, expected: Grade) throws {
        let code = try Samples.card(.quartile).code
        let map = CodewordMap(of: code)
        let wrong = Set(map.roles.indices.filter { map.roles[$0] == role }.prefix(count))
        let samples = code.modules.enumerated().map { ($1 == 1) == wrong.contains($0) ? 255.0 : 0 }
        let grade = SymbolGrade(of: code, samples: samples, map: map)
        #expect(grade.fixedPatternDamage == expected && grade.formatDamage == .a)
        #expect(grade.wrongModules == count && grade.unusedErrorCorrection == 1 && grade.overall == expected)
    }

    @Test("one copy of the format information may be lost", arguments: [(1, Grade.a), (4, .c), (15, .c), (30, .f)])
    func format(count: Int, expected: Grade) throws {
        let code = try Samples.card(.quartile).code
        let map = CodewordMap(of: code)
        let copies = map.roles.indices.filter { map.roles[$0] == .format }
        let first = copies.filter { $0 % map.width < 9 && $0 / map.width < 9 }
        try #require(copies.count == 30 && first.count == 15)
        let wrong = Set((first + copies.filter { !first.contains($0) }).prefix(count))
        let samples = code.modules.enumerated().map { ($1 == 1) == wrong.contains($0) ? 255.0 : 0 }
        #expect(SymbolGrade(of: code, samples: samples, map: map).formatDamage == expected)
    }

    @Test("a code is graded where it stands, turned or seen at a slant", arguments: [3.0, 45, 90, 181])
    func turned(degrees: Double) throws {
        let code = try Samples.card(.quartile).code
        let turned = Stress.rotation(degrees).applied(to: Samples.picture(of: code, pixels: 5), seed: 0)
        #expect(SymbolGrade(of: code, in: turned.image, at: turned.position).overall == .a)
        let raised = Stress.liftedCorner(0.2).applied(to: turned, seed: 0)
        let grade = SymbolGrade(of: code, in: raised.image, at: raised.position)
        #expect(grade.wrongModules == 0 && grade.unusedErrorCorrection == 1)
    }

    @Test("a position that is not quite right is mended", arguments: [(0.0, 6.0, -5.0), (1.5, 0, 0), (-2, 3, 3)])
    func refined(degrees: Double, right: Double, down: Double) throws {
        let code = try Samples.card(.medium).code
        let turned = Stress.rotation(degrees).applied(to: Samples.picture(of: code), seed: 0)
        let near = Samples.picture(of: code).position.mapped { PixelPoint(x: $0.x + right, y: $0.y + down) }
        #expect(SymbolGrade(of: code, in: turned.image, at: near).overall == .f)
        let position = near.refined(for: code, in: turned.image)
        #expect(SymbolGrade(of: code, in: turned.image, at: position).overall == .a)
        for (corner, meant) in zip(position.corners, turned.position.corners) {
            #expect(corner.distance(to: meant) < 2)
        }
    }
}
