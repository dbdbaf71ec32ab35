import CCairo
import CPango
package import Layout

/// The fonts that texts may be set in, loaded from given files alone, never from the system's configuration.
///
/// A book belongs to one thread: Pango's font maps are not shared.
@safe public final class FontBook {
    private let configuration: FontConfiguration
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var faces: [TextStyle.Font: FontFace] = [:]
    private let wordsInFace: Int

    /// A book of font files, TrueType or OpenType.
    ///
    /// Throws `TypesettingError.unreadableFont` where a file cannot be read as a font.
    public convenience init(files: [String]) throws(TypesettingError) { self.init(try FontConfiguration(files: files)) }

    /// A book of a configuration's fonts, which other books may have too.
    ///
    /// A face keeps so many shaped words at most.
    package init(_ configuration: FontConfiguration, wordsInFace: Int? = nil) {
        self.wordsInFace = wordsInFace ?? FontFace.usualCapacity
        self.configuration = configuration
        // There is no map without FreeType alone, which Cairo has here.
        unsafe map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
        unsafe pango_fc_font_map_set_config(OpaquePointer(map), configuration.pointer)
        unsafe context = pango_font_map_create_context(map)
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe pango_cairo_context_set_font_options(context, options)
        unsafe pango_cairo_context_set_resolution(context, 72)
        unsafe pango_context_set_round_glyph_positions(context, 0)
        unsafe cairo_font_options_destroy(options)
    }

    deinit {
        faces = [:]
        unsafe g_object_unref(UnsafeMutableRawPointer(context))
        unsafe g_object_unref(map)
    }

    /// The face of a font, loaded at its first use.
    ///
    /// Throws `TypesettingError.missingFont` where no file has just this family, weight and slant: a near one would mix fonts
    /// within a name unseen.
    package func face(_ font: TextStyle.Font) throws(TypesettingError) -> FontFace {
        if let face = faces[font] { return face }
        let description = unsafe pango_font_description_new()
        defer { unsafe pango_font_description_free(description) }
        unsafe pango_font_description_set_family(description, font.family)
        unsafe pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(font.weight.value)))
        unsafe pango_font_description_set_style(
            description, font.slant == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        unsafe pango_font_description_set_absolute_size(description, FontFace.shapingSize * Double(PANGO_SCALE))
        guard let loaded = unsafe pango_font_map_load_font(map, context, description) else {
            throw .missingFont(font, available: families)
        }
        defer { unsafe g_object_unref(loaded) }
        let found = unsafe pango_font_describe(loaded)
        defer { unsafe pango_font_description_free(found) }
        let family = unsafe String(cString: pango_font_description_get_family(found))
        guard family == font.family,
            unsafe Int(pango_font_description_get_weight(found).rawValue) == font.weight.value,
            unsafe pango_font_description_get_style(found) == pango_font_description_get_style(description)
        else { throw .missingFont(font, available: families) }
        let face = unsafe FontFace(
            font: font, loaded: loaded, description: description, context: context, capacity: wordsInFace)
        faces[font] = face
        return face
    }

    // Names that Pango lists beside the files' own: whichever font stands for them would be a guess.
    private static let aliases: Set = ["Monospace", "Sans", "Serif", "System-ui"]

    private var families: [String] {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        unsafe pango_font_map_list_families(map, &list, &count)
        defer { unsafe g_free(list) }
        var names: [String] = []
        for index in 0..<Int(count) {
            guard let family = unsafe list?[index] else { continue }
            names.append(unsafe String(cString: pango_font_family_get_name(family)))
        }
        return names.filter { !Self.aliases.contains($0) }.sorted()
    }
}
