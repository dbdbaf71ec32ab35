import TestSupport
import Testing

@testable import QRCode

/// The penalties of ISO/IEC 18004 section 7.8.3, module by module.
private struct PlainPenalty {
    /// Runs of five and more, blocks of two by two.
    var runs = 0
    var blocks = 0
    /// Patterns like a finder's, by the width of a bar: one module, or more.
    var narrow = 0
    var wide = 0
    var dark = 0
    let modules: Int

    init(_ grid: ModuleGrid) {
        let width = grid.width
        modules = width * width
        for line in 0..<width {
            countLine((0..<width).map { grid[$0, line] })
            countLine((0..<width).map { grid[line, $0] })
        }
        for y in 0..<width {
            for x in 0..<width {
                if grid[x, y] { dark += 1 }
                guard x > 0, y > 0 else { continue }
                let isDark = grid[x, y]
                if grid[x - 1, y] == isDark, grid[x, y - 1] == isDark, grid[x - 1, y - 1] == isDark { blocks += 3 }
            }
        }
    }

    private mutating func countLine(_ line: [Bool]) {
        // Lengths of runs, light ones at even places; the quiet zone is light without an end.
        var lengths = [0]
        for (place, isDark) in line.enumerated() {
            if isDark == (lengths.count % 2 == 0) { lengths[lengths.count - 1] += 1 } else { lengths.append(1) }
            if place == line.count - 1, isDark { lengths.append(0) }
        }
        for length in lengths where length >= 5 { runs += 3 + length - 5 }
        lengths[0] += 1_000
        lengths[lengths.count - 1] += 1_000
        for first in stride(from: 1, to: lengths.count - 5, by: 2) {
            let bar = lengths[first]
            guard lengths[first..<first + 5].elementsEqual([bar, bar, 3 * bar, bar, bar]),
                max(lengths[first - 1], lengths[first + 5]) >= 4 * bar
            else { continue }
            if bar == 1 { narrow += 40 } else { wide += 40 }
        }
    }

    /// Whole steps of five per cent off one half.
    var balance: Int { (0...10).last { abs(dark * 20 - modules * 10) >= modules * $0 }.map { $0 * 10 } ?? 0 }
    /// As libqrencode takes it: the share is rounded to a whole per cent first.
    var roundedBalance: Int {
        let share = Int((Double(dark) / Double(modules) * 100).rounded(.toNearestOrAwayFromZero))
        return abs(share - 50) / 5 * 10
    }
    var total: Int { runs + blocks + narrow + wide + balance }
    var totalOfLibrary: Int { runs + blocks + narrow + wide + roundedBalance }
}

@Suite("Penalties")
struct PenaltyTests {
    private static func first(_ penalties: [Int]) -> Int { penalties.firstIndex(of: penalties.min() ?? 0) ?? 0 }

    private static func grids(_ data: ModuleGrid, _ frame: SymbolFrame) -> [ModuleGrid] {
        frame.overlays.map { overlay in
            var grid = data
            grid.formSymmetricDifference(overlay)
            return grid
        }
    }

    /// Compares the choice for data with a plain one; gives the plain penalties.
    @discardableResult
    private static func compare(_ data: ModuleGrid, _ frame: SymbolFrame, _ name: String) -> [PlainPenalty] {
        let choice = MaskChoice(data: data, lines: (frame.rows, frame.columns))
        let plain = grids(data, frame).map(PlainPenalty.init)
        #expect(choice.best.rawValue == first(plain.map(\.total)), "\(name)")
        for (penalty, plain) in zip(choice.penalties, plain) {
            // Wide patterns need not be counted in a mask that is not chosen anyway.
            #expect(penalty == plain.total || penalty == plain.total - plain.wide, "\(name)")
        }
        #expect(choice.penalties[choice.best.rawValue] == plain[choice.best.rawValue].total, "\(name)")
        return plain
    }

    @Test("are the standard's for random symbols, and libqrencode's but for its rounding", arguments: 0..<8)
    func symbols(part: Int) throws {
        for version in stride(from: part + 1, through: 40, by: 8) {
            let symbol = try RandomSymbol(version - 1 + 40 * (part % 4))
            let frame = SymbolFrame.of(version: symbol.version, level: symbol.level)
            let plain = Self.compare(frame.data(of: symbol.segments), frame, symbol.testDescription)
            let theirs = try QRCode(symbol.segments, level: symbol.level, encoder: .qrencode)
            #expect(theirs.mask.rawValue == Self.first(plain.map(\.totalOfLibrary)), "\(symbol.testDescription)")
        }
    }

