// Poppler is loaded when it is first needed. Its own pkg-config file would link it, so the link beside this file finds its
// headers, and the system libraries CHarfBuzz and CCairo those of GLib and Cairo.
#pragma once
#include <poppler/poppler.h>
#include "../../CLateLibrary/include/late_functions.h"

#define POPPLER(FUNCTION) \
    FUNCTION(poppler, document_get_n_pages) \
    FUNCTION(poppler, document_get_page) \
    FUNCTION(poppler, document_new_from_file) \
    FUNCTION(poppler, page_get_size) \
    FUNCTION(poppler, page_get_text) \
    FUNCTION(poppler, page_get_text_layout) \
    FUNCTION(poppler, page_render_for_printing)
LATE_FUNCTIONS(PopplerFunctions, POPPLER)
