import Glibc

/// A nameless file of a folder that is written at its end and read anywhere.
package final class ScratchFile: Sendable {
    /// The folder on whose disk it is.
    package let folder: String
    /// The file, for plain values at offsets of their own.
    package let values: ValueFile
    private let descriptor: Int32

    /// Makes one in a folder; throws `FileError.unwritable`.
    package init(in folder: String) throws(FileError) {
        self.folder = folder
        descriptor = openNamelessFile(in: folder) ?? Self.openUnlinked(in: folder)
        guard descriptor >= 0 else { throw .unwritable(path: folder, reason: lastSystemError) }
        values = ValueFile(descriptor: descriptor)
    }

    /// For file systems without nameless files; a stop between the two calls leaves an empty file, which ``sweep(_:)`` removes.
    private static func openUnlinked(in folder: String) -> Int32 {
        var path = Array("\(folder)/\(prefix)XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&path)
        if descriptor >= 0 {
            _ = unsafe unlink(path)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        return descriptor
    }

    private static var prefix: String { ".mocban-spool-" }

    /// Removes what a stop left of spools in a folder that nobody else writes to.
    package static func sweep(_ folder: OpenFolder) {
        for name in folder.names where name.hasPrefix(prefix) && folder.kind(of: name) == .file { folder.remove(name) }
    }

    /// A path by which this process can open the file from its beginning, as long as this is there.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    package func write(_ bytes: [UInt8]) throws(FileError) {
        guard writeWhole(bytes, to: descriptor) else { throw .unwritable(path: folder, reason: lastSystemError) }
    }

    /// Reads a record that was written; from any thread.
    package func read(_ extent: RecordFile.Extent) throws(FileError) -> [UInt8] {
        guard let bytes: [UInt8] = values.read(extent.length, at: extent.offset) else {
            throw .unreadable(path: "the spool of rows", reason: lastSystemError)
        }
        return bytes
    }
}
