import Glibc
import Messages
import SystemPackage

/// A file that grows at its end, held against other processes until it is let go of.
package final class GrowingFile {
    package private(set) var size: Int

    private let path: String
    private let lock: FileLock
    private var descriptor: FileDescriptor { lock.descriptor }

    /// Opens a file, or makes an empty one that its owner alone can read.
    ///
    /// Throws `FileError.busy` at once where another process holds it, else `FileError.unwritable`.
    package init(path: String) throws(FileError) {
        self.path = path
        let descriptor = try writing(path) {
            try FileDescriptor.open(path, .readWrite, [.create, .append], permissions: 0o600)
        }
        // A pipe or a device is no file to take hold of.
        guard descriptor.isRegular else {
            try? descriptor.close()
            throw .unwritable(path: path, reason: .thereButNoFile)
        }
        guard let lock = try FileLock(descriptor, path: path) else { throw .busy(path: path) }
        self.lock = lock
        // Another process may have written until it let go.
        do { size = Int(try Stat(descriptor).size) } catch {
            lock.release()
            throw .unwritable(path: path, reason: error.message)
        }
        syncFolder(of: path)
    }

    deinit { lock.release() }

    package func tail(_ length: Int) throws(FileError) -> [UInt8] {
        let start = max(0, size - length)
        let bytes = try reading(path) { try descriptor.bytes(size - start, at: start) }
        guard bytes.count == size - start else { throw .changed(path: path) }
        return bytes
    }

    /// Adds bytes and waits until they are on the disk; where that fails, the file is as it was.
    package func append(_ bytes: [UInt8]) throws(FileError) {
        try writing(path) {
            do {
                try descriptor.writeAll(bytes)
                try Errno.check(fdatasync(descriptor.rawValue))
            } catch {
                try? descriptor.resize(to: Int64(size))
                throw error
            }
        }
        size += bytes.count
    }

    package func cut(to length: Int) throws(FileError) {
        try writing(path) {
            try descriptor.resize(to: Int64(length))
            try descriptor.sync()
        }
        size = length
    }
}
