import Foundation
import Glibc
import SystemPackage

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
        return Errno(rawValue: Int32(underlying.code)).description
    }
    switch error.code {
    case CocoaError.fileReadNoSuchFile.rawValue, CocoaError.fileNoSuchFile.rawValue: return "there is no such file"
    case CocoaError.fileReadInapplicableStringEncoding.rawValue: return "it is not text in UTF-8"
    case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue: return "permission denied"
    default: return error.localizedDescription
    }
}

/// Makes a folder and those above it where they are not there yet; gives those that were made, the outer ones first.
@discardableResult
package func makeFolder(_ path: String) throws(FileError) -> [String] {
    if (try? Stat(FilePath(path)))?.type == .directory { return [] }
    do { try Errno.check(unsafe mkdir(path, 0o755)) } catch {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        guard error == .noSuchFileOrDirectory, !parent.isEmpty, parent != [""] else {
            throw .unwritable(path: path, reason: error.description)
        }
        let made = try makeFolder(parent.joined(separator: "/"))
        do { try Errno.check(unsafe mkdir(path, 0o755)) } catch .fileExists {
            // Another process made it in between.
        } catch { throw .unwritable(path: path, reason: error.description) }
        return made + [path]
    }
    return [path]
}
