import Glibc
import Messages
package import SystemPackage

/// The system's lock on an open file or folder (`flock`), held against other processes until it is let go of or the
/// process ends; owner of the descriptor.
package struct FileLock: Sendable {
    /// The open file.
    package let descriptor: FileDescriptor

    /// Takes the lock at once.
    ///
    /// - Returns: the lock, or nothing where another process holds it; the descriptor is then closed.
    /// - Throws: `FileError.unwritable` where the file system has no locks.
    package init?(_ descriptor: FileDescriptor, path: String) throws(FileError) {
        do {
            if try descriptor.lock() {
                self.descriptor = descriptor
                return
            }
        } catch {
            try? descriptor.close()
            throw .unwritable(path: path, reason: error.message)
        }
        try? descriptor.close()
        return nil
    }

    /// Lets go of it and closes the file.
    package func release() {
        // A child that is just being started may hold the descriptor for a moment longer.
        flock(descriptor.rawValue, LOCK_UN)
        try? descriptor.close()
    }
}
