import Files
import Foundation
package import Layout

/// The sheet profiles that an office can use: its own in `sheets/`, then Mocban's.
package struct SheetLibrary: Sendable {
    private let folders: [String]

    /// The profiles of the resources and, before them, of an office's folder.
    package init(resources: Resources, office folder: String? = nil) {
        folders = [folder.map { $0 + "/sheets" }, resources.templates + "/sheets"].compactMap(\.self)
    }

    /// The names of all profiles, sorted.
    package var names: [String] { Set(folders.flatMap { Self.names(in: $0) }).sorted() }

    /// A profile by its name, or by its file's path where the name has a slash or ends in `.yaml`.
    ///
    /// Throws `SheetError.noProfile`, or `ConfigurationError` with a fault's line and column.
    package func profile(_ name: String) throws -> SheetProfile { try file(name).profile }

    /// A profile by its name or path, and its file.
    package func file(_ name: String) throws -> (profile: SheetProfile, path: String) {
        let path: String?
        if name.contains("/") || name.hasSuffix(".yaml") {
            path = name
        } else {
            path = folders.first { Self.names(in: $0).contains(name) }.map { "\($0)/\(name).yaml" }
        }
        guard let path else { throw SheetError.noProfile(name: name, known: names) }
        let base = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        return (try SheetProfile(yaml: try readText(path, limit: YAMLLimits.mostBytes), file: path, name: base), path)
    }

    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
    }
}
