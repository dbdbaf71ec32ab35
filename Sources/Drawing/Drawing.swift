import CPango
import CCairo
func x() { let m = unsafe pango_cairo_font_map_new(); _ = unsafe m; _ = unsafe FcConfigCreate() }
