#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library, which the option -sanitize=fuzzer links in; LLVM's manual of libFuzzer describes it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
