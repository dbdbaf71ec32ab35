import Foundation

/// A picture's file in memory, and what it looks like from its first bytes.
struct PictureFile {
    /// What the first bytes say.
    enum Form {
        case png
        case jpeg
        case other
    }

    // Larger than any telephone's photograph; what claims to be larger may be made to fill the memory.
    static let mostPixels = 100_000_000

    let path: String
    let bytes: Data

    /// Bytes that are no file yet.
    init(path: String, bytes: Data) { (self.path, self.bytes) = (path, bytes) }

    init(path: String) throws(DrawingError) {
        self.path = path
        do { bytes = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw .unreadablePicture(path: path, reason: "there is no such file, or you may not read it")
        }
    }

    var form: Form {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .png : .other
    }

    /// The pixels that a PNG's head announces, before anything makes room for them (PNG, section 11.2.2).
    var announcedPixels: Int {
        func number(at offset: Int) -> Int {
            min(1 << 30, bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) })
        }
        return number(at: 16) * number(at: 20)
    }
}
