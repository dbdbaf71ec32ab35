import Glibc
import Messages
import SystemPackage

/// A file that is written without a name and gets it when it is whole: whatever ends the program, no half of it is left.
package final class AtomicFile {
    private static let bufferSize = 1 << 18

    /// The name that the file will have.
    package let path: String

    /// Where it will be: what its name leads to, where that is a link which is to stay one.
    private let target: String
    private let descriptor: FileDescriptor
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
        if let stamp = FileStamp(path), !stamp.isRegular {
            throw .unwritable(path: path, reason: .thereButNoFile)
        }
        let part = PartFile.path(of: target)
        (descriptor, staged) = try writing(path) { [target] in
            if let nameless = try FileDescriptor.nameless(in: folder(of: target), mode: mode) { return (nameless, nil) }
            _ = unsafe unlink(part)
            return (try .open(part, .readWrite, [.create, .exclusiveCreate], permissions: mode), part)
        }
        // Known by it to be in the making, from before it has a name.
        _ = try? descriptor.lock()
    }

    deinit {
        try? descriptor.close()
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
        try writing(path) { try descriptor.sync() }
    }

    /// Gives the file its name, in place of an older one; ``finish()`` comes before.
    package func commit() throws(FileError) {
        let part = PartFile.path(of: target)
        try writing(path) {
            if staged == nil {
                _ = unsafe unlink(part)
                let own = "/proc/self/fd/\(descriptor.rawValue)"
                try Errno.check(unsafe linkat(AT_FDCWD, own, AT_FDCWD, part, AT_SYMLINK_FOLLOW))
                staged = part
            }
            try PartFile.rename(part, to: target)
        }
        staged = nil
    }

    /// Whether the file that has the name already holds the same bytes; ``finish()`` comes before.
    package func isSameAsBefore() -> Bool {
        guard let older = try? FileDescriptor.open(path, .readOnly) else { return false }
        defer { try? older.close() }
        var offset = 0
        while let one = try? descriptor.bytes(Self.bufferSize, at: offset),
            one == (try? older.bytes(Self.bufferSize, at: offset))
        {
            if one.isEmpty { return true }
            offset += one.count
        }
        return false
    }

    private func flush() throws(FileError) {
        try writing(path) { _ = try descriptor.writeAll(buffer) }
        buffer.removeAll(keepingCapacity: true)
    }
}
