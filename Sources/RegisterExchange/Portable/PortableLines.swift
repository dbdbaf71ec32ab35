import Foundation

final class PortableLines {
    // No line of an export comes near it.
    private static let longest = 1 << 20

    private(set) var number = 0

    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var offset = 0

    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        self.file = file
    }

    /// The next line without its end; nil after the last one, or where the file cannot be read on.
    func next() -> ArraySlice<UInt8>? {
        var searched = offset
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { offset = end + 1 }
                number += 1
                return buffer[offset..<end]
            }
            searched = buffer.count - offset
            buffer.removeSubrange(..<offset)
            offset = 0
            guard buffer.count < Self.longest, let more = try? file.read(upToCount: 1 << 18), !more.isEmpty else {
                guard !buffer.isEmpty else { return nil }
                number += 1
                defer { buffer = [] }
                return buffer[...]
            }
            buffer += more
        }
    }
}
