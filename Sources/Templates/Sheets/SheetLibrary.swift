import Files
package import Layout

/// The sheet profiles that an office can use: its own in `sheets/`, then Mocban's.
package struct SheetLibrary: Sendable {
    private let shelf: YAMLShelf

    /// The profiles of the resources and, before them, of an office's folder.
    package init(resources: Resources, office folder: String? = nil) {
        shelf = YAMLShelf(folders: [folder.map { $0 + "/sheets" }, resources.templates + "/sheets"].compactMap(\.self))
    }

    package var names: [String] { shelf.names }

    /// A profile by its name, or by its file's path where the name has a slash or ends in `.yaml`.
    ///
    /// Throws `SheetError.noProfile`, or `ConfigurationError` with a fault's line and column.
    package func profile(_ name: String) throws -> SheetProfile { try file(name).profile }

    package func file(_ name: String) throws -> (profile: SheetProfile, path: String) {
        guard let path = shelf.paths(of: name).first else { throw SheetError.noProfile(name: name, known: names) }
        let yaml = try readText(path, limit: YAMLLimits.mostBytes)
        return (try SheetProfile(yaml: yaml, file: path, name: YAMLShelf.name(of: path)), path)
    }
}
