#include <expat.h>

// Expat 2.8 wants another function, which older ones do not have.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdeprecated-declarations"
static inline unsigned long expat_line_number(XML_Parser _Nonnull parser) { return XML_GetCurrentLineNumber(parser); }
#pragma clang diagnostic pop
