import Glibc
import SystemPackage

/// A nameless file of a folder that is written at its end and read anywhere.
package final class ScratchFile: Sendable {
    /// The folder on whose disk it is.
    package let folder: String
    /// The file, for plain values at offsets of their own.
    package let values: ValueFile
    private let descriptor: FileDescriptor

    /// Makes one in a folder; throws `FileError.unwritable`.
    package init(in folder: String) throws(FileError) {
        self.folder = folder
        descriptor = try writing(folder) { try .nameless(in: folder) ?? Self.unlinked(in: folder) }
        values = ValueFile(descriptor: descriptor)
    }

    /// For file systems without nameless files; a stop between the two calls leaves an empty file, which ``sweep(_:)`` removes.
    private static func unlinked(in folder: String) throws(Errno) -> FileDescriptor {
        var path = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&path)
        guard descriptor >= 0 else { throw .last }
        _ = unsafe unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return FileDescriptor(rawValue: descriptor)
    }

    private static var prefix: String { ".mocban-spool-" }

    /// Removes what a stop left of spools in a folder that nobody else writes to.
    package static func sweep(_ folder: OpenFolder) {
        for name in folder.names where name.hasPrefix(prefix) && folder.kind(of: name) == .file { folder.remove(name) }
    }

    /// A path by which this process can open the file from its beginning, as long as this is there.
    package var path: String { "/proc/self/fd/\(descriptor.rawValue)" }

    /// Adds bytes at the end.
    package func write(_ bytes: [UInt8]) throws(FileError) {
        try writing(folder) { _ = try descriptor.writeAll(bytes) }
    }

    /// Reads a record that was written; from any thread.
    package func read(_ extent: RecordFile.Extent) throws(FileError) -> [UInt8] {
        try reading(folder) { try values.read(extent.length, at: extent.offset) }
    }
}
