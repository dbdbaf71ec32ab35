import Crypto
import SystemPackage

/// A SHA-256 that is taken bit by bit.
package struct FileDigest {
    /// Bytes of a file that are read at once.
    package static let chunk = 1 << 18

    private var hash = SHA256()

    /// A digest of nothing yet.
    package init() {}

    /// Takes bytes in.
    package mutating func add(_ bytes: some Collection<UInt8>) { hash.update(data: Array(bytes)) }

    /// Takes a file's bytes in; throws `Errno`.
    package mutating func add(file path: String) throws { try add(closing: .open(path, .readOnly)) }

    private mutating func add(closing file: FileDescriptor) throws {
        defer { try? file.close() }
        while case let bytes = try file.bytes(Self.chunk), !bytes.isEmpty { hash.update(data: bytes) }
    }

    /// The 32 bytes.
    package var bytes: [UInt8] { Array(hash.finalize()) }

    /// The 32 bytes as 64 hexadecimal digits.
    package var text: String { bytes.hexadecimal }

    /// A file's SHA-256; throws `Errno`.
    package static func of(file path: String) throws -> [UInt8] {
        var digest = FileDigest()
        try digest.add(file: path)
        return digest.bytes
    }

    /// The SHA-256 of a file in a folder; nil for a link or what is no file, or where it cannot be read.
    package static func of(file name: String, in folder: OpenFolder) -> [UInt8]? {
        guard let file = folder.open(name) else { return nil }
        var digest = FileDigest()
        return (try? digest.add(closing: file)).map { digest.bytes }
    }

    /// The SHA-256 of bytes.
    package static func of(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digest = FileDigest()
        digest.add(bytes)
        return digest.bytes
    }
}
