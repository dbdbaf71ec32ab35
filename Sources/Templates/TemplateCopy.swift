import Files
import Foundation
import Layout
import Office
import Pictures

/// An office's own template, begun as a copy of another.
package struct TemplateCopy: Sendable {
    package let path: String
    /// The pictures that were copied beside it.
    package let pictures: [String]

    /// Writes `NAME.yaml` into an office's `templates/`, with the other's comments, and its pictures into
    /// `templates/art/`.
    ///
    /// No template may have the name yet, be it Mocban's; a summary of nil is the other's. Throws
    /// `TemplateError.unusableTemplateName`, `templateExists` or `noTemplate`; `ConfigurationError` where the other is
    /// faulty; `FileError.unwritable`.
    package init(
        _ name: String, from source: String, summary: String?, office folder: String, library: TemplateLibrary
    ) throws {
        guard name.contains(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/) else { throw TemplateError.unusableTemplateName(name) }
        guard !library.names.contains(name) else { throw TemplateError.templateExists(name: name) }
        let file = try library.file(source, kind: nil).path
        let templates = folder + "/templates"
        var text = try readText(file, limit: YAMLLimits.mostBytes)
        var pictures: [String] = []
        for written in try Self.pictures(of: source, library) {
            let from = (file as NSString).deletingLastPathComponent + "/" + written
            // A picture that the office's templates have already stays where it is.
            guard !Self.isBelow(templates, from) else { continue }
            let kept = try Self.keep(from, in: templates, as: name)
            text = Self.replacing(written, with: kept.name, in: text)
            if kept.isNew { pictures.append(templates + "/" + kept.name) }
        }
        if let summary {
            text = text.replacing(
                /(?m)^summary:.*$/, with: "summary: \(summary.precomposed.yamlQuoted)", maxReplacements: 1)
        }
        path = "\(templates)/\(name).yaml"
        self.pictures = pictures
        _ = try Template(yaml: text, file: path, name: name)
        _ = try makeFolder(templates)
        try AtomicFile.write(Array(text.utf8), to: path, keepsLink: true)
    }

    /// The pictures as a template writes them, in whatever language they are shown.
    private static func pictures(of source: String, _ library: TemplateLibrary) throws -> [String] {
        var found: [String] = []
        for language in TemplateLanguage.allCases {
            let (template, path) = try library.file(source, kind: nil, language: language)
            let folder = (path as NSString).deletingLastPathComponent + "/"
            for mark in template.sides.flatMap(\.face.marks) {
                guard case .picture(let picture) = mark else { continue }
                let written = String(picture.path.dropFirst(folder.count))
                if !found.contains(written) { found.append(written) }
            }
        }
        return found
    }

    private static func isBelow(_ folder: String, _ path: String) -> Bool {
        func standard(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
        return standard(path).hasPrefix(standard(folder) + "/")
    }

    /// Copies a picture into `art/`; under another name where another picture has its own.
    private static func keep(
        _ picture: String, in templates: String, as template: String
    ) throws -> (name: String, isNew: Bool) {
        let bytes: [UInt8]
        do { bytes = try RegularFile(picture, limit: PictureLimits.mostBytes).bytes } catch {
            throw FileError.unreadable(path: picture, reason: error.message)
        }
        _ = try makeFolder(templates + "/art")
        let base = (picture as NSString).lastPathComponent
        for name in ["art/\(base)", "art/\(template)-\(base)"] {
            let path = templates + "/" + name
            guard let existing = FileManager.default.contents(atPath: path) else {
                try AtomicFile.write(bytes, to: path)
                return (name, true)
            }
            if [UInt8](existing) == bytes { return (name, false) }
        }
        throw TemplateError.templateExists(name: "art/\(template)-\(base)")
    }

    /// The text with a picture's path changed wherever a mark names it.
    private static func replacing(_ written: String, with name: String, in text: String) -> String {
        var text = text
        for quote in ["", "\"", "'"] {
            for end in quote.isEmpty ? [",", "\n", " "] : [""] {
                text = text.replacing(
                    "picture: \(quote)\(written)\(quote)\(end)", with: "picture: \(quote)\(name)\(quote)\(end)")
            }
        }
        return text
    }
}
