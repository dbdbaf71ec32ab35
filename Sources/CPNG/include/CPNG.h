// libpng leaves by longjmp where a file is damaged, which must not pass over Swift's frames: so the calls that may are made
// in CPNG.c.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A PNG file that is being read.
typedef struct CPNGReader CPNGReader;

/// Reads a file's head from bytes that stay as long as the reader; null where it is damaged, or there is no memory.
CPNGReader *_Nullable CPNGReaderCreate(const uint8_t *_Nonnull bytes, size_t count);

/// Whether pixels may let something shine through.
bool CPNGReaderHasAlpha(const CPNGReader *_Nonnull reader);

/// Reads the pixels once, each as blue, green, red and alpha, the colours times alpha; false where the file is damaged.
bool CPNGReaderRead(CPNGReader *_Nonnull reader, uint8_t *_Nonnull pixels, size_t stride);

void CPNGReaderDestroy(CPNGReader *_Nonnull reader);
