import Foundation
import Layout
import TestSupport
import Testing

@testable import Mocban

@Suite("Templates of pages")
struct PageTemplatesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func templates(_ files: [String: String]) throws -> PageTemplates {
        for (name, text) in files { try folder.write("templates/pages/" + name, text) }
        return try PageTemplates(Resources(folder: folder.path))
    }

    private struct Values {
        let text: String
        var items: [String] = []
    }

    @Test(
        "a value is text, in content and in attributes, whatever marks stand on its signs",
        arguments: [
            ("<b>", "&lt;b&gt;"), ("<\u{301}b", "&lt;\u{301}b"), ("\"\u{301} x=", "&quot;\u{301} x="),
            ("'\u{20DD}", "&#39;\u{20DD}"), ("&\u{1DC4}amp;", "&amp;\u{1DC4}amp;"), (">\u{200D}", "&gt;\u{200D}"),
            ("a\r\nb\tc", "a  b c"), ("\u{202E}txet\u{0}", "\u{FFFD}txet\u{FFFD}"), ("{{text}}", "{{text}}"),
            ("Tôn Nữ Hồng Ẩn", "Tôn Nữ Hồng Ẩn"),
        ])
    func escaping(text: String, html: String) throws {
        let templates = try templates([
            "page.mustache": "<i title=\"{{text}}\">{{> part}}</i>", "part.mustache": "{{#items}}{{.}}{{/items}}",
        ])
        let page = try templates.render("page", Values(text: text, items: [text, text]))
        #expect(page.utf8.elementsEqual("<i title=\"\(html)\">\(html)\(html)</i>".utf8))
    }

    @Test("a template that is missing is named, and so is one that another takes in, a style and a script")
    func missing() throws {
        let templates = try templates(["page.mustache": "x"])
        #expect(throws: TemplateError.noTemplate(name: "pages/none.mustache", known: ["page.mustache"])) {
            try templates.render("none", Values(text: ""))
        }
        #expect(throws: TemplateError.noTemplate(name: "pages/none.css", known: ["page.mustache"])) {
            try templates.style("none.css")
        }
        #expect(throws: TemplateError.noTemplate(name: "pages/none.js", known: ["page.mustache"])) {
            try templates.script("none.js")
        }
        #expect(throws: TemplateError.noTemplate(name: "pages/head.mustache", known: ["a.mustache", "page.mustache"])) {
            try self.templates(["a.mustache": "{{> head}}"])
        }
        #expect(throws: TemplateError.noTemplate(name: "pages/page.mustache", known: [])) {
            try PageTemplates(Resources(folder: folder("none"))).render("page", Values(text: ""))
        }
    }

    @Test("a template that cannot be read is named with its line")
    func faulty() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try templates(["page.mustache": "<p>\n{{#items}}\n{{/item}}\n"])
        }
        #expect(error?.file == folder("templates/pages/page.mustache") && error?.line == 3)
    }

    @Test("what a page takes in is known by its digest, and begins a line")
    func inserts() throws {
        let templates = try templates(["a.css": "b {}\n", "c.css": "d {}\n"])
        let style = try templates.style("a.css", "c.css")
        #expect(style.text == "\nb {}\n\nd {}\n")
        #expect(style.digest == "sha256-qBESUGHJMxZAua+Yq9VDpKQoTHF6uViWYgzuiStbWRw=")
    }

    @Test("Mocban's own are whole")
    func own() throws {
        let templates = try PageTemplates(Resources(folder: repositoryRoot))
        for style in ["page.css", "proof.css"] { #expect(try templates.style(style).text.hasSuffix("}\n")) }
        #expect(try templates.script("check.js").text.contains("\"use strict\";"))
    }
}
