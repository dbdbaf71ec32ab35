#include "CPNG.h"
#include <png.h>
#include <stdlib.h>
#include <string.h>

struct CPNGReader {
    png_structp png;
    png_infop info;
    const uint8_t *bytes;
    size_t left;
    int passes;
};

static void take(png_structp png, png_bytep target, size_t count) {
    CPNGReader *reader = png_get_io_ptr(png);
    if (count > reader->left) png_error(png, "the file ends");
    memcpy(target, reader->bytes, count);
    reader->bytes += count;
    reader->left -= count;
}

static void fail(png_structp png, png_const_charp message) { png_longjmp(png, 1); }

static void ignore(png_structp png, png_const_charp message) {}

/// Reads the head and asks for eight bits a channel, blue, green, red and a fourth byte: 255, or the alpha.
static bool begin(CPNGReader *reader) {
    png_structp png = reader->png;
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_read_fn(png, reader, take);
    png_read_info(png, reader->info);
    png_set_expand(png);
    // The high byte alone: gamma and rounding are the file's maker's.
    png_set_strip_16(png);
    png_set_gray_to_rgb(png);
    png_set_bgr(png);
    png_set_filler(png, 0xFF, PNG_FILLER_AFTER);
    reader->passes = png_set_interlace_handling(png);
    png_read_update_info(png, reader->info);
    return true;
}

CPNGReader *CPNGReaderCreate(const uint8_t *bytes, size_t count) {
    CPNGReader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->bytes = bytes;
    reader->left = count;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
    if (reader->png) reader->info = png_create_info_struct(reader->png);
    if (reader->info && begin(reader)) return reader;
    CPNGReaderDestroy(reader);
    return NULL;
}

bool CPNGReaderHasAlpha(const CPNGReader *reader) {
    return png_get_color_type(reader->png, reader->info) & PNG_COLOR_MASK_ALPHA;
}

static uint8_t times(uint8_t colour, uint8_t alpha) {
    unsigned product = colour * alpha + 128;
    return (product + (product >> 8)) >> 8;
}

bool CPNGReaderRead(CPNGReader *reader, uint8_t *pixels, size_t stride) {
    png_structp png = reader->png;
    if (setjmp(png_jmpbuf(png))) return false;
    uint32_t width = png_get_image_width(png, reader->info);
    uint32_t height = png_get_image_height(png, reader->info);
    for (int pass = 0; pass < reader->passes; pass++)
        for (uint32_t row = 0; row < height; row++) png_read_row(png, pixels + row * stride, NULL);
    png_read_end(png, NULL);
    if (!CPNGReaderHasAlpha(reader)) return true;
    for (uint32_t row = 0; row < height; row++) {
        uint8_t *pixel = pixels + row * stride;
        for (uint32_t column = 0; column < width; column++, pixel += 4)
            for (int channel = 0; channel < 3; channel++) pixel[channel] = times(pixel[channel], pixel[3]);
    }
    return true;
}

void CPNGReaderDestroy(CPNGReader *reader) {
    png_destroy_read_struct(&reader->png, &reader->info, NULL);
    free(reader);
}
