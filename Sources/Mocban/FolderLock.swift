import Glibc

/// The right to change a folder, held against other processes until it is released or the process ends.
struct FolderLock: Sendable {
    private let descriptor: Int32

    /// Throws `MocbanError.outputBusy` at once where another process holds it.
    init(_ folder: String) throws(MocbanError) {
        descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .outputUnwritable(path: folder, reason: lastSystemError) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isHeld = errno == EWOULDBLOCK
            let reason = lastSystemError
            close(descriptor)
            throw isHeld ? .outputBusy(folder: folder) : .outputUnwritable(path: folder, reason: reason)
        }
    }

    func release() { close(descriptor) }
}
