import Drawing
import Glibc

/// A nameless temporary file that rows wait in between reading and drawing, so that memory does not grow with them.
///
/// Its blocks are free again when the process ends, however it ends.
final class Spool {
    /// Where a record stands in the file.
    struct Place: Sendable {
        var offset: Int
        var length: Int
    }

    private static let bufferSize = 1 << 18

    /// What is flushed, for any thread to read.
    let file: SpoolFile
    private var buffer: [UInt8] = []
    private var written = 0

    init(in folder: String) throws(MocbanError) { file = try SpoolFile(in: folder) }

    func append(_ bytes: [UInt8]) throws(MocbanError) -> Place {
        let place = Place(offset: written + buffer.count, length: bytes.count)
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
        return place
    }

    /// Writes what is buffered, so that `file` has it.
    func flush() throws(MocbanError) {
        try file.write(buffer)
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}

/// The file behind a spool; owner of its descriptor.
final class SpoolFile: Sendable {
    private let descriptor: Int32
    private let folder: String

    init(in folder: String) throws(MocbanError) {
        self.folder = folder
        var path = Array("\(folder)/.spool-XXXXXX".utf8CString)
        descriptor = unsafe mkstemp(&path)
        guard descriptor >= 0 else { throw .outputUnwritable(path: folder, reason: lastSystemError) }
        _ = unsafe unlink(path)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// A path by which this process can open the file from its beginning, as long as this is there.
    var path: String { "/proc/self/fd/\(descriptor)" }

    func write(_ bytes: [UInt8]) throws(MocbanError) {
        guard writeWhole(bytes, to: descriptor) else {
            throw .outputUnwritable(path: folder, reason: lastSystemError)
        }
    }

    func read(_ place: Spool.Place) throws(MocbanError) -> [UInt8] {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: place.length) { buffer, count in
            unsafe count = max(0, pread(descriptor, buffer.baseAddress, place.length, off_t(place.offset)))
        }
        guard bytes.count == place.length else {
            throw .inputUnreadable(path: "the spool of rows", reason: lastSystemError)
        }
        return bytes
    }
}
