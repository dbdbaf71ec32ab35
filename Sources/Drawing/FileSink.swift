import CCairo
import Glibc

/// A new file that a drawing is written to, through a buffer.
///
/// Cairo's callback cannot throw, so the first failure is kept and thrown by `close`.
final class FileSink {
    private static let bufferSize = 256 * 1024

    let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private(set) var failure: DrawingError?

    /// Creates the file; one of that name must not be there yet.
    init(path: String) throws(DrawingError) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno))) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { if descriptor >= 0 { _ = Glibc.close(descriptor) } }

    /// Cairo's callback; its closure is an unretained sink.
    static let cairoWrite: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
        closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = unsafe Unmanaged<FileSink>.fromOpaque(closure).takeUnretainedValue()
        let bytes = unsafe UnsafeBufferPointer(start: data, count: Int(length))
        return unsafe sink.write(bytes) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
    }

    /// Takes bytes; false once the file cannot be written any more.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard failure == nil else { return false }
        unsafe buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { flush() }
        return failure == nil
    }

    /// Writes what is left and waits until it is on the disk.
    func close() throws(DrawingError) {
        flush()
        if failure == nil, fsync(descriptor) != 0 { fail() }
        if Glibc.close(descriptor) != 0, failure == nil { fail() }
        descriptor = -1
        if let failure { throw failure }
    }

    private func flush() {
        var written = 0
        while written < buffer.count, failure == nil {
            let count = unsafe buffer.withUnsafeBytes { bytes in
                unsafe Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count >= 0 { written += count } else if errno != EINTR { fail() }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func fail() {
        failure = .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno)))
    }
}
