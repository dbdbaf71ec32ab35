import Glibc

/// An open folder whose entries are reached by their own names, never through a link; owner of its descriptor.
///
/// What another process puts in the folder's place, or in an entry's, cannot lead anywhere else.
package final class OpenFolder: Sendable {
    /// What an entry is.
    package enum Kind: Sendable { case file, folder, other }

    // Folders within one another that are removed at most: what Mocban makes has three.
    private static let deepest = 64

    /// The open folder.
    package let descriptor: Int32

    /// Opens a folder by its path, through links; nil where there is none, with `errno` set.
    package init?(path: String) {
        descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    /// Opens a folder in another one; nil where the name is a link or no folder's, with `errno` set.
    package convenience init?(_ name: String, in folder: OpenFolder) { self.init(name, of: folder.descriptor) }

    /// Opens a folder in one that is open already.
    package init?(_ name: String, of folder: Int32) {
        descriptor = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// What has a name; nil where nothing has it.
    package func kind(of name: String) -> Kind? {
        var status = stat()
        guard unsafe fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// Whether anything has a name, be it a link to nothing.
    package func holds(_ name: String) -> Bool { kind(of: name) != nil }

    /// The names of everything in the folder, unsorted.
    package var names: [String] {
        let own = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0 else { return [] }
        guard let stream = unsafe fdopendir(own) else {
            close(own)
            return []
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    unsafe String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Opens a file for reading; nil for a link, a pipe, a device or nothing, with `errno` set.
    package func open(_ name: String) -> Int32? {
        // A pipe without a writer would otherwise be waited for.
        let file = unsafe openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            errno = EINVAL
            return nil
        }
        return file
    }

    /// A file's bytes; nil where it cannot be read or has more than `limit`.
    package func bytes(of name: String, limit: Int) -> [UInt8]? {
        guard let file = open(name) else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        while true {
            var failure: Int32 = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let size = unsafe read(file, buffer.baseAddress, buffer.count)
                failure = size < 0 ? errno : 0
                count = max(0, size)
            }
            if failure == EINTR { continue }
            guard failure == 0, bytes.count + chunk.count <= limit else { return nil }
            if chunk.isEmpty { return bytes }
            bytes += chunk
        }
    }

    /// Makes an empty file for writing, in the place of whatever has the name; -1 where the system refuses, with `errno`
    /// set.
    package func make(_ name: String, mode: UInt32) -> Int32 {
        remove(name)
        return unsafe openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }

    /// Makes a folder; false where the name is taken or the system refuses, with `errno` set.
    package func makeFolder(_ name: String, mode: UInt32) -> Bool { unsafe mkdirat(descriptor, name, mode) == 0 }

    /// Gives an entry another name, perhaps in another folder; false with `errno` set where it cannot.
    package func move(_ name: String, to folder: OpenFolder, as new: String) -> Bool {
        unsafe renameat(descriptor, name, folder.descriptor, new) == 0
    }

    /// Removes an entry, a folder with all that is in it; a link alone, not what it leads to.
    package func remove(_ name: String) { remove(name, depth: 0) }

    private func remove(_ name: String, depth: Int) {
        guard unsafe unlinkat(descriptor, name, 0) != 0, errno == EISDIR || errno == EPERM, depth < Self.deepest,
            let folder = OpenFolder(name, in: self)
        else { return }
        for entry in folder.names { folder.remove(entry, depth: depth + 1) }
        _ = unsafe unlinkat(descriptor, name, AT_REMOVEDIR)
    }

    /// Waits until the folder's names are on the disk; where the system cannot do that, it is no worse off than before.
    @discardableResult
    package func sync() -> Bool { fsync(descriptor) == 0 }
}
