import Glibc
package import SystemPackage

/// An open folder whose entries are reached by their own names, never through a link; owner of its descriptor.
///
/// What another process puts in the folder's place, or in an entry's, cannot lead anywhere else.
package final class OpenFolder: Sendable {
    /// What an entry is.
    package enum Kind: Sendable { case file, folder, other }

    // Folders within one another that are removed at most: what Mocban makes has three.
    private static let deepest = 64

    /// The open folder.
    package let descriptor: FileDescriptor

    /// Opens a folder by its path, through links; throws `Errno` where there is none.
    package init(path: String) throws { descriptor = try .open(path, .readOnly, .directory) }

    /// Opens a folder in another one; throws where the name is a link or no folder's.
    package convenience init(_ name: String, in folder: OpenFolder) throws(Errno) {
        try self.init(name, of: folder.descriptor)
    }

    /// Opens a folder in one that is open already.
    package init(_ name: String, of folder: FileDescriptor) throws(Errno) {
        descriptor = try folder.open(entry: name, .readOnly, .directory)
    }

    deinit { try? descriptor.close() }

    /// What has a name; nil where nothing has it.
    package func kind(of name: String) -> Kind? {
        let status = try? Stat(FilePath(name), relativeTo: descriptor, flags: .symlinkNoFollow)
        return status.map { $0.type == .regular ? .file : $0.type == .directory ? .folder : .other }
    }

    /// Whether anything has a name, be it a link to nothing.
    package func holds(_ name: String) -> Bool { kind(of: name) != nil }

    /// The names of everything in the folder, unsorted.
    package var names: [String] {
        guard let own = try? descriptor.open(entry: ".", .readOnly, .directory) else { return [] }
        guard let stream = unsafe fdopendir(own.rawValue) else {
            try? own.close()
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

    /// Opens a file for reading; nil for a link, a pipe, a device or nothing.
    package func open(_ name: String) -> FileDescriptor? {
        // A pipe without a writer would otherwise be waited for.
        guard let file = try? descriptor.open(entry: name, .readOnly, .nonBlocking) else { return nil }
        guard file.isRegular else {
            try? file.close()
            return nil
        }
        return file
    }

    /// A file's bytes; nil where it cannot be read or has more than `limit`.
    package func bytes(of name: String, limit: Int) -> [UInt8]? {
        guard let file = open(name) else { return nil }
        defer { try? file.close() }
        guard let bytes = try? file.allBytes(atMost: limit + 1), bytes.count <= limit else { return nil }
        return bytes
    }

    /// Makes an empty file for writing, in the place of whatever has the name.
    package func make(_ name: String, mode: UInt32) throws(Errno) -> FileDescriptor {
        remove(name)
        return try descriptor.open(entry: name, .writeOnly, [.create, .exclusiveCreate], permissions: mode)
    }

    /// Makes a folder; throws where the name is taken or the system refuses.
    package func makeFolder(_ name: String, mode: UInt32) throws(Errno) {
        try Errno.check(unsafe mkdirat(descriptor.rawValue, name, mode))
    }

    /// Gives an entry another name, perhaps in another folder.
    package func move(_ name: String, to folder: OpenFolder, as new: String) throws(Errno) {
        try Errno.check(unsafe renameat(descriptor.rawValue, name, folder.descriptor.rawValue, new))
    }

    /// Removes an entry, a folder with all that is in it; a link alone, not what it leads to.
    package func remove(_ name: String) { remove(name, depth: 0) }

    private func remove(_ name: String, depth: Int) {
        guard unsafe unlinkat(descriptor.rawValue, name, 0) != 0, errno == EISDIR || errno == EPERM,
            depth < Self.deepest, let folder = try? OpenFolder(name, in: self)
        else { return }
        for entry in folder.names { folder.remove(entry, depth: depth + 1) }
        _ = unsafe unlinkat(descriptor.rawValue, name, AT_REMOVEDIR)
    }

    /// Waits until the folder's names are on the disk; where the system cannot do that, it is no worse off than before.
    package func sync() { try? descriptor.sync() }
}
