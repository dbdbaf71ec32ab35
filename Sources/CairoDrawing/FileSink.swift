package import CCairo
package import Files
import Glibc

/// A new file that a drawing is written to, through a buffer.
///
/// Cairo's callback cannot throw, so the first failure is kept and thrown by the next call that can.
package final class FileSink {
    private static let bufferSize = 256 * 1024

    private let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    /// The first failure.
    package private(set) var failure: DrawingError?
    /// How many bytes were taken.
    package private(set) var received = 0
    /// How many bytes left for the file.
    package private(set) var written = 0
    /// The SHA-256 of what left for the file; nil where nobody asks for it.
    package var digest: FileDigest?
    /// Whether what comes from now on is kept in memory, where it may be amended; until this is false again, or the file is
    /// closed.
    package var holds = false {
        didSet { if !holds, buffer.count >= Self.bufferSize { flush() } }
    }

    /// Creates the file; one of that name must not be there yet.
    package init(path: String, mode: UInt32 = 0o644) throws(DrawingError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno))) }
        // Whoever looks for what a kill left knows by it that somebody is writing.
        flock(descriptor, LOCK_EX | LOCK_NB)
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

    /// Cairo's callback; its closure is an unretained sink.
    package static let cairoWrite:
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t =
            {
                closure, data, length in
                guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = unsafe Unmanaged<FileSink>.fromOpaque(closure).takeUnretainedValue()
                let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(length))
                return unsafe sink.write(bytes) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
            }

    /// Takes bytes; false once the file cannot be written any more.
    private func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard failure == nil else { return false }
        unsafe buffer.append(contentsOf: bytes)
        received += bytes.count
        FaultPoint.writingPart.pass(flush)
        if buffer.count >= Self.bufferSize, !holds { flush() }
        return failure == nil
    }

    /// How many bytes are kept.
    package var kept: Int { buffer.count }

    /// Changes the bytes that are kept.
    package func amend(_ change: (inout [UInt8]) throws -> Void) rethrows { try change(&buffer) }

    /// Takes bytes.
    package func write(_ bytes: some Sequence<UInt8>) throws(DrawingError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { flush() }
        if let failure { throw failure }
    }

    /// Writes what is left and waits until it is on the disk.
    package func close() throws(DrawingError) {
        flush()
        if failure == nil, fsync(descriptor) != 0 { fail() }
        if Glibc.close(descriptor) != 0, failure == nil { fail() }
        descriptor = -1
        if let failure { throw failure }
    }

    private func flush() {
        if failure == nil, !writeWhole(buffer, to: descriptor) { fail() }
        written += buffer.count
        digest?.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func fail() {
        failure = .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
