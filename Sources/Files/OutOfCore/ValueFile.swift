import Glibc

/// A file that plain values wait in, one list behind the other, so that they take no memory; owner of its descriptor.
package final class ValueFile: Sendable {
    private let descriptor: Int32

    /// Takes hold of an open file, which is closed when nobody has it any more.
    package init(descriptor: Int32) { self.descriptor = descriptor }

    /// Makes a nameless file; nil where a folder can have none.
    package convenience init?(in folder: String) {
        guard let descriptor = openNamelessFile(in: folder), descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor)
    }

    deinit { close(descriptor) }

    /// Writes values at an offset, in bytes from the file's beginning.
    ///
    /// - Returns: Whether all of them are written; `errno` says why not.
    package func write(_ values: [some BitwiseCopyable], at offset: Int) -> Bool {
        unsafe values.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = unsafe pwrite(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
                guard count >= 0 || errno == EINTR else { return false }
                done += max(count, 0)
            }
            return true
        }
    }

    /// Reads so many values that were written at an offset.
    ///
    /// - Returns: the values; nil where they cannot be read, and `errno` says why not.
    package func read<Value: BitwiseCopyable>(_ count: Int, at offset: Int, as _: Value.Type = Value.self) -> [Value]? {
        var isWhole = true
        let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialised in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            var done = 0
            while done < bytes.count {
                let count = unsafe pread(
                    descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done))
                guard count > 0 || (count < 0 && errno == EINTR) else { break }
                done += max(count, 0)
            }
            isWhole = done == bytes.count
            initialised = isWhole ? count : 0
        }
        return isWhole ? values : nil
    }
}
