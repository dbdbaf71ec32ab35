import CairoDrawing
import Files

/// A drawing that appears under its name only when it is whole.
package enum DrawnFile {
    /// Lets `body` draw a new file beside `path`, then gives it its name, replacing an older one at once.
    ///
    /// Throws `FileError.unwritable`, or what `body` throws; the new file is then gone.
    package static func write(to path: String, _ body: (String) throws -> Void) throws {
        do { try PartFile.write(to: path, body) } catch DrawingError.cannotWrite(_, let reason) {
            throw FileError.unwritable(path: path, reason: reason)
        }
    }
}
