import CMalloc

/// Gives the system back what was freed, where a run goes over from reading to drawing.
///
/// The command keeps freed memory by itself, and drawing has no use for the room of a large roster's tables.
package func releaseFreedMemory() { malloc_trim(0) }
