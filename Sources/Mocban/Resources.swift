import Foundation
import Glibc

/// The folder that holds Mocban's own templates and its list of fonts.
public struct Resources: Sendable {
    /// The folder's path.
    public let folder: String

    /// Resources in a given folder.
    public init(folder: String) { self.folder = folder }

    /// The folder of `MOCBAN_RESOURCES`, else the nearest one at or above the program's own.
    ///
    /// Throws `MocbanError.noResources`.
    public static func located() throws(MocbanError) -> Resources {
        if let folder = ProcessInfo.processInfo.environment["MOCBAN_RESOURCES"] {
            guard holdsResources(folder) else { throw .noResources }
            return Resources(folder: folder)
        }
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        var folder = (program ?? FileManager.default.currentDirectoryPath) as NSString
        while folder.length > 1 {
            folder = folder.deletingLastPathComponent as NSString
            let candidates = [folder as String, folder.appendingPathComponent("share/mocban")]
            if let found = candidates.first(where: holdsResources) { return Resources(folder: found) }
        }
        throw .noResources
    }

    var templates: String { folder + "/templates" }
    var fontList: String { folder + "/fonts/fonts.yaml" }

    private static func holdsResources(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/fonts/fonts.yaml")
    }
}

/// Reads a text file whole; for configuration and templates, never for rosters.
func readText(_ path: String) throws(MocbanError) -> String {
    do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
        throw .inputUnreadable(path: path, reason: systemReason(error))
    }
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
