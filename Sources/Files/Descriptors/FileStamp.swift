import Glibc
import SystemPackage

/// Which file a path leads to and in what state it is, to notice that it has changed.
package struct FileStamp: Equatable, Sendable {
    /// Whether it is a file that can be read again from its beginning, unlike a pipe.
    package let isRegular: Bool

    private let device: DeviceID
    private let inode: Inode
    private let size: Int64
    private let seconds, nanoseconds: Int

    /// Looks at the file behind a path, through links; nil where there is none.
    package init?(_ path: String) {
        guard let status = try? Stat(FilePath(path)) else { return nil }
        isRegular = status.type == .regular
        (device, inode, size) = (status.deviceID, status.inode, status.size)
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }

    /// Whether both are one file, under whatever names.
    package func isSameFile(as other: FileStamp) -> Bool { device == other.device && inode == other.inode }
}
