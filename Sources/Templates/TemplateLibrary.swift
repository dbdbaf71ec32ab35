import Files
import Foundation
public import Layout

/// The templates that an office can use: its own in `templates/`, then Mocban's.
public struct TemplateLibrary: Sendable {
    private let shelf: YAMLShelf

    /// The templates of the resources and, before them, of an office's folder.
    public init(resources: Resources, office folder: String? = nil) {
        let own = folder.map { [$0 + "/templates"] } ?? []
        shelf = YAMLShelf(folders: own + TemplateKind.allCases.map { resources.templates + "/\($0.rawValue)s" })
    }

    /// The names of all templates, sorted.
    public var names: [String] { shelf.names }

    /// A template by its name, or by its file's path where the name has a slash or ends in `.yaml`.
    ///
    /// Of several with one name the first of the kind is meant; without a kind, the first.
    ///
    /// - Parameters:
    ///   - name: the name, or the path.
    ///   - kind: the kind that is wanted; nil for any.
    ///   - language: which of its texts are read.
    /// - Returns: The template.
    /// - Throws: `TemplateError.noTemplate` or `wrongTemplateKind`, or `ConfigurationError` with a fault's line and column.
    public func template(
        _ name: String, kind: TemplateKind? = nil, language: TemplateLanguage = .vietnamese
    ) throws -> Template {
        try file(name, kind: kind, language: language).template
    }

    /// A template by its name or path, as ``template(_:kind:language:)`` finds it, and its file.
    package func file(
        _ name: String, kind: TemplateKind?, language: TemplateLanguage = .vietnamese
    ) throws -> (template: Template, path: String) {
        let paths = shelf.paths(of: name)
        guard !paths.isEmpty else { throw TemplateError.noTemplate(name: name, known: names) }
        for path in paths {
            let template = try Template(
                yaml: try readText(path, limit: YAMLLimits.mostBytes), file: path, name: YAMLShelf.name(of: path),
                language: language)
            if kind == nil || template.kind == kind { return (template, path) }
        }
        throw TemplateError.wrongTemplateKind(name: name, wanted: kind)
    }
}

/// Files of a kind by their names, in folders of which the first has the first word.
struct YAMLShelf {
    let folders: [String]

    /// The names of all, sorted.
    var names: [String] { Set(folders.flatMap(Self.names)).sorted() }

    /// The files of a name; the name itself where it is a path: it has a slash or ends in `.yaml`.
    func paths(of name: String) -> [String] {
        if name.contains("/") || name.hasSuffix(".yaml") { return [name] }
        return folders.filter { Self.names(in: $0).contains(name) }.map { "\($0)/\(name).yaml" }
    }

    /// The name of a file.
    static func name(of path: String) -> String {
        ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    private static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }
    }
}
