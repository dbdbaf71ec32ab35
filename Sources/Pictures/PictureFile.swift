import Files
import Messages

/// A picture's file in memory, and what it looks like from its first bytes.
package struct PictureFile {
    package enum Form { case png, jpeg, other }

    package let path: String
    package let bytes: [UInt8]

    /// Bytes that are no file yet.
    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

    /// Reads a file; throws `PictureError.unreadable` for what is no file, or a longer one than pictures are.
    package init(path: String) throws(PictureError) {
        self.path = path
        do { bytes = try RegularFile(path, limit: PictureLimits.mostBytes).bytes } catch {
            let isUnreadable = if case .system = error { true } else { false }
            throw .unreadable(
                path: path,
                reason: isUnreadable
                    ? Message(
                        en: "there is no such file, or you may not read it",
                        vi: "không có tệp này, hoặc bạn không có quyền đọc") : error.message)
        }
    }

    package var form: Form {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) ? .png : .other
    }
}
