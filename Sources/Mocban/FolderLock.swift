import Glibc

/// The right to change a folder, held against other processes until it is released or the process ends.
struct FolderLock: Sendable {
    private let lock: FileLock

    /// Throws `MocbanError.outputBusy` at once where another process holds it.
    init(_ folder: String) throws(MocbanError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard let lock = try FileLock(descriptor, path: folder) else { throw .outputBusy(folder: folder) }
        self.lock = lock
    }

    /// The open folder.
    var descriptor: Int32 { lock.descriptor }

    func release() { lock.release() }
}
