import Files
import Crypto
import Foundation
import Layout
import Messages
import Mustache

/// Pages for browsers and paper, made of the files in `templates/pages`: Mustache templates, styles and scripts.
package struct PageTemplates {
    /// What every page begins with, for the template `head`; a page needs no network and allows none.
    package struct Head {
        package var title: String
        package var style: Insert
        package var script: Insert?
        package var showsPictures = false

        package init(title: String, style: Insert, script: Insert? = nil, showsPictures: Bool = false) {
            (self.title, self.style, self.script, self.showsPictures) = (title, style, script, showsPictures)
        }
    }

    /// A style or a script within a page.
    package struct Insert {
        package let text: String
        /// The source expression by which a browser knows what it may take (CSP level 2).
        package let digest: String

        fileprivate init(_ text: String) {
            self.text = text
            digest = "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
        }
    }

    // Before each template, for partials too: its values are escaped as a page needs it.
    private static let pragma = "{{% CONTENT_TYPE: PAGE}}\n"

    private let folder: String
    private let names: [String]
    private var library = MustacheLibrary()

    /// Reads the templates.
    ///
    /// Throws `TemplateError.noTemplate` where one is missing that another takes in, `FileError.unreadable`, or
    /// `ConfigurationError` with a fault's line and column.
    package init(_ resources: Resources) throws {
        MustacheContentTypes.register(PageEscaping(), named: "PAGE")
        folder = resources.templates + "/pages"
        names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        for file in names where file.hasSuffix(".mustache") {
            let text = try self.text(of: file)
            for partial in text.matches(of: /{{> *([a-z-]+)/) { try confirm("\(partial.1).mustache") }
            do { try library.register(Self.pragma + text, named: String(file.dropLast(".mustache".count))) } catch {
                guard let fault = error as? MustacheTemplate.ParserError else { throw error }
                throw ConfigurationError(
                    file: "\(folder)/\(file)", line: fault.context.lineNumber - 1, column: fault.context.columnNumber,
                    fault: Message(verbatim: "\(fault.error)"))
            }
        }
    }

    /// Styles, one after the other; throws as ``init(_:)`` does.
    package func style(_ files: String...) throws -> Insert {
        Insert(try files.map { "\n" + (try text(of: $0)) }.joined())
    }

    /// A script; throws as ``init(_:)`` does.
    package func script(_ file: String) throws -> Insert { Insert("\n" + (try text(of: file))) }

    /// Fills in a template, named without `.mustache`.
    ///
    /// Gives HTML; throws `TemplateError.noTemplate`.
    ///
    /// What is nil in a structure is looked for in those around it, so that no two may use a name for different things.
    package func render(_ name: String, _ values: some Any) throws(TemplateError) -> String {
        try confirm(name + ".mustache")
        return library.render(values, withTemplate: name) ?? ""
    }

    private func text(of file: String) throws -> String {
        try confirm(file)
        return try readText("\(folder)/\(file)", limit: YAMLLimits.mostBytes)
    }

    private func confirm(_ file: String) throws(TemplateError) {
        guard names.contains(file) else { throw .noTemplate(name: "pages/\(file)", known: names) }
    }
}
