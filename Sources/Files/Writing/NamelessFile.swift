import Glibc
package import SystemPackage

extension FileDescriptor {
    /// Opens a new file without a name, for reading and writing; it is gone when the process ends, however it ends.
    ///
    /// - Parameters:
    ///   - folder: the folder on whose disk it is.
    ///   - mode: the permission bits that it has where it is given a name.
    /// - Returns: The file; nil where the folder's file system has no nameless files.
    /// - Throws: `Errno`.
    package static func nameless(in folder: String, mode: UInt32 = 0o600) throws -> FileDescriptor? {
        // Not in the headers that Swift sees: __O_TMPFILE of Linux on every machine, with O_DIRECTORY.
        let nameless = OpenOptions(rawValue: 0o20_000_000).union(.directory)
        do { return try open(folder, .readWrite, nameless, permissions: mode) } catch let error as Errno
            where [.notSupportedOnSocket, .isDirectory, .invalidArgument].contains(error)
        { return nil }
    }
}
