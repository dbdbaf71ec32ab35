import Files
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
    /// Throws `TemplateError.noResources`.
    public static func located() throws(TemplateError) -> Resources {
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

    package var templates: String { folder + "/templates" }
    package var fontList: String { folder + "/fonts/fonts.yaml" }

    private static func holdsResources(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/fonts/fonts.yaml")
    }
}
