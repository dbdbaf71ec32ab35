import Typesetting

/// A font of a PDF file, with the glyphs that the file's own contents use.
final class EmbeddedFont {
    /// The name by which contents refer to it.
    let name: String
    let program: FontProgram
    private var isUsed: [Bool]

    init(name: String, program: FontProgram) {
        (self.name, self.program) = (name, program)
        isUsed = Array(repeating: false, count: program.advances.count)
    }

    /// Notes that glyphs are used.
    func use(_ glyphs: [GlyphRun.Glyph]) { for glyph in glyphs { isUsed[Int(glyph.index)] = true } }

    /// The font as objects of a file: the font itself, then what it refers to (ISO 32000-1, 9.7).
    ///
    /// Texts are strings of glyph numbers, two bytes each; a table says what letters these stand for.
    ///
    /// Throws `TypesettingError.damagedFont` where HarfBuzz cannot make a program of the glyphs.
    func objects(from first: Int, _ deflater: Deflater) throws(TypesettingError) -> [[UInt8]] {
        let glyphs = isUsed.indices.filter { isUsed[$0] }.map { UInt16($0) }
        guard let file = program.subset(glyphs) else {
            throw .damagedFont(name: program.descriptor.name)
        }
        let descriptor = program.descriptor
        let name = "\(Self.tag(of: glyphs))+\(descriptor.name)"
        let box = descriptor.box.map { "\($0)" }.joined(separator: " ")
        let widths = glyphs.map { "\($0)[\(Self.thousandths(program.advances[Int($0)]))]" }.joined()
        return [
            Array(
                ("<</Type/Font/Subtype/Type0/BaseFont/\(name)/Encoding/Identity-H/DescendantFonts[\(first + 1) 0 R]"
                    + "/ToUnicode \(first + 4) 0 R>>").utf8),
            Array(
                ("<</Type/Font/Subtype/CIDFontType2/BaseFont/\(name)/CIDSystemInfo<</Registry(Adobe)"
                    + "/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor \(first + 2) 0 R"
                    + "/DW 0/W[\(widths)]>>").utf8),
            Array(
                ("<</Type/FontDescriptor/FontName/\(name)/Flags 4/FontBBox[\(box)]/ItalicAngle \(descriptor.slant)"
                    + "/Ascent \(descriptor.ascent)/Descent \(descriptor.descent)/CapHeight \(descriptor.capHeight)"
                    + "/StemV 80/FontFile2 \(first + 3) 0 R>>").utf8),
            deflater.stream(file, entries: "/Length1 \(file.count)"),
            deflater.stream(Array(letters(of: glyphs).utf8)),
        ]
    }

    /// A table of what glyphs stand for (ISO 32000-1, 9.10.3).
    private func letters(of glyphs: [UInt16]) -> String {
        let pairs = glyphs.compactMap { glyph -> String? in
            let letter = program.letters[Int(glyph)]
            guard letter > 0, let scalar = Unicode.Scalar(letter) else { return nil }
            return "<\(Self.digits(glyph))><\(String(scalar).utf16.map(Self.digits).joined())>"
        }
        // A hundred to a table at most, by the format's rule.
        let tables = stride(from: 0, to: pairs.count, by: 100).map { start in
            let table = pairs[start..<min(pairs.count, start + 100)]
            return "\(table.count) beginbfchar\n\(table.joined(separator: "\n"))\nendbfchar\n"
        }
        return """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            \(tables.joined())endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end

            """
    }

    /// Six letters that tell subsets of a font apart.
    private static func tag(of glyphs: [UInt16]) -> String {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for glyph in glyphs { digest = (digest ^ UInt64(glyph)) &* 0x100_0000_01B3 }
        return String(
            (0..<6).map { _ in
                defer { digest /= 26 }
                return Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(digest % 26)))
            })
    }

    private static func thousandths(_ ems: Double) -> String {
        let tenths = Int((ems * 10_000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func digits(_ number: UInt16) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
