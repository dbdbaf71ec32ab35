import Glibc

/// A file that grows at its end, held against other processes until it is let go of.
package final class GrowingFile {
    package private(set) var size: Int

    private let path: String
    private let lock: FileLock
    private var descriptor: Int32 { lock.descriptor }

    /// Opens a file, or makes an empty one that its owner alone can read.
    ///
    /// Throws `FileError.busy` at once where another process holds it, else `FileError.unwritable`.
    package init(path: String) throws(FileError) {
        self.path = path
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        var status = stat()
        // A pipe or a device is no file to take hold of.
        if descriptor >= 0, unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            close(descriptor)
            throw .unwritable(path: path, reason: "it is there already, and no file")
        }
        guard let lock = try FileLock(descriptor, path: path) else { throw .busy(path: path) }
        self.lock = lock
        // Another process may have written until it let go.
        guard unsafe fstat(descriptor, &status) == 0 else {
            let reason = lastSystemError
            lock.release()
            throw .unwritable(path: path, reason: reason)
        }
        size = Int(status.st_size)
        syncFolder(of: path)
    }

    deinit { lock.release() }

    package func tail(_ length: Int) throws(FileError) -> [UInt8] {
        let start = max(0, size - length)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
            unsafe count = max(0, pread(descriptor, buffer.baseAddress, size - start, off_t(start)))
        }
        guard bytes.count == size - start else { throw .unreadable(path: path, reason: lastSystemError) }
        return bytes
    }

    /// Adds bytes and waits until they are on the disk; where that fails, the file is as it was.
    package func append(_ bytes: [UInt8]) throws(FileError) {
        guard writeWhole(bytes, to: descriptor), fdatasync(descriptor) == 0 else {
            let reason = lastSystemError
            ftruncate(descriptor, off_t(size))
            throw .unwritable(path: path, reason: reason)
        }
        size += bytes.count
    }

    package func cut(to length: Int) throws(FileError) {
        guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else {
            throw .unwritable(path: path, reason: lastSystemError)
        }
        size = length
    }
}
