// librsvg's own pkg-config file leads to GIO's `-pthread`, which SwiftPM warns of in every build. So the links beside
// this file find the headers of librsvg and GdkPixbuf, and the system libraries CHarfBuzz and CCairo those of GLib and Cairo.
#pragma once
#include <librsvg/rsvg.h>
