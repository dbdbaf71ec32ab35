/// A nameless temporary file that rows wait in between reading and drawing, so that memory does not grow with them.
///
/// Its blocks are free again when the process ends, however it ends.
package final class RecordFile {
    /// Where a record stands in the file.
    package struct Extent: Sendable, BitwiseCopyable {
        /// Bytes before it.
        package var offset: Int
        package var length: Int
    }

    private static let bufferSize = 1 << 18

    /// What is flushed, for any thread to read.
    package let file: ScratchFile
    private var buffer: [UInt8] = []
    private var written = 0

    /// Makes an empty file in a folder; throws `FileError.unwritable`.
    package init(in folder: String) throws(FileError) { file = try ScratchFile(in: folder) }

    /// Adds a record; tells where it is.
    package func append(_ bytes: [UInt8]) throws(FileError) -> Extent {
        let extent = Extent(offset: written + buffer.count, length: bytes.count)
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
        return extent
    }

    /// Writes what is buffered, so that `file` has it.
    package func flush() throws(FileError) {
        try file.write(buffer)
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
