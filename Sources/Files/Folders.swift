import Glibc

/// The folder that a file or folder is in, as its path says.
///
/// Foundation's own crashes over a path of one character.
package func folder(of path: String) -> String {
    let trimmed = path.reversed().drop { $0 == "/" }
    let folder = trimmed.drop { $0 != "/" }
    guard let slash = folder.first else { return trimmed.isEmpty && !path.isEmpty ? "/" : "." }
    let above = folder.drop { $0 == "/" }
    return above.isEmpty ? String(slash) : String(above.reversed())
}

/// Waits until the bytes of a file, or the names in a folder, are on the disk.
///
/// - Parameter path: the file or folder.
/// - Returns: Whether they got there; `errno` says why not.
package func syncToDisk(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
}

/// Makes a rename in a file's folder last.
///
/// - Parameter path: the file, by its new name.
/// - Returns: Whether it is on the disk; where the system cannot do that, it is no worse off than before.
@discardableResult
package func syncFolder(of path: String) -> Bool { syncToDisk(folder(of: path)) }
