#include "fuzzer.h"

// The package manager gives an executable's main this name; libFuzzer's own main would do the same.
int FuzzRosters_main(int argc, char **argv) { return LLVMFuzzerRunDriver(&argc, &argv, LLVMFuzzerTestOneInput); }
int FuzzInputs_main(int argc, char **argv) { return LLVMFuzzerRunDriver(&argc, &argv, LLVMFuzzerTestOneInput); }
