package import SystemPackage

/// A file that plain values wait in, one list behind the other, so that they take no memory; owner of its descriptor.
package final class ValueFile: Sendable {
    private let descriptor: FileDescriptor

    /// Takes hold of an open file, which is closed when nobody has it any more.
    package init(descriptor: FileDescriptor) { self.descriptor = descriptor }

    /// Makes a nameless file; nil where a folder can have none.
    package convenience init?(in folder: String) {
        guard let descriptor = try? FileDescriptor.nameless(in: folder) else { return nil }
        self.init(descriptor: descriptor)
    }

    deinit { try? descriptor.close() }

    /// Writes values at an offset in bytes; throws `Errno`.
    package func write(_ values: [some BitwiseCopyable], at offset: Int) throws {
        try unsafe values.withUnsafeBytes { bytes in
            _ = try unsafe descriptor.writeAll(toAbsoluteOffset: Int64(offset), bytes)
        }
    }

    /// Reads so many values that were written at an offset in bytes; throws `Errno`.
    package func read<Value: BitwiseCopyable>(
        _ count: Int, at offset: Int, as _: Value.Type = Value.self
    ) throws -> [Value] {
        try unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var done = 0
            while done < bytes.count {
                let left = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
                let read = try unsafe descriptor.read(fromAbsoluteOffset: Int64(offset + done), into: left)
                // Nothing that was written is behind the end.
                guard read > 0 else { throw Errno.ioError }
                done += read
            }
            filled = count
        }
    }
}
