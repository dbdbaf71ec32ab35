import Files
import Foundation
import Roster
import RosterCheck
import TestSupport
import Testing

@testable import Mocban

@Suite("The page of a check")
struct CheckPageTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func page(_ texts: [String]) throws -> (RosterCheck.Summary, String) {
        let paths = try texts.enumerated().map { try folder.write("roster\($0).csv", $1) }
        let check = RosterCheck(paths: paths, today: checkDay)
        let summary = try check.examine()
        var lists = RosterCheck.Lists()
        lists.report = .init(path: folder("page.html"), resources: Resources(folder: repositoryRoot))
        try check.write(lists, of: summary)
        return (summary, try folder.text("page.html"))
    }

    private func count(_ part: String, in text: String) -> Int { text.components(separatedBy: part).count - 1 }

    @Test("has every row that is not ready, and no other", arguments: 0..<6 as Range<UInt64>)
    func rows(seed: UInt64) throws {
        let (summary, html) = try page([DamagedRoster(seed: seed).text, DamagedRoster(seed: seed + 50, rows: 9).text])
        #expect(count("<tr data-row=", in: html) == summary.rows - summary.ready)
        #expect(count("data-status=\"refused\"", in: html) == summary.refused)
        #expect(count("data-status=\"warning\"", in: html) == summary.warnings)
        #expect(count("data-status=\"passedOver\"", in: html) == summary.passedOver)
        #expect(
            html.contains("<b>\(summary.ready)</b> dòng in được ngay")
                || html.contains("<b>\(summary.ready)</b> in được ngay"))
        #expect(count("<table class=\"list\">", in: html) == 2)
        for tag in ["table", "tr", "td", "ul", "li", "section", "div", "p", "main", "form", "label", "select"] {
            let opened = count("<\(tag)>", in: html) + count("<\(tag) ", in: html)
            #expect(opened == count("</\(tag)>", in: html), "\(tag)")
        }
    }

    @Test(
        "shows hostile text as text",
        arguments: [
            "<script>alert(1)</script>", "</td></tr></table><script>x()</script>", "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)", "<!--", "]]>", "&lt;b&gt;", "\u{202E}txet", "<svg/onload=alert(1)>", "\u{8}<b>",
            "\"\u{301} onfocus=\"alert(1)", "<\u{301}img src=x>", "'\u{20DD} style='\u{20DD}",
        ])
    func hostile(text: String) throws {
        let quoted = "\"\(text.replacingOccurrences(of: "\"", with: "\"\"", options: .literal))\""
        let header = "household,full_name,date_of_birth,hamlet,\(quoted)\n"
        let (_, html) = try page([
            header + "\(quoted),,\(quoted),\(quoted),\(quoted)\n,\(quoted),,,\n" + "H-1,A,1990,\(quoted)\n"
        ])
        let body = try #require(html.range(of: "<body>").map { html[$0.upperBound...] })
        let tags = body.matches(of: /<([a-z0-9!]+)/.matchingSemantics(.unicodeScalar)).map { String($0.1) }
        let known: Set = [
            "main", "h1", "h2", "p", "ul", "li", "b", "div", "section", "table", "tr", "th", "td", "thead", "tbody",
            "form", "label", "input", "select", "option", "button", "output", "noscript", "span", "ins",
        ]
        #expect(Set(tags).isSubset(of: known), "\(Set(tags).subtracting(known))")
        #expect(!body.contains("onerror=alert") || body.contains("onerror=alert(1)&gt;"))
        #expect(!body.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0 })
        // No attribute but our own has a value from the file.
        for match in body.matches(of: /\ ([a-z-]+)=["']/.matchingSemantics(.unicodeScalar)) {
            #expect(
                ["class", "scope", "colspan", "name", "value", "type", "placeholder", "autocomplete"].contains(match.1)
                    || match.1.hasPrefix("data-"), "\(match.1)")
        }
    }

    @Test("names the other row, and its file where that is another one, whatever cells say of rows")
    func otherRow() throws {
        let header = "household,full_name,date_of_birth,hamlet\n"
        let (summary, html) = try page([
            header + "1,Lê An,1990,A\n1,Lê An,1990,A\n", header + "1,Lê An,1990,A\n2,Lê row 7,1990,A\n",
        ])
        #expect(count("(xem dòng 2)", in: html) == 1)
        #expect(html.contains("(xem dòng 2 của \(summary.files[0].path))"))
        #expect(count("xem dòng", in: html) == 2)
    }

    @Test("allows its own style and script and nothing else")
    func policy() throws {
        let (_, html) = try page([DamagedRoster(seed: 1).text])
        #expect(html.contains("default-src 'none'; style-src 'sha256-") && html.contains("base-uri 'none'"))
        #expect(!html.contains("unsafe-inline") && !html.contains("http:") && !html.contains("https:"))
        #expect(count("<script", in: html) == 1 && count("<style", in: html) == 1 && !html.contains("style=\""))
    }

    @Test("stops at its limit and says so")
    func limit() throws {
        let count = CheckPage.mostRows + 5
        let text = "household,full_name,date_of_birth,hamlet\n" + String(repeating: "H-1,,1990,A\n", count: count)
        let (summary, html) = try page([text])
        #expect(summary.refused == count)
        #expect(self.count("<tr data-row=", in: html) == CheckPage.mostRows)
        #expect(html.contains("Trang này chỉ liệt kê 20.000 dòng đầu; còn 5 dòng nữa"))
    }
}
