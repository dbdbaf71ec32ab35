import Files
import Glibc
import Messages
import Mocban
import SystemPackage

/// The lines of standard input, each as soon as its end is there; of a line that is too long, its beginning at once.
///
/// However long a line is, no more of it is in memory than ``ScannedLine/longest`` and a buffer.
struct InputLines: ~Copyable {
    private static let bufferSize = 1 << 16

    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var start = 0
    /// The line so far: at most one byte more than a line may have, which may be the CR of its end.
    private var line: [UInt8] = []
    private var isSkipping = false

    /// The lines of an open file, which is called by a name in errors; the descriptor stays the caller's.
    init(_ descriptor: Int32 = STDIN_FILENO, name: String = "standard input") {
        (self.descriptor, self.name) = (descriptor, name)
    }

    /// The next line without its LF or CRLF, or what stands behind the last one; nil at the end.
    ///
    /// Throws `FileError.unreadable` where the input is closed, a folder, or cannot be read.
    mutating func next() throws(FileError) -> ScannedLine? {
        while true {
            if start == buffer.count, try !fill() {
                defer { line.removeAll() }
                return line.isEmpty ? nil : ScannedLine(line)
            }
            let end = nextLineFeed
            if isSkipping {
                start = end.map { $0 + 1 } ?? buffer.count
                isSkipping = end == nil
                continue
            }
            let part = buffer[start..<(end ?? buffer.count)].prefix(ScannedLine.longest + 1 - line.count)
            line += part
            start = part.endIndex
            if start == end {
                start += 1
                defer { line.removeAll() }
                return ScannedLine(line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...])
            }
            // A CR as its last byte may be half of a line's end.
            let isEndPossible = start == buffer.count && line.last == UInt8(ascii: "\r")
            guard line.count > ScannedLine.longest, !isEndPossible else { continue }
            isSkipping = true
            defer { line.removeAll() }
            return ScannedLine(line)
        }
    }

    /// Where the next LF of the buffer is.
    private var nextLineFeed: Int? {
        unsafe buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Reads what there is, waiting for it; false at the input's end.
    private mutating func fill() throws(FileError) -> Bool {
        while true {
            var count = 0
            buffer = unsafe [UInt8](unsafeUninitializedCapacity: Self.bufferSize) { bytes, filled in
                count = unsafe read(descriptor, bytes.baseAddress, bytes.count)
                filled = max(0, count)
            }
            start = 0
            if count >= 0 { return count > 0 }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Whoever started the program left the input so that reading does not wait.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = unsafe poll(&waiting, 1, -1)
            default: throw .unreadable(path: name, reason: Errno.last.message)
            }
        }
    }
}
