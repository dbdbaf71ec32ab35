// The C library's own header of how its allocator is set, which Swift's module of it leaves out.
#include <malloc.h>
