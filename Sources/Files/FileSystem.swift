import Foundation
import Glibc

/// Reads a text file of at most so many bytes; for configuration and templates, never for rosters.
package func readText(_ path: String, limit: Int) throws(FileError) -> String {
    let bytes: [UInt8]
    do { bytes = try RegularFile(path, limit: limit).bytes } catch {
        throw .unreadable(path: path, reason: error.description)
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
        throw .unreadable(path: path, reason: "it is not text in UTF-8")
    }
    return text
}

/// What the system says of a failed file operation, in its own short words.
package func systemReason(_ error: any Error) -> String {
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
        return unsafe String(cString: strerror(Int32(underlying.code)))
    }
    switch error.code {
    case CocoaError.fileReadNoSuchFile.rawValue, CocoaError.fileNoSuchFile.rawValue: return "there is no such file"
    case CocoaError.fileReadInapplicableStringEncoding.rawValue: return "it is not text in UTF-8"
    case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue: return "permission denied"
    default: return error.localizedDescription
    }
}

/// The system's words for the last failure of a call.
package var lastSystemError: String { unsafe String(cString: strerror(errno)) }

/// Makes a folder and those above it where they are not there yet; gives those that were made, the outer ones first.
@discardableResult
package func makeFolder(_ path: String) throws(FileError) -> [String] {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return [] }
    if unsafe mkdir(path, 0o755) == 0 { return [path] }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard errno == ENOENT, !parent.isEmpty, parent != [""] else {
        throw .unwritable(path: path, reason: lastSystemError)
    }
    let made = try makeFolder(parent.joined(separator: "/"))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .unwritable(path: path, reason: lastSystemError)
    }
    return made + [path]
}

/// Writes all bytes, however often the system stops half-way; false where it refuses, with `errno` set.
package func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
        let count = unsafe bytes.withUnsafeBytes {
            unsafe write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
        }
        guard count >= 0 || errno == EINTR else { return false }
        done += max(count, 0)
    }
    return true
}
