// Pango's own pkg-config file leads to GIO's `-pthread`, which SwiftPM warns of in every build. So the link `pango`
// beside this file finds Pango's headers, and the system library CHarfBuzz those of HarfBuzz and GLib.
#pragma once
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
