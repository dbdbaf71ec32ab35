// librsvg's own pkg-config file leads to GIO's `-pthread`, which SwiftPM warns of in every build. So the links beside
// this file find the headers of librsvg and GdkPixbuf, and the system libraries CHarfBuzz and CCairo those of GLib and Cairo.
// librsvg itself is loaded when it is first needed.
#pragma once
#include <librsvg/rsvg.h>
#include "../../CLateLibrary/include/late_functions.h"

#define RSVG(FUNCTION) \
    FUNCTION(rsvg, handle_get_intrinsic_dimensions) \
    FUNCTION(rsvg, handle_get_intrinsic_size_in_pixels) \
    FUNCTION(rsvg, handle_new_from_data) \
    FUNCTION(rsvg, handle_render_document) \
    FUNCTION(rsvg, handle_set_dpi) \
    FUNCTION(rsvg, handle_set_stylesheet)
LATE_FUNCTIONS(RSVGFunctions, RSVG)
