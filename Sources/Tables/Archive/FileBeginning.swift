import Files
import SystemPackage

/// Parts of a file that tell what it is.
enum FileBeginning {
    /// At most `count` bytes from an offset; fewer at the file's end.
    ///
    /// - Throws: ``WorkbookError`` `missing` or `unreadable`.
    static func read(path: String, from offset: Int = 0, count: Int) throws(WorkbookError) -> [UInt8] {
        do {
            let file = try FileDescriptor.open(path, .readOnly)
            defer { try? file.close() }
            var bytes: [UInt8] = []
            while bytes.count < count, case let more = try file.bytes(count - bytes.count, at: offset + bytes.count),
                !more.isEmpty
            { bytes += more }
            return bytes
        } catch { throw fault(path, error) }
    }

    private static func fault(_ path: String, _ error: any Error) -> WorkbookError {
        switch TableError(path: path, error) {
        case .unreadable(let path, let reason): .unreadable(path: path, reason: reason)
        default: .missing(path: path)
        }
    }
}
