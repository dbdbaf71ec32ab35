import Foundation
import Glibc
package import Messages
import SystemPackage

/// Reads a text file of at most so many bytes; for configuration and templates, never for rosters.
package func readText(_ path: String, limit: Int) throws(FileError) -> String {
    let bytes: [UInt8]
    do { bytes = try RegularFile(path, limit: limit).bytes } catch {
        throw .unreadable(path: path, reason: error.message)
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
        throw .unreadable(path: path, reason: .notUTF8)
    }
    return text
}

extension Message {
    /// Why a file is not read as text.
    package static let notUTF8 = Message(en: "it is not text in UTF-8", vi: "không phải là văn bản mã UTF-8")
    /// Why a file is not read: nothing stands at its path.
    package static let noSuchFile = Message(en: "there is no such file", vi: "không có tệp này")
    /// Why a file is not read or written: this person may not.
    package static let permissionDenied = Message(en: "permission denied", vi: "không có quyền truy cập")
    /// Why a file is not written: what stands at its path is a folder, a pipe or a device.
    package static let thereButNoFile = Message(
        en: "it is there already, and no file", vi: "đã có sẵn và không phải là tệp")
}

/// What the system says of a failed file operation, in its own short words.
package func systemReason(_ error: any Error) -> Message {
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError, underlying.domain == NSPOSIXErrorDomain {
        return Errno(rawValue: Int32(underlying.code)).message
    }
    switch error.code {
    case CocoaError.fileReadNoSuchFile.rawValue, CocoaError.fileNoSuchFile.rawValue: return .noSuchFile
    case CocoaError.fileReadInapplicableStringEncoding.rawValue: return .notUTF8
    case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue: return .permissionDenied
    default: return Message(verbatim: error.localizedDescription)
    }
}

/// Makes a folder and those above it where they are not there yet; gives those that were made, the outer ones first.
@discardableResult
package func makeFolder(_ path: String) throws(FileError) -> [String] {
    if (try? Stat(FilePath(path)))?.type == .directory { return [] }
    do { try Errno.check(unsafe mkdir(path, 0o755)) } catch {
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        guard error == .noSuchFileOrDirectory, !parent.isEmpty, parent != [""] else {
            throw .unwritable(path: path, reason: error.message)
        }
        let made = try makeFolder(parent.joined(separator: "/"))
        do { try Errno.check(unsafe mkdir(path, 0o755)) } catch .fileExists {
            // Another process made it in between.
        } catch { throw .unwritable(path: path, reason: error.message) }
        return made + [path]
    }
    return [path]
}
