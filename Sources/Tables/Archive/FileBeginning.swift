internal import Glibc

/// Parts of a file that tell what it is.
enum FileBeginning {
    /// At most `count` bytes from an offset; fewer at the file's end.
    ///
    /// - Throws: ``WorkbookError`` `missing` or `unreadable`.
    static func read(path: String, from offset: Int = 0, count: Int) throws(WorkbookError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path, errno) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        var end = 0
        while end < count {
            let read = unsafe bytes.withUnsafeMutableBytes { buffer in
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
                return unsafe pread(descriptor, room.baseAddress, room.count, offset + end)
            }
            if read == 0 { break }
            if read < 0 {
                if errno == EINTR { continue }
                throw fault(path, errno)
            }
            end += read
        }
        bytes.removeLast(count - end)
        return bytes
    }

    private static func fault(_ path: String, _ code: Int32) -> WorkbookError {
        switch TableError(path: path, errorNumber: code) {
        case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
        default: .missing(path: path)
        }
    }
}
