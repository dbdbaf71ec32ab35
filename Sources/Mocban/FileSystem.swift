import Files
import Foundation
import Glibc
import Layout

/// Reads a text file whole; for configuration and templates, never for rosters.
func readText(_ path: String) throws(MocbanError) -> String {
    let bytes: [UInt8]
    do { bytes = try RegularFile(path, limit: YAMLLimits.mostBytes).bytes } catch {
        throw .inputUnreadable(path: path, reason: error.description)
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
        throw .inputUnreadable(path: path, reason: "it is not text in UTF-8")
    }
    return text
}

/// What the system says of a failed file operation, in its own short words.
func systemReason(_ error: any Error) -> String {
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
var lastSystemError: String { unsafe String(cString: strerror(errno)) }

/// Makes a folder and those above it where they are not there yet; gives those that were made, the outer ones first.
@discardableResult
func makeFolder(_ path: String) throws(MocbanError) -> [String] {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return [] }
    if unsafe mkdir(path, 0o755) == 0 { return [path] }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard errno == ENOENT, !parent.isEmpty, parent != [""] else {
        throw .outputUnwritable(path: path, reason: lastSystemError)
    }
    let made = try makeFolder(parent.joined(separator: "/"))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw .outputUnwritable(path: path, reason: lastSystemError)
    }
    return made + [path]
}

extension MocbanError {
    /// Why a file could not be read or written, without its name.
    var reason: String {
        switch self {
        case .inputUnreadable(_, let reason), .outputUnwritable(_, let reason): reason
        default: description
        }
    }
}
