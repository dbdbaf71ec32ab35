import CairoDrawing
import Files
import Foundation
import Glibc

/// A file that appears under its name only when it is whole.
public enum StagedFile {
    /// Lets `body` write a new file beside `path`, then gives it its name, replacing an older one at once.
    ///
    /// Throws `MocbanError.outputUnwritable`, or what `body` throws; the new file is then gone.
    public static func write(to path: String, _ body: (String) throws -> Void) throws {
        PartFile.sweep(path)
        let staged = PartFile.path(of: path)
        _ = unsafe unlink(staged)
        do {
            try body(staged)
            guard unsafe rename(staged, path) == 0 else {
                throw MocbanError.outputUnwritable(path: path, reason: lastSystemError)
            }
            syncFolder(of: path)
        } catch {
            _ = unsafe unlink(staged)
            guard case DrawingError.cannotWrite(staged, let reason) = error else { throw error }
            throw MocbanError.outputUnwritable(path: path, reason: reason)
        }
    }

    /// Writes bytes as a whole file of a mode; a name that is a link stays one on request, and its target is replaced.
    ///
    /// Throws `MocbanError.outputUnwritable`; nothing of the file is then left, nor after a kill.
    static func write(
        _ bytes: [UInt8], to path: String, mode: mode_t = 0o644, keepsLink: Bool = false
    ) throws(MocbanError) {
        let file = try PendingFile(path: path, mode: mode, keepsLink: keepsLink)
        try file.write(bytes)
        try file.finish()
        try file.commit()
    }
}
