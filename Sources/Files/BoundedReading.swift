import Glibc

/// Why a file is not read.
package enum FileRefusal: Error, Equatable, CustomStringConvertible {
    /// It cannot be opened or read; the reason is the system's.
    case unreadable(reason: String)
    /// It is a folder.
    case folder
    /// It is a pipe, a socket or a device, which may never end.
    case noPlainFile
    /// It is longer than so many bytes.
    case tooLong(limit: Int)

    /// The reason for a person, to stand behind the file's name.
    package var description: String {
        switch self {
        case .unreadable(let reason): reason
        case .folder: "it is a folder"
        case .noPlainFile: "it is no file, but a pipe or a device"
        case .tooLong(let limit):
            limit < 1 << 20 ? "it is longer than \(limit >> 10) KiB" : "it is longer than \(limit >> 20) MiB"
        }
    }
}

/// Reads a file whole, where it is a file and no longer than that.
///
/// Nobody is waited for: a pipe without a writer is refused like any other.
///
/// - Parameters:
///   - path: the file.
///   - limit: the bytes that it may have; no more than a block beyond them are read.
/// - Returns: Its bytes.
/// - Throws: ``FileRefusal``.
package func readFile(_ path: String, atMost limit: Int) throws(FileRefusal) -> [UInt8] {
    let (descriptor, size) = try openPlainFile(path)
    defer { close(descriptor) }
    guard size <= limit else { throw .tooLong(limit: limit) }
    // A file of /proc has no size, and one may grow while it is read.
    var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
    var end = 0
    while true {
        let start = end
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe read(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
        }
        guard count >= 0 || errno == EINTR else {
            throw .unreadable(reason: unsafe String(cString: strerror(errno)))
        }
        guard count != 0 else {
            bytes.removeLast(bytes.count - end)
            return bytes
        }
        end += max(0, count)
        guard end <= limit else { throw .tooLong(limit: limit) }
        if end == bytes.count { bytes.append(contentsOf: repeatElement(0, count: min(end, 1 << 20))) }
    }
}

/// The size of a file in bytes, where it is a file that can be read; nothing is waited for.
///
/// Throws ``FileRefusal``.
@discardableResult
package func plainFileSize(_ path: String) throws(FileRefusal) -> Int {
    let (descriptor, size) = try openPlainFile(path)
    close(descriptor)
    return size
}

private func openPlainFile(_ path: String) throws(FileRefusal) -> (descriptor: Int32, size: Int) {
    // Opening a pipe waits for its writer unless told not to.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(reason: unsafe String(cString: strerror(errno))) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw isKnown && status.st_mode & S_IFMT == S_IFDIR ? .folder : .noPlainFile
    }
    return (descriptor, Int(status.st_size))
}
