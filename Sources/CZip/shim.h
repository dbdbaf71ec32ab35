// The library is loaded when it is first needed.
#pragma once
#include <zip.h>
#include "../CLateLibrary/include/late_functions.h"

#define ZIP(FUNCTION) \
    FUNCTION(zip, discard) \
    FUNCTION(zip, error_code_zip) \
    FUNCTION(zip, error_fini) \
    FUNCTION(zip, error_init_with_code) \
    FUNCTION(zip, error_strerror) \
    FUNCTION(zip, fclose) \
    FUNCTION(zip, file_get_error) \
    FUNCTION(zip, fopen_index) \
    FUNCTION(zip, fread) \
    FUNCTION(zip, get_error) \
    FUNCTION(zip, get_num_entries) \
    FUNCTION(zip, name_locate) \
    FUNCTION(zip, open) \
    FUNCTION(zip, stat_index)
LATE_FUNCTIONS(ZipFunctions, ZIP)
