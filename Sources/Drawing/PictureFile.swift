import Files

/// A picture's file in memory, and what it looks like from its first bytes.
struct PictureFile {
    /// What the first bytes say.
    enum Form {
        case png
        case jpeg
        case other
    }

    let path: String
    let bytes: [UInt8]

    /// Bytes that are no file yet.
    init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

    /// Reads a file; throws `DrawingError.unreadablePicture` for what is no file, or a longer one than pictures are.
    init(path: String) throws(DrawingError) {
        self.path = path
        do { bytes = try RegularFile(path, limit: PictureLimits.mostBytes).bytes } catch {
            let isUnreadable = if case .system = error { true } else { false }
            throw .unreadablePicture(
                path: path, reason: isUnreadable ? "there is no such file, or you may not read it" : "\(error)")
        }
    }

    var form: Form {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .png : .other
    }
}
