package import QRCode
package import Scanning

/// An estimate of a printed symbol's quality after ISO/IEC 15415, by comparison with the matrix that was meant.
///
/// A verifier's figures come from a calibrated camera; these come from pixels, of which 0 is taken for no and 255 for
/// full reflectance.
package struct SymbolGrade: Sendable, Equatable {
    /// Modules that are on the wrong side of the threshold, function patterns included.
    package let wrongModules: Int
    /// Of each Reed-Solomon block: codewords with a wrong module.
    package let wrongCodewords: [Int]
    /// Of the block that is worst off: the share of error correction that is left, below 0 where it does not suffice.
    package let unusedErrorCorrection: Double
    /// The lightest module less the darkest one, as a share of full reflectance.
    package let symbolContrast: Double
    /// How clearly modules stand out from the threshold; error correction makes up for single ones that do not.
    package let modulation: Grade
    /// The damage to finder patterns, timing lines and alignment patterns.
    package let fixedPatternDamage: Grade
    /// The damage to level, mask and version information, of which each is there twice.
    package let formatDamage: Grade

    /// Whether a reader that finds the symbol can mend all its codewords.
    package var isCorrectable: Bool { unusedErrorCorrection >= 0 }

    /// The lowest of all grades, which is the symbol's.
    package var overall: Grade {
        min(
            Grade(unusedErrorCorrection, least: Grade.unusedErrorCorrection),
            Grade(symbolContrast, least: Grade.symbolContrast), modulation, fixedPatternDamage, formatDamage)
    }

    /// Grades a symbol.
    ///
    /// - Parameters:
    ///   - code: the matrix that was meant.
    ///   - image: a picture of it.
    ///   - position: the corners of the symbol's own modules, without the quiet zone.
    ///   - map: the map of the code's version and level; made here where it is not at hand.
    package init(of code: QRCode, in image: GreyImage, at position: Quadrilateral, map: CodewordMap? = nil) {
        let samples = ModuleSamples(of: image, at: position, width: code.width).values
        self.init(of: code, samples: samples, map: map ?? CodewordMap(of: code))
    }

    /// Grades a symbol whose modules are measured: of each, row by row, 0 for black to 255 for white.
    package init(of code: QRCode, samples: [Double], map: CodewordMap) {
        let (darkest, lightest) = (samples.min() ?? 0, samples.max() ?? 0)
        symbolContrast = (lightest - darkest) / 255
        let margins = Self.margins(of: code, samples, darkest: darkest, lightest: lightest)
        let wrong = margins.map { $0 <= 0 }
        wrongModules = wrong.count(where: \.self)

        // A codeword is as clear as its least clear module.
        var clearness = [Double](repeating: 1, count: map.blockOfCodeword.count)
        for (module, bit) in map.bits.enumerated() where bit >= 0 {
            clearness[bit / 8] = min(clearness[bit / 8], margins[module])
        }
        let blockGrades = BlockGrades(map: map, clearness: clearness)
        wrongCodewords = blockGrades.unclear(below: 0, orAt: true)
        unusedErrorCorrection = blockGrades.unused(wrongCodewords)
        modulation = blockGrades.modulation
        fixedPatternDamage = PatternDamage.ofFixedPatterns(map, wrong)
        formatDamage = PatternDamage.ofFormat(map, wrong)
    }

    /// Of each module: how far it is on its right side of the threshold, 1 for as far as may be, below 0 on the wrong one.
    private static func margins(of code: QRCode, _ samples: [Double], darkest: Double, lightest: Double) -> [Double] {
        // The global threshold of ISO/IEC 15415, halfway; everything is wrong on a page without any contrast.
        let threshold = (darkest + lightest) / 2
        let reach = (lightest - darkest) / 2
        guard reach > 0 else { return Array(repeating: -1, count: samples.count) }
        return zip(samples, code.modules).map { ($1 == 1 ? threshold - $0 : $0 - threshold) / reach }
    }
}

/// Codewords by how clear they are, judged block by block.
private struct BlockGrades {
    let map: CodewordMap
    /// Of each codeword: its least clear module's margin.
    let clearness: [Double]

    /// Of each block: codewords that are less clear than `limit`, or only as clear.
    func unclear(below limit: Double, orAt: Bool = false) -> [Int] {
        var counts = [Int](repeating: 0, count: map.blocks.count)
        for (codeword, value) in clearness.enumerated() where value < limit || (orAt && value == limit) {
            counts[map.blockOfCodeword[codeword]] += 1
        }
        return counts
    }

    /// The share of error correction that is left in the block that is worst off.
    func unused(_ wrong: [Int]) -> Double {
        zip(wrong, map.blocks).map { count, block in
            1 - Double(2 * count) / Double(block.errorCorrection - block.guarding)
        }.min() ?? 0
    }

    /// ISO/IEC 15415 section 7.8.4: at each level, codewords that miss it count as wrong; the best level that error
    /// correction then bears is the grade.
    var modulation: Grade {
        let levels = Grade.modulation.enumerated().map { index, limit in
            let unused = unused(unclear(below: limit - 1e-9))
            return min(Grade(points: 4 - index), Grade(unused, least: Grade.unusedErrorCorrection))
        }
        return levels.max() ?? .f
    }
}
