import Drawing
import Foundation
import Glibc

/// A file that appears under its name only when it is whole.
public enum StagedFile {
    /// Lets `body` write a new file beside `path`, then gives it its name, replacing an older one at once.
    ///
    /// Throws `MocbanError.outputUnwritable`, or what `body` throws; the new file is then gone.
    public static func write(to path: String, _ body: (String) throws -> Void) throws {
        let staged = "\(path).\(getpid()).part"
        _ = unsafe unlink(staged)
        do {
            try body(staged)
            guard unsafe rename(staged, path) == 0 else {
                throw MocbanError.outputUnwritable(path: path, reason: lastSystemError)
            }
            syncFolder(of: path)
        } catch {
            _ = unsafe unlink(staged)
            throw error
        }
    }

    /// Writes bytes as a whole file of a mode.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) throws {
        try write(to: path) { staged in
            let file = try FileSink(path: staged, mode: mode)
            try file.write(bytes)
            try file.close()
        }
    }
}

/// The system's words for the last failure of a call.
var lastSystemError: String { unsafe String(cString: strerror(errno)) }

/// Makes a rename in a file's folder last; a system that cannot is no worse off than before.
func syncFolder(of path: String) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = unsafe open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}
