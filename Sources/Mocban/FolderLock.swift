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

/// Makes a folder and those above it where they are not there yet; tells whether it was made.
@discardableResult
func makeFolder(_ path: String) throws(MocbanError) -> Bool {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return false }
    if unsafe mkdir(path, 0o755) == 0 { return true }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard errno == ENOENT, !parent.isEmpty, parent != [""] else {
        throw .outputUnwritable(path: path, reason: lastSystemError)
    }
    try makeFolder(parent.joined(separator: "/"))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .outputUnwritable(path: path, reason: lastSystemError)
    }
    return true
}
