#include "late_files.h"

const char *late_files(void) { return LATE_FILES; }
