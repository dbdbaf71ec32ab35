#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Reads the QR code of a part of a grey picture with ZXing. `pixels` is the part's first pixel and `stride` the
/// distance from row to row. Gives the length of its text in UTF-8, of which `text` gets as much as there is room for,
/// or -1 where no code is read.
int zxing_read(const uint8_t *pixels, int width, int height, int stride, char *text, int room);

/// Blurs a grey picture by a Gauss filter with a standard deviation in pixels.
void grey_blur(uint8_t *pixels, int width, int height, double deviation);

#ifdef __cplusplus
}
#endif
