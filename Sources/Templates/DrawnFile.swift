import CairoDrawing
import Files
import Foundation
import Glibc

/// A file that appears under its name only when it is whole.
package enum DrawnFile {
    /// Lets `body` write a new file beside `path`, then gives it its name, replacing an older one at once.
    ///
    /// Throws `FileError.unwritable`, or what `body` throws; the new file is then gone.
    package static func write(to path: String, _ body: (String) throws -> Void) throws {
        PartFile.sweep(path)
        let staged = PartFile.path(of: path)
        _ = unsafe unlink(staged)
        do {
            try body(staged)
            guard unsafe rename(staged, path) == 0 else {
                throw FileError.unwritable(path: path, reason: lastSystemError)
            }
            syncFolder(of: path)
        } catch {
            _ = unsafe unlink(staged)
            guard case DrawingError.cannotWrite(staged, let reason) = error else { throw error }
            throw FileError.unwritable(path: path, reason: reason)
        }
    }
}
