import Foundation
public import Layout

/// The templates that an office can use: its own in `templates/`, then Mocban's.
public struct TemplateLibrary: Sendable {
    private let folders: [String]

    /// The templates of the resources and, before them, of an office's folder.
    public init(resources: Resources, office folder: String? = nil) {
        let own = folder.map { [$0 + "/templates"] } ?? []
        folders = own + TemplateKind.allCases.map { resources.templates + "/\($0.rawValue)s" }
    }

    /// The names of all templates, sorted.
    public var names: [String] { Set(folders.flatMap { Self.names(in: $0) }).sorted() }

    /// A template by its name, or by its file's path where the name has a slash or ends in `.yaml`.
    ///
    /// Throws `MocbanError.noTemplate`, or `ConfigurationError` with the line and column of a fault.
    public func template(_ name: String) throws -> Template {
        if name.contains("/") || name.hasSuffix(".yaml") {
            let base = (name as NSString).lastPathComponent as NSString
            return try Template(yaml: try readText(name), file: name, name: base.deletingPathExtension)
        }
        for folder in folders where Self.names(in: folder).contains(name) {
            let path = "\(folder)/\(name).yaml"
            return try Template(yaml: try readText(path), file: path, name: name)
        }
        throw MocbanError.noTemplate(name: name, known: names)
    }

    /// A template of a kind.
    public func template(_ name: String, kind: TemplateKind) throws -> Template {
        let template = try template(name)
        guard template.kind == kind else { throw MocbanError.wrongTemplateKind(name: name, wanted: kind.rawValue) }
        return template
    }

    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
    }
}
