package import CCairo
package import Files
import Messages
import SystemPackage

/// A new file that a drawing is written to, through a buffer.
///
/// Cairo's callback cannot throw, so the first failure is kept and thrown by the next call that can.
package final class FileSink {
    private static let bufferSize = 256 * 1024

    private let path: String
    /// Nil once it is closed.
    private var descriptor: FileDescriptor?
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
    package var holds = false { didSet { if !holds, buffer.count >= Self.bufferSize { flush() } } }

    /// Creates the file; one of that name must not be there yet.
    package init(path: String, mode: UInt32 = 0o644) throws(DrawingError) {
        self.path = path
        do {
            let descriptor = try FileDescriptor.open(path, .writeOnly, [.create, .exclusiveCreate], permissions: mode)
            self.descriptor = descriptor
            // Whoever looks for what a kill left knows by it that somebody is writing.
            _ = try? descriptor.lock()
        } catch { throw .cannotWrite(path: path, reason: Message(of: error)) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { try? descriptor?.close() }

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
        attempt { try descriptor?.sync() }
        attempt {
            let whole = descriptor
            descriptor = nil
            try whole?.close()
        }
        if let failure { throw failure }
    }

    private func flush() {
        attempt { _ = try descriptor?.writeAll(buffer) }
        written += buffer.count
        digest?.add(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Does something with the file unless something failed before; keeps the failure.
    private func attempt(_ work: () throws -> Void) {
        guard failure == nil else { return }
        do { try work() } catch { failure = .cannotWrite(path: path, reason: Message(of: error)) }
    }
}
