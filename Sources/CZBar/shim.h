// The library is loaded when it is first needed.
#pragma once
#include <zbar.h>
#include "../CLateLibrary/include/late_functions.h"

#define ZBAR(FUNCTION) \
    FUNCTION(zbar, image_create) \
    FUNCTION(zbar, image_destroy) \
    FUNCTION(zbar, image_first_symbol) \
    FUNCTION(zbar, image_scanner_create) \
    FUNCTION(zbar, image_scanner_destroy) \
    FUNCTION(zbar, image_scanner_set_config) \
    FUNCTION(zbar, image_set_data) \
    FUNCTION(zbar, image_set_format) \
    FUNCTION(zbar, image_set_size) \
    FUNCTION(zbar, scan_image) \
    FUNCTION(zbar, symbol_get_data) \
    FUNCTION(zbar, symbol_get_data_length) \
    FUNCTION(zbar, symbol_get_loc_size) \
    FUNCTION(zbar, symbol_get_loc_x) \
    FUNCTION(zbar, symbol_get_loc_y) \
    FUNCTION(zbar, symbol_next)
LATE_FUNCTIONS(ZBarFunctions, ZBAR)
