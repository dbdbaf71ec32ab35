import CPango
import Files
import Messages

/// What a font's file may be.
enum FontLimits {
    /// Bytes of a file: 32 MiB; the largest fonts of Chinese have some 20.
    static let mostBytes = 32 << 20
}

/// Font files that were looked into: which fonts they hold, and which letters each has.
///
/// That takes longer than all else of a book, so books of one run share it; Fontconfig lets many threads read one.
@safe package final class FontConfiguration: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Looks into font files, TrueType or OpenType.
    ///
    /// Throws `TypesettingError.unreadableFont` where a file cannot be read as a font.
    package init(files: [String]) throws(TypesettingError) {
        Self.leaveSystemOut
        guard let pointer = unsafe FcConfigCreate() else {
            throw .failed(Message(en: "out of memory while loading fonts", vi: "hết bộ nhớ khi nạp phông chữ"))
        }
        unsafe self.pointer = pointer
        for file in files {
            // Of a pipe Fontconfig would wait for the writer.
            guard let size = try? RegularFile.size(of: file), size <= FontLimits.mostBytes else {
                throw .unreadableFont(path: file)
            }
            guard unsafe FcConfigAppFontAddFile(pointer, file) != 0 else { throw .unreadableFont(path: file) }
        }
    }

    deinit { unsafe FcConfigDestroy(pointer) }

    /// Makes an empty configuration that of the process.
    ///
    /// Where there is none, Pango loads the system's, with all its files and folders of fonts, for nothing.
    private static let leaveSystemOut: Void = {
        guard let empty = unsafe FcConfigCreate() else { return }
        unsafe FcConfigSetCurrent(empty)
        unsafe FcConfigDestroy(empty)
    }()
}
