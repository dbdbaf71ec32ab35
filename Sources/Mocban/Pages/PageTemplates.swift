import Crypto
import Foundation
import Layout
import Mustache

/// Pages for browsers and paper, made of the files in `templates/pages`: Mustache templates, styles and scripts.
struct PageTemplates {
    /// What every page begins with, for the template `head`; a page needs no network and allows none.
    struct Head {
        var title: String
        var style: Insert
        var script: Insert?
        /// Whether the page has pictures in its own text.
        var showsPictures = false
    }

    /// A style or a script within a page.
    struct Insert {
        let text: String
        /// The source expression by which a browser knows what it may take (CSP level 2).
        let digest: String

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
    /// - Parameter resources: Mocban's resources.
    /// - Throws: `MocbanError.noTemplate` where one is missing that another takes in, `inputUnreadable`, or
    ///   `ConfigurationError` with a fault's line and column.
    init(_ resources: Resources) throws {
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
                    message: "\(fault.error)")
            }
        }
    }

    /// Styles, one after the other; throws as ``init(_:)`` does.
    func style(_ files: String...) throws -> Insert { Insert(try files.map { "\n" + (try text(of: $0)) }.joined()) }

    /// A script; throws as ``init(_:)`` does.
    func script(_ file: String) throws -> Insert { Insert("\n" + (try text(of: file))) }

    /// Fills a template in.
    ///
    /// - Parameters:
    ///   - name: the template, without `.mustache`.
    ///   - values: a structure whose members the template names. What is nil in it is looked for in the structures around
    ///     it, so that no two of them may use a name for different things.
    /// - Returns: HTML.
    /// - Throws: `MocbanError.noTemplate`.
    func render(_ name: String, _ values: some Any) throws(MocbanError) -> String {
        try confirm(name + ".mustache")
        return library.render(values, withTemplate: name) ?? ""
    }

    private func text(of file: String) throws(MocbanError) -> String {
        try confirm(file)
        return try readText("\(folder)/\(file)")
    }

    private func confirm(_ file: String) throws(MocbanError) {
        guard names.contains(file) else { throw .noTemplate(name: "pages/\(file)", known: names) }
    }
}
