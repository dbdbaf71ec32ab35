import Crypto
import Glibc

/// A SHA-256 that is taken bit by bit.
package struct FileDigest {
    private static let chunk = 1 << 18

    private var hash = SHA256()

    /// A digest of nothing yet.
    package init() {}

    /// Takes bytes in.
    package mutating func add(_ bytes: some Collection<UInt8>) { hash.update(data: Array(bytes)) }

    /// Takes a file's bytes in.
    ///
    /// - Returns: whether all of it could be read; `errno` says why not.
    package mutating func add(file path: String) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return add(open: descriptor)
    }

    private mutating func add(open descriptor: Int32) -> Bool {
        while let bytes = Self.bytes(of: descriptor) {
            if bytes.isEmpty { return true }
            hash.update(data: bytes)
        }
        return false
    }

    /// The 32 bytes.
    package var bytes: [UInt8] { Array(hash.finalize()) }

    /// The 32 bytes as 64 hexadecimal digits.
    package var text: String { bytes.hexadecimal }

    /// A file's SHA-256; nil where it cannot be read, and `errno` says why.
    package static func of(file path: String) -> [UInt8]? {
        var digest = FileDigest()
        return digest.add(file: path) ? digest.bytes : nil
    }

    /// The SHA-256 of a file in a folder; nil for a link or what is no file, or where it cannot be read.
    package static func of(file name: String, in folder: OpenFolder) -> [UInt8]? {
        guard let descriptor = folder.open(name) else { return nil }
        defer { close(descriptor) }
        var digest = FileDigest()
        return digest.add(open: descriptor) ? digest.bytes : nil
    }

    /// The SHA-256 of bytes.
    package static func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digest = FileDigest()
        digest.add(bytes)
        return digest.bytes
    }

    /// The next bytes of an open file, none at its end; nil where it cannot be read.
    package static func bytes(of descriptor: Int32) -> [UInt8]? {
        while true {
            var failed = false
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                let size = unsafe read(descriptor, buffer.baseAddress, buffer.count)
                failed = size < 0
                count = max(0, size)
            }
            if !failed { return bytes }
            if errno != EINTR { return nil }
        }
    }
}
