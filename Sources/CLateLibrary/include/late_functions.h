// What LateLibrary needs to know of a library: a structure of pointers to its functions, typed as the library's own header
// has them and named without their prefix, and their full names in the structure's order, each with a space after it.
//
//     #define QUEUE(FUNCTION) FUNCTION(queue, open) FUNCTION(queue, close)
//     LATE_FUNCTIONS(QueueFunctions, QUEUE)
#pragma once
#define LATE_FUNCTIONS(Functions, LIST) \
    struct Functions { LIST(LATE_POINTER) }; \
    static inline const char *_Nonnull Functions##Names(void) { return LIST(LATE_NAME); }
#define LATE_POINTER(prefix, name) __typeof__(prefix##_##name) *_Nonnull name;
#define LATE_NAME(prefix, name) #prefix "_" #name " "
