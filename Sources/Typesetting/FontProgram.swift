import CHarfBuzz

/// A TrueType font as PDF files hold it: its advances, what its glyphs stand for, and programs of some glyphs alone.
///
/// Fonts of other outlines, those whose outlines vary, and those that HarfBuzz cannot make smaller have none; Cairo embeds
/// them.
@safe package final class FontProgram {
    /// What a file says of the font as a whole (ISO 32000-1, 9.8), in thousandths of an em.
    package struct Descriptor {
        /// The name that PostScript knows it by.
        package var name: String
        /// The least and the greatest coordinates of all outlines: left, bottom, right, top.
        package var box: [Int]
        /// How far letters reach above and below the baseline, and the height of capitals.
        package var ascent, descent, capHeight: Int
        /// The slant in degrees, counted against the clock.
        package var slant: Int
    }

    /// The advances of all glyphs, in ems, to the ten thousandth, as files say them.
    package let advances: [Double]
    /// What a file says of the font as a whole.
    package let descriptor: Descriptor
    // The font in its own units, which holds the face.
    private let font: OpaquePointer
    private let face: OpaquePointer
    /// The letter of each glyph, of several the first in Unicode's order, but Đ; 0 where it has none.
    package private(set) lazy var letters = readLetters()

    /// The program of a font that HarfBuzz shapes with; nil where the font is of another kind.
    package init?(shaping: OpaquePointer?) {
        guard let shaping = unsafe shaping, let face = unsafe hb_font_get_face(shaping),
            unsafe Self.holds("glyf", in: face),
            unsafe !Self.holds("fvar", in: face), let head = unsafe Self.bytes(of: "head", in: face), head.count >= 54,
            let font = unsafe hb_font_create(face)
        else { return nil }
        unsafe self.face = face
        unsafe self.font = font
        let unit = unsafe Double(hb_face_get_upem(face))
        func thousandths(_ units: Int32) -> Int { Int((Double(units) * 1000 / unit).rounded()) }
        advances = unsafe (0..<hb_face_get_glyph_count(face)).map { glyph in
            (unsafe Double(hb_font_get_glyph_h_advance(font, glyph)) / unit * 10_000).rounded() / 10_000
        }
        func metric(_ tag: hb_ot_metrics_tag_t) -> Int32 {
            var position: hb_position_t = 0
            unsafe hb_ot_metrics_get_position_with_fallback(font, tag, &position)
            return position
        }
        descriptor = Descriptor(
            name: unsafe Self.name(of: face),
            box: stride(from: 36, to: 44, by: 2).map { offset in
                thousandths(Int32(Int16(bitPattern: UInt16(head[offset]) << 8 | UInt16(head[offset + 1]))))
            },
            ascent: thousandths(metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)),
            descent: thousandths(metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER)),
            capHeight: thousandths(metric(HB_OT_METRICS_TAG_CAP_HEIGHT)),
            slant: unsafe Int(hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE).rounded()))
        guard subset([0]) != nil else { return nil }
    }

    deinit { unsafe hb_font_destroy(font) }

    /// A font file of some glyphs, under the numbers that they have, with the parts that a PDF file asks for (ISO 32000-1,
    /// 9.9); nil where HarfBuzz refuses.
    package func subset(_ glyphs: some Sequence<UInt16>) -> [UInt8]? {
        guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
        defer { unsafe hb_subset_input_destroy(input) }
        unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue)
        let kept = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(kept, UInt32(glyph)) }
        // With the table of substitutions would come all glyphs that it leads to.
        let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for table in ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "cmap", "gasp", "kern", "meta", "name", "post", "OS/2"] {
            unsafe hb_set_add(dropped, Self.tag(table))
        }
        guard let subset = unsafe hb_subset_or_fail(face, input) else { return nil }
        defer { unsafe hb_face_destroy(subset) }
        let blob = unsafe hb_face_reference_blob(subset)
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe Self.bytes(of: blob)
    }

    private func readLetters() -> [UInt32] {
        var letters = [UInt32](repeating: 0, count: advances.count)
        let all = unsafe hb_set_create()
        defer { unsafe hb_set_destroy(all) }
        unsafe hb_face_collect_unicodes(face, all)
        // The value before the first, by HarfBuzz's convention.
        var letter = hb_codepoint_t.max
        while unsafe hb_set_next(all, &letter) != 0 {
            var glyph: hb_codepoint_t = 0
            guard unsafe hb_font_get_nominal_glyph(font, letter, &glyph) != 0, letters.indices.contains(Int(glyph)),
                letters[Int(glyph)] == 0
            else { continue }
            letters[Int(glyph)] = letter
        }
        // Many fonts draw Icelandic's Ð and Vietnamese's Đ, which comes later, by one glyph.
        var glyph: hb_codepoint_t = 0
        if unsafe hb_font_get_nominal_glyph(font, 0x110, &glyph) != 0, letters.indices.contains(Int(glyph)) {
            letters[Int(glyph)] = 0x110
        }
        return letters
    }

    // MARK: Tables

    private static func tag(_ name: String) -> hb_tag_t { name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) } }

    private static func holds(_ table: String, in face: OpaquePointer) -> Bool {
        let blob = unsafe hb_face_reference_table(face, tag(table))
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe hb_blob_get_length(blob) > 0
    }

    private static func bytes(of table: String, in face: OpaquePointer) -> [UInt8]? {
        let blob = unsafe hb_face_reference_table(face, tag(table))
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe bytes(of: blob)
    }

    private static func bytes(of blob: OpaquePointer?) -> [UInt8]? {
        var count: UInt32 = 0
        guard let start = unsafe hb_blob_get_data(blob, &count) else { return nil }
        return unsafe UnsafeBufferPointer(start: start, count: Int(count)).map(UInt8.init(bitPattern:))
    }

    /// The name that PostScript knows the font by, without what a PDF name may not hold.
    private static func name(of face: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 64)
        var size = UInt32(name.count)
        // The number of the PostScript name (OpenType, `name`): HarfBuzz has a type for it since 8.0 and none before.
        let postScriptName: hb_ot_name_id_t = 6
        unsafe hb_ot_name_get_utf8(face, postScriptName, nil, &size, &name)
        let letters = name.prefix(Int(size)).map { Character(Unicode.Scalar(UInt8(bitPattern: $0))) }
        let plain = String(letters.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        return plain.isEmpty ? "Font" : plain
    }
}
