import Glibc

// Not in the headers that Swift sees: __O_TMPFILE of Linux on every machine, with O_DIRECTORY.
private let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

/// Opens a new file without a name, for reading and writing; it is gone when the process ends, however it ends.
///
/// `mode` is what it has where it is given a name. Gives the descriptor, -1 where the system refuses, with `errno` set;
/// nil where the folder's file system has no nameless files.
package func openNamelessFile(in folder: String, mode: UInt32 = 0o600) -> Int32? {
    let descriptor = unsafe open(folder, nameless | O_RDWR | O_CLOEXEC, mode)
    guard descriptor < 0, [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) else { return descriptor }
    return nil
}
