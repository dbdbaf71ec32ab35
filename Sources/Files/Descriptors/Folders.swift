import SystemPackage

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

/// Waits until the bytes of a file, or the names in a folder, are on the disk; throws `Errno`.
package func syncToDisk(_ path: String) throws {
    let descriptor = try FileDescriptor.open(path, .readOnly)
    defer { try? descriptor.close() }
    try descriptor.sync()
}

/// Makes a rename in a file's folder last; where the system cannot do that, it is no worse off than before.
package func syncFolder(of path: String) { try? syncToDisk(folder(of: path)) }
