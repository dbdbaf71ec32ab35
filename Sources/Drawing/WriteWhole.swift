import Glibc

/// Writes all bytes, however often the system stops half-way; false where it refuses, with `errno` set.
package func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
        let count = unsafe bytes.withUnsafeBytes {
            unsafe write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
        }
        guard count >= 0 || errno == EINTR else { return false }
        done += max(count, 0)
    }
    return true
}
