import Glibc

/// Which file a path leads to and in what state it is, to notice that it has changed.
package struct FileStamp: Equatable, Sendable {
    /// Whether it is a file that can be read again from its beginning, unlike a pipe.
    package let isRegular: Bool

    private let device, inode: UInt64
    private let size: Int64
    private let seconds, nanoseconds: Int

    /// Looks at the file behind a path, through links; nil where there is none.
    package init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        isRegular = status.st_mode & S_IFMT == S_IFREG
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Whether both are one file, under whatever names.
    package func isSameFile(as other: FileStamp) -> Bool { device == other.device && inode == other.inode }
}