    @Test("are libqrencode's but for its rounding, where small symbols make that matter")
    func rounding() throws {
        var others = 0
        for number in 0..<120 {
            let symbol = try RandomSymbol(number * 40 + number % 3)
            let theirs = try QRCode(symbol.segments, level: symbol.level, encoder: .qrencode)
            let frame = SymbolFrame.of(version: symbol.version, level: symbol.level)
            let plain = Self.grids(frame.data(of: symbol.segments), frame).map(PlainPenalty.init)
            #expect(theirs.mask.rawValue == Self.first(plain.map(\.totalOfLibrary)), "\(symbol.testDescription)")
            let ours = try QRCode(symbol.segments, level: symbol.level)
            #expect(ours.mask.rawValue == Self.first(plain.map(\.total)), "\(symbol.testDescription)")
            if ours.mask != theirs.mask { others += 1 }
        }
        #expect(others < 6)
    }

    @Test(
        "are the standard's for noise of every grain, with wide patterns", arguments: [1, 2, 3, 7, 10, 12, 23, 24, 40])
    func noise(version: Int) throws {
        var random = SeededNumbers(UInt64(version))
        var wide = 0
        for round in 0..<(version < 10 ? 24 : version < 20 ? 6 : 3) {
            let frame = SymbolFrame.of(version: version, level: .medium)
            // Noise of grains of one to three modules under one of the masks, from mostly light to mostly dark.
            let (grain, share) = (round % 3 + 1, Int.random(in: 1..<8, using: &random))
            let cells = (0..<178 * 178).map { _ in Int.random(in: 0..<8, using: &random) < share }
            var data = frame.overlays[round % 8]
            for y in 0..<data.width {
                for x in 0..<data.width where cells[y / grain * 178 + x / grain] { data[x, y].toggle() }
            }
            wide += Self.compare(data, frame, "version \(version), round \(round)").reduce(0) { $0 + $1.wide }
        }
        #expect(wide > 0)
    }

    @Test("find every place of a pattern like a finder's, narrow or wide", arguments: [1, 2, 3, 5], [1, 11, 12, 28])
    func places(bar: Int, version: Int) {
        let width = QRCode.width(version: version)
        let pattern = [1, 0, 1, 1, 1, 0, 1].flatMap { Array(repeating: $0 == 1, count: bar) }
        guard pattern.count <= width else { return }
        for start in stride(from: 0, through: width - pattern.count, by: max(1, (width - pattern.count) / 4)) {
            // One line of an otherwise dark square: the quiet zone before and behind, or light areas of any width.
            for light in [0, 1, 4 * bar - 1, 4 * bar] {
                var grid = ModuleGrid(width: width)
                for y in 0..<width {
                    for x in 0..<width {
                        let place = x - start
                        grid[x, y] =
                            y != width / 2
                            ? true
                            : pattern.indices.contains(place)
                                ? pattern[place] : !(-light..<0 ~= place) && place != pattern.count
                    }
                }
                let plain = PlainPenalty(grid)
                #expect(WidePatterns.count(in: grid.transposed) * 40 == (bar > 1 ? plain.wide : 0))
                let frame = SymbolFrame.of(version: version, level: .low)
                var data = grid
                data.formSymmetricDifference(frame.overlays[3])
                let penalty = MaskChoice(data: data, lines: (frame.rows, frame.columns)).penalties[3]
                #expect(penalty == plain.total || penalty == plain.total - plain.wide)
            }
        }
    }

    @Test("grids are turned over their diagonal", arguments: [21, 61, 65, 125, 129, 177])
    func transposing(width: Int) {
        var random = SeededNumbers(UInt64(width))
        var grid = ModuleGrid(width: width)
        for y in 0..<width {
            for x in 0..<width { grid[x, y] = Bool.random(using: &random) }
        }
        let turned = grid.transposed
        #expect((0..<width * width).allSatisfy { turned[$0 / width, $0 % width] == grid[$0 % width, $0 / width] })
        #expect(turned.transposed == grid)
    }
}
