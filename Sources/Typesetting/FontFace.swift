import CCairo
import CPango
import Layout

/// One font, with the words that Pango has shaped in it.
///
/// Outlines are unhinted, so a word is shaped once at one size and scaled to all others. Digits are shaped one by one:
/// they do not kern, and dates and serials would fill the cache with words that never come again.
@safe package final class FontFace {
    /// The size in points at which words are shaped.
    static let shapingSize = 64.0

    /// A shaped word: its glyphs in the face's store, and how far it reaches, in ems.
    struct Word {
        var glyphs: Range<Int>
        var advance: Double
    }

    /// A glyph and its offset from the word's start, in ems.
    struct Glyph {
        var index: UInt
        var x, y: Double
    }

    /// Words kept before the cache starts anew, unless a book says otherwise; a commune's names and hamlets stay well
    /// below.
    static let usualCapacity = 16_384

    let font: TextStyle.Font
    /// The font's reach above and below the baseline, in ems.
    let ascent, descent: Double
    /// The font as PDF files hold it; nil where it is Cairo's to embed.
    package let program: FontProgram?
    private(set) var glyphs: [Glyph] = []
    private var words: [String: Word] = [:]
    private let capacity: Int
    private var reaches: [UInt: (bearing: Double, width: Double)] = [:]
    private var scaled: [Double: ScaledFont] = [:]
    private let cairoFace: OpaquePointer
    private let layout: OpaquePointer

    init(
        font: TextStyle.Font, loaded: UnsafeMutablePointer<PangoFont>, description: OpaquePointer?,
        context: OpaquePointer, capacity: Int
    ) {
        (self.font, self.capacity) = (font, capacity)
        let metrics = unsafe pango_font_get_metrics(loaded, nil)
        let em = Self.shapingSize * Double(PANGO_SCALE)
        ascent = unsafe Double(pango_font_metrics_get_ascent(metrics)) / em
        descent = unsafe Double(pango_font_metrics_get_descent(metrics)) / em
        unsafe pango_font_metrics_unref(metrics)
        program = unsafe FontProgram(shaping: pango_font_get_hb_font(loaded))
        // Pango's own font is a Cairo font; its cast macro is not imported.
        let scaledFont = unsafe pango_cairo_font_get_scaled_font(OpaquePointer(loaded))
        unsafe cairoFace = cairo_font_face_reference(cairo_scaled_font_get_font_face(scaledFont))
        unsafe layout = pango_layout_new(context)
        unsafe pango_layout_set_font_description(layout, description)
        let attributes = unsafe pango_attr_list_new()
        unsafe pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
        // Ligatures would come out of the file as letters of their own, and tracking would tear them.
        unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0"))
        unsafe pango_layout_set_attributes(layout, attributes)
        unsafe pango_attr_list_unref(attributes)
    }

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(layout))
        unsafe cairo_font_face_destroy(cairoFace)
    }

    /// The font at a size in points, for Cairo.
    package func scaled(to size: Double) -> ScaledFont {
        if let font = scaled[size] { return font }
        let font = unsafe ScaledFont(face: cairoFace, size: size)
        scaled[size] = font
        return font
    }

    /// How far a glyph's ink is from its origin, and how wide it is, in ems.
    func reach(of glyph: UInt) -> (bearing: Double, width: Double) {
        if let reach = reaches[glyph] { return reach }
        let drawn = scaled(to: Self.shapingSize).reach(of: glyph)
        let reach = (bearing: drawn.bearing / Self.shapingSize, width: drawn.width / Self.shapingSize)
        reaches[glyph] = reach
        return reach
    }

    /// Starts the cache anew where it is full; the words of before must not be used any more.
    ///
    /// Called between texts, never within one: a text's words lie in `glyphs` until it is set.
    func makeRoom() {
        guard words.count >= capacity else { return }
        words.removeAll(keepingCapacity: true)
        glyphs.removeAll(keepingCapacity: true)
    }

    /// A word's glyphs, shaped at its first use.
    ///
    /// Throws ``WordFault``, of letters for the first that the font lacks.
    func word(_ text: String) throws(WordFault) -> Word {
        if let word = words[text] { return word }
        let word = try shape(text)
        words[text] = word
        return word
    }

    private func shape(_ text: String) throws(WordFault) -> Word {
        // Pango ends or breaks a line at some of these, and draws none of them.
        if let hidden = text.unicodeScalars.first(where: \.isUnprintable) { throw .missingLetter(Character(hidden)) }
        let start = glyphs.count
        let em = Self.shapingSize * Double(PANGO_SCALE)
        var x = 0.0
        unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
        var run = unsafe pango_layout_get_line_readonly(layout, 0)?.pointee.runs
        while let node = unsafe run {
            let item = unsafe node.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self).pointee
            let string = unsafe item.glyphs.pointee
            for index in 0..<Int(unsafe string.num_glyphs) {
                let glyph = unsafe string.glyphs[index]
                if glyph.glyph & Self.unknownGlyph != 0 {
                    glyphs.removeSubrange(start...)
                    let offset = unsafe Int(item.item.pointee.offset) + Int(string.log_clusters[index])
                    let index = text.utf8.index(text.startIndex, offsetBy: offset)
                    // Pango's cluster may start within a letter of several scalars.
                    throw .missingLetter(text[text.indices.last { $0 <= index } ?? text.startIndex])
                }
                if glyph.glyph != Self.emptyGlyph {
                    // The tables of a damaged font do not agree on how many there are.
                    if let program, Int(glyph.glyph) >= program.advances.count {
                        glyphs.removeSubrange(start...)
                        throw .damagedFont
                    }
                    let (right, down) = (Double(glyph.geometry.x_offset) / em, Double(glyph.geometry.y_offset) / em)
                    glyphs.append(Glyph(index: UInt(glyph.glyph), x: x + right, y: down))
                }
                x += Double(glyph.geometry.width) / em
            }
            unsafe run = node.pointee.next
        }
        return Word(glyphs: start..<glyphs.count, advance: x)
    }

    enum WordFault: Error {
        /// The font has no glyph for a letter.
        case missingLetter(Character)
        /// The font names a glyph that it does not have.
        case damagedFont
    }

    // PANGO_GLYPH_UNKNOWN_FLAG and PANGO_GLYPH_EMPTY, whose macros are not imported.
    private static let unknownGlyph: PangoGlyph = 0x1000_0000
    private static let emptyGlyph: PangoGlyph = 0x0FFF_FFFF
}

/// Owner of a font at one size, as Cairo draws it.
@safe package final class ScaledFont {
    /// The font, good as long as this object is.
    package let pointer: OpaquePointer

    init(face: OpaquePointer, size: Double) {
        var matrix = cairo_matrix_t(xx: size, yx: 0, xy: 0, yy: size, x0: 0, y0: 0)
        var identity = cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        let options = unsafe cairo_font_options_create()
        defer { unsafe cairo_font_options_destroy(options) }
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        // Cairo answers a failure with a font in an error state, never with null.
        unsafe pointer = cairo_scaled_font_create(face, &matrix, &identity, options)
    }

    deinit { unsafe cairo_scaled_font_destroy(pointer) }
}

extension Unicode.Scalar {
    /// Whether the scalar is a control, a format or a line-separating character.
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }
}
