// The library is loaded when it is first needed.
#pragma once
#include <qpdf/qpdf-c.h>
#include "../CLateLibrary/include/late_functions.h"

#define QPDF(FUNCTION) \
    FUNCTION(qpdf, cleanup) \
    FUNCTION(qpdf, get_buffer) \
    FUNCTION(qpdf, get_buffer_length) \
    FUNCTION(qpdf, get_error) \
    FUNCTION(qpdf, get_error_full_text) \
    FUNCTION(qpdf, get_num_pages) \
    FUNCTION(qpdf, get_page_n) \
    FUNCTION(qpdf, has_error) \
    FUNCTION(qpdf, init) \
    FUNCTION(qpdf, init_write_memory) \
    FUNCTION(qpdf, oh_append_item) \
    FUNCTION(qpdf, oh_begin_dict_key_iter) \
    FUNCTION(qpdf, oh_dict_more_keys) \
    FUNCTION(qpdf, oh_dict_next_key) \
    FUNCTION(qpdf, oh_get_array_item) \
    FUNCTION(qpdf, oh_get_array_n_items) \
    FUNCTION(qpdf, oh_get_dict) \
    FUNCTION(qpdf, oh_get_key) \
    FUNCTION(qpdf, oh_get_numeric_value) \
    FUNCTION(qpdf, oh_get_object_id) \
    FUNCTION(qpdf, oh_get_stream_data) \
    FUNCTION(qpdf, oh_has_key) \
    FUNCTION(qpdf, oh_is_array) \
    FUNCTION(qpdf, oh_is_dictionary) \
    FUNCTION(qpdf, oh_is_name_and_equals) \
    FUNCTION(qpdf, oh_is_number) \
    FUNCTION(qpdf, oh_is_stream) \
    FUNCTION(qpdf, oh_new_array) \
    FUNCTION(qpdf, oh_new_name) \
    FUNCTION(qpdf, oh_new_null) \
    FUNCTION(qpdf, oh_new_real_from_double) \
    FUNCTION(qpdf, oh_remove_key) \
    FUNCTION(qpdf, oh_replace_key) \
    FUNCTION(qpdf, oh_replace_stream_data) \
    FUNCTION(qpdf, read_memory) \
    FUNCTION(qpdf, set_deterministic_ID) \
    FUNCTION(qpdf, set_suppress_warnings) \
    FUNCTION(qpdf, silence_errors) \
    FUNCTION(qpdf, write)
LATE_FUNCTIONS(QPDFFunctions, QPDF)
