import Files
import SystemPackage
import VietnameseText

/// A file open for reading and the part of it that is in memory.
///
/// The buffer holds one chunk, so memory does not grow with the file; ``extend()`` is for the first look at it only.
package struct FileInput: ~Copyable {
    /// Bytes a read asks for unless told otherwise: 64 KiB.
    package static let usualChunk = 65_536

    let path: String
    /// Bytes in memory; those from `position` on, up to `limit`, are not yet consumed.
    private(set) var bytes: [UInt8]
    var position = 0
    private(set) var limit = 0

    private let descriptor: FileDescriptor
    private let chunk: Int
    private var transcoder: UTF16Transcoder?

    /// Opens a file, pipes too, or a copy of it, which is read instead; `chunk` is bytes a read.
    init(path: String, copy: String? = nil, chunk: Int = usualChunk) throws(TableError) {
        self.path = path
        self.chunk = max(1, chunk)
        bytes = [UInt8](repeating: 0, count: self.chunk)
        do { descriptor = try .open(copy ?? path, .readOnly) } catch { throw TableError(path: path, error) }
    }

    deinit { try? descriptor.close() }

    /// Replaces the consumed bytes by the file's next chunk; false where nothing was left.
    mutating func refill() throws(TableError) -> Bool {
        position = 0
        limit = 0
        return try extend()
    }

    /// Adds the file's next chunk to the bytes in memory; false where nothing was left.
    mutating func extend() throws(TableError) -> Bool {
        let start = limit
        let count = try readChunk()
        guard transcoder != nil else {
            limit = start + count
            return count > 0
        }
        // A chunk may end within a character, and then leave nothing yet.
        limit = start + count
        if count == 0 { return transcodeRest() }
        transcode(from: start)
        if limit > start { return true }
        return try extend()
    }

    /// Takes what is in memory, and all that is still to come, for UTF-16, and turns it into UTF-8.
    mutating func transcode(from encoding: TextEncoding) {
        transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LE)
        transcode(from: position)
    }

    private mutating func transcode(from start: Int) {
        guard let utf8 = transcoder?.utf8(of: bytes[start..<limit]) else { return }
        put(utf8, at: start)
    }

    /// Adds what a half character at the file's end becomes.
    private mutating func transcodeRest() -> Bool {
        guard let rest = transcoder?.finish(), !rest.isEmpty else { return false }
        put(rest, at: limit)
        return true
    }

    private mutating func put(_ utf8: [UInt8], at start: Int) {
        bytes.replaceSubrange(start..<bytes.count, with: utf8)
        limit = start + utf8.count
    }

    private mutating func readChunk() throws(TableError) -> Int {
        if bytes.count < limit + chunk {
            bytes.append(contentsOf: repeatElement(0, count: limit + chunk - bytes.count))
        }
        return try read(at: limit)
    }

    private mutating func read(at offset: Int) throws(TableError) -> Int {
        let (descriptor, chunk) = (descriptor, chunk)
        do {
            return try unsafe bytes.withUnsafeMutableBytes { buffer in
                try unsafe descriptor.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer[offset..<offset + chunk]))
            }
        } catch { throw TableError(path: path, error) }
    }
}
