import CMalloc
import Glibc

/// Takes the places of standard input, output and error that are closed, so that no file of the program's own gets one:
/// what it says would be written into a register, and a register read as what a scanner types.
///
/// Reading and writing there fail as they do on what is closed.
func keepStandardPlaces() {
    for place in STDIN_FILENO...STDERR_FILENO where fcntl(place, F_GETFD) < 0 {
        // The lowest number that is free is this one.
        _ = unsafe open("/", pathOnly | O_DIRECTORY)
    }
}

// Not in the headers that Swift sees: O_PATH of Linux on every machine, for which reading and writing are EBADF.
private let pathOnly: Int32 = 0o10_000_000

/// Keeps freed memory for what comes next, instead of giving it back to the system each time.
///
/// A sheet's compressors, or a page's pixels, are made and freed over and over; by itself the system maps, clears and
/// unmaps such blocks each time, which was a tenth of a run.
func keepFreedMemory() {
    let mebibyte: Int32 = 1 << 20
    mallopt(M_MMAP_THRESHOLD, 16 * mebibyte)
    mallopt(M_TRIM_THRESHOLD, 32 * mebibyte)
}
