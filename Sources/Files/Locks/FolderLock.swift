package import SystemPackage

/// The right to change a folder, held against other processes until it is released or the process ends.
package struct FolderLock: Sendable {
    private let lock: FileLock

    /// Throws `FileError.busy` at once where another process holds it.
    package init(_ folder: String) throws(FileError) {
        let descriptor = try writing(folder) { try FileDescriptor.open(folder, .readOnly, .directory) }
        guard let lock = try FileLock(descriptor, path: folder) else { throw .busy(path: folder) }
        self.lock = lock
    }

    /// The open folder.
    package var descriptor: FileDescriptor { lock.descriptor }

    package func release() { lock.release() }
}
