import Drawing
import Files
import Foundation
import Glibc

/// A nameless temporary file that rows wait in between reading and drawing, so that memory does not grow with them.
///
/// Its blocks are free again when the process ends, however it ends.
final class Spool {
    /// Where a record stands in the file.
    struct Place: Sendable, BitwiseCopyable {
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

/// The file behind a spool.
final class SpoolFile: Sendable {
    /// The folder on whose disk it is.
    let folder: String
    /// The file, for plain values at places of their own.
    let values: ValueFile
    private let descriptor: Int32

    init(in folder: String) throws(MocbanError) {
        self.folder = folder
        descriptor = openNamelessFile(in: folder) ?? Self.openUnlinked(in: folder)
        guard descriptor >= 0 else { throw .outputUnwritable(path: folder, reason: lastSystemError) }
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
    static func sweep(_ folder: OutputFolder) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name.hasPrefix(prefix) { _ = unsafe unlink(folder(name)) }
    }

    /// A path by which this process can open the file from its beginning, as long as this is there.
    var path: String { "/proc/self/fd/\(descriptor)" }

    func write(_ bytes: [UInt8]) throws(MocbanError) {
        guard writeWhole(bytes, to: descriptor) else {
            throw .outputUnwritable(path: folder, reason: lastSystemError)
        }
    }

    func read(_ place: Spool.Place) throws(MocbanError) -> [UInt8] {
        guard let bytes: [UInt8] = values.read(place.length, at: place.offset) else {
            throw .inputUnreadable(path: "the spool of rows", reason: lastSystemError)
        }
        return bytes
    }
}
