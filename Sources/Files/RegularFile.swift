import Glibc

/// A file that was read whole through one descriptor, so that its mode and its bytes are of the same file.
package struct RegularFile: Sendable {
    /// The permission bits.
    package let mode: UInt32
    /// What is in it.
    package let bytes: [UInt8]

    /// Why a path is not read.
    package enum Fault: Error, Equatable {
        /// The system refuses, with this `errno`.
        case system(Int32)
        /// The path leads to a folder.
        case folder
        /// The path leads to a pipe, a socket or a device, from which nobody knows when or what will come.
        case notAFile
        /// The file is longer than so many bytes.
        case tooLong(limit: Int)
    }

    /// Reads a file of at most `limit` bytes; never waits for another program, and takes no more than that of a file
    /// that grows.
    ///
    /// - Parameters:
    ///   - path: the file, through links.
    ///   - limit: the most bytes that the file may have.
    /// - Throws: ``Fault``.
    package init(_ path: String, limit: Int) throws(Fault) {
        let (descriptor, status) = try Self.open(path)
        defer { close(descriptor) }
        guard status.st_size <= limit else { throw .tooLong(limit: limit) }
        mode = status.st_mode & 0o7777
        // One byte more shows that a file is longer than it said.
        var left = limit + 1
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: min(left, max(Int(status.st_size), 4095) + 1))
        while left > 0 {
            let count = unsafe read(descriptor, &piece, min(left, piece.count))
            guard count >= 0 || errno == EINTR else { throw .system(errno) }
            guard count != 0 else { break }
            guard count > 0 else { continue }
            bytes += piece[..<count]
            left -= count
        }
        guard bytes.count <= limit else { throw .tooLong(limit: limit) }
        self.bytes = bytes
    }

    /// The size in bytes of a file that can be read, without reading it; throws ``Fault``.
    @discardableResult
    package static func size(of path: String) throws(Fault) -> Int {
        let (descriptor, status) = try open(path)
        close(descriptor)
        return Int(status.st_size)
    }

    /// Opens a file, and nothing that is none; the caller closes it.
    private static func open(_ path: String) throws(Fault) -> (descriptor: Int32, status: stat) {
        // Without O_NONBLOCK, a pipe that nobody writes to would hold the program for ever.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            // A socket has no other name for itself.
            throw errno == ENXIO ? .notAFile : .system(errno)
        }
        var status = stat()
        let fault: Fault? =
            unsafe fstat(descriptor, &status) != 0
            ? .system(errno)
            : status.st_mode & S_IFMT == S_IFDIR
                ? .folder : status.st_mode & S_IFMT == S_IFREG ? nil : .notAFile
        guard let fault else { return (descriptor, status) }
        close(descriptor)
        throw fault
    }
}

extension RegularFile.Fault: CustomStringConvertible {
    /// The fault in words, to follow the path.
    package var description: String {
        switch self {
        case .system(ENOENT): "there is no such file"
        case .system(EACCES): "permission denied"
        case .system(ELOOP): "its links lead round in a circle"
        case .system(let code): unsafe String(cString: strerror(code))
        case .folder: "it is a folder"
        case .notAFile: "it is a pipe, a socket or a device, not a file"
        case .tooLong(let limit):
            limit % (1 << 20) == 0 ? "it is longer than \(limit >> 20) MiB" : "it is longer than \(limit) bytes"
        }
    }
}
