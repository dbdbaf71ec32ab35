import Glibc

/// A file that is written without a name and gets it when it is whole: whatever ends the program, no half of it is left.
package final class AtomicFile {
    private static let bufferSize = 1 << 18

    /// The name that the file will have.
    package let path: String

    /// Where it will be: what its name leads to, where that is a link which is to stay one.
    private let target: String
    private let descriptor: Int32
    /// Its name until then, on a file system without nameless files.
    private var staged: String?
    private var buffer: [UInt8] = []

    /// Makes a file in the folder where it will have its name; an older file of that name stays until then.
    ///
    /// By itself its owner alone can read it. With `keepsLink`, a name that is a link stays one, and what it leads to
    /// is replaced. Throws `FileError.unwritable`.
    package init(path: String, mode: UInt32 = 0o600, keepsLink: Bool = false) throws(FileError) {
        self.path = path
        target = keepsLink ? PartFile.followed(path) : path
        PartFile.sweep(target)
        var status = stat()
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw .unwritable(path: path, reason: "it is there already, and no file")
        }
        if let nameless = openNamelessFile(in: folder(of: target), mode: mode) {
            descriptor = nameless
        } else {
            let part = PartFile.path(of: target)
            _ = unsafe unlink(part)
            descriptor = unsafe open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
            staged = part
        }
        guard descriptor >= 0 else { throw .unwritable(path: path, reason: lastSystemError) }
        // Known by it to be in the making, from before it has a name.
        flock(descriptor, LOCK_EX | LOCK_NB)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let staged { _ = unsafe unlink(staged) }
    }

    /// Writes bytes as a whole file of a mode; a name that is a link stays one on request, and its target is replaced.
    ///
    /// Throws `FileError.unwritable`; nothing of the file is then left, nor after a kill.
    package static func write(
        _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, keepsLink: Bool = false
    ) throws(FileError) {
        let file = try AtomicFile(path: path, mode: mode, keepsLink: keepsLink)
        try file.write(bytes)
        try file.finish()
        try file.commit()
    }

    package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Waits until the file is on the disk, so that nothing but its name is missing.
    package func finish() throws(FileError) {
        try flush()
        guard fsync(descriptor) == 0 else { throw failure }
    }

    /// Gives the file its name, in place of an older one; ``finish()`` comes before.
    package func commit() throws(FileError) {
        let part = PartFile.path(of: target)
        if staged == nil {
            _ = unsafe unlink(part)
            let own = "/proc/self/fd/\(descriptor)"
            guard unsafe linkat(AT_FDCWD, own, AT_FDCWD, part, AT_SYMLINK_FOLLOW) == 0 else { throw failure }
            staged = part
        }
        guard PartFile.rename(part, to: target) else { throw failure }
        staged = nil
    }

    /// Whether the file that has the name already holds the same bytes; ``finish()`` comes before.
    package func isSameAsBefore() -> Bool {
        let older = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard older >= 0 else { return false }
        defer { close(older) }
        var offset = 0
        while true {
            let (one, other) = (Self.chunk(of: descriptor, at: offset), Self.chunk(of: older, at: offset))
            guard let one, one == other else { return false }
            if one.isEmpty { return true }
            offset += one.count
        }
    }

    private static func chunk(of descriptor: Int32, at offset: Int) -> [UInt8]? {
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: bufferSize) { buffer, count in
            let read = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
            failed = read < 0
            count = max(0, read)
        }
        return failed ? nil : bytes
    }

    private func flush() throws(FileError) {
        guard writeWhole(buffer, to: descriptor) else { throw failure }
        buffer.removeAll(keepingCapacity: true)
    }

    private var failure: FileError { .unwritable(path: path, reason: lastSystemError) }
}
