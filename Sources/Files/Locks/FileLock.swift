import Glibc

/// The system's lock on an open file or folder (`flock`), held against other processes until it is let go of or the
/// process ends; owner of the descriptor.
package struct FileLock: Sendable {
    /// The open file.
    package let descriptor: Int32

    /// Takes the lock at once.
    ///
    /// - Returns: the lock, or nothing where another process holds it; the descriptor is then closed.
    /// - Throws: `FileError.unwritable` where the descriptor is none or its file system has no locks.
    package init?(_ descriptor: Int32, path: String) throws(FileError) {
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: lastSystemError) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let reason = lastSystemError
            close(descriptor)
            if isHeld { return nil }
            throw .unwritable(path: path, reason: reason)
        }
        self.descriptor = descriptor
    }

    /// Lets go of it and closes the file.
    package func release() {
        // A child that is just being started may hold the descriptor for a moment longer.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
