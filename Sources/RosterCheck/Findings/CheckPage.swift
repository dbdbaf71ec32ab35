package import Calendar
import Mustache
import Files
import Foundation
import Roster
import Tables
import Templates
import VietnameseText

/// A check as one page in Vietnamese for a browser and for paper: the summary, then every row that has problems.
///
/// Its script only sorts and filters what is there. Rows are written one by one: a page of a province holds none of them.
package struct CheckPage {
    /// Rows that the page shows at most: browsers grow slow with more.
    package static let mostRows = 20_000
    /// Characters of a cell that it shows at most.
    package static let longestCell = 200

    private let summary: RosterCheck.Summary
    private let templates: PageTemplates
    private let file: AtomicFile
    private var openFile: Int?
    private var rows = 0

    /// Begins the page with its summary.
    package init(_ report: RosterCheck.Lists.Report, _ summary: RosterCheck.Summary, today: CalendarDate) throws {
        self.summary = summary
        templates = try PageTemplates(report.resources)
        let names = summary.files.map { ($0.path as NSString).lastPathComponent }.joined(separator: ", ")
        let head = PageTemplates.Head(
            title: "Kiểm tra \(names)", style: try templates.style("page.css"),
            script: try templates.script("check.js"))
        file = try AtomicFile(path: report.path)
        try add("check", Top(head, names, summary, today: today))
    }

    /// Adds a row unless it is ready.
    package mutating func add(_ row: CheckedRow) throws {
        guard row.status != .ready else { return }
        rows += 1
        guard rows <= Self.mostRows else { return }
        let file = summary.files[row.place.file]
        if openFile != row.place.file {
            let (path, columns) = (summary.files.count > 1 ? file.path : nil, file.columns.map { shortened($0) })
            try add("check-list", ListHead(isNext: openFile != nil, file: path, columns: columns))
            openFile = row.place.file
        }
        try add("check-row", ShownRow(row, in: file, of: summary))
    }

    /// Ends the page and gives it its name.
    package mutating func finish() throws {
        let left = rows > Self.mostRows ? (rows - Self.mostRows).vietnamese : nil
        let mostRows = Self.mostRows.vietnamese
        try add("check-end", End(hasList: openFile != nil, left: left, mostRows: mostRows, isEmpty: rows == 0))
        try file.finish()
        try file.commit()
    }

    private func add(_ template: String, _ values: some Any) throws {
        try file.write(try templates.render(template, values).utf8)
    }
}

// MARK: What the templates are filled with

extension CheckPage {
    /// All that stands above the rows.
    private struct Top {
        struct File {
            let name, form: String
            let headerRow: Int
            let secondRow: Int?
            let columns: Int
            let remarks: [String]
            let carried: String
            let firstCarried: Int?

            init(_ file: CheckedFile) {
                name = (file.path as NSString).lastPathComponent
                form =
                    switch file.table.form {
                    case .csv(let delimiter, let encoding):
                        "CSV, ngăn cách bằng \(delimiter.vietnamese), mã \(encoding.rawValue)"
                    case .sheet(let name): "Bảng tính Excel, trang “\(name)”"
                    }
                headerRow = file.headerRow
                secondRow = file.headerRows > 1 ? file.headerRow + 1 : nil
                (columns, remarks) = (file.columns.count, file.table.remarks)
                (carried, firstCarried) = (file.carried.vietnamese, file.firstCarried)
            }
        }

        struct BrokenRule {
            let count, severity, words, code: String
        }

        struct Status {
            let code, words: String
        }

        let head: PageTemplates.Head
        let names: String
        let today: CalendarDate
        let isPeople: Bool
        let rows, ready, warnings, refused, passedOver: String
        let hasRepairs: Bool
        let certainRepairs, openProposals: String
        let files: [File]
        let rules: [BrokenRule]
        let hasRules: Bool
        let statuses: [Status]

        init(_ head: PageTemplates.Head, _ names: String, _ summary: RosterCheck.Summary, today: CalendarDate) {
            (self.head, self.names, self.today) = (head, names, today)
            isPeople = summary.kind == .people
            (rows, ready) = (summary.rows.vietnamese, summary.ready.vietnamese)
            (warnings, refused) = (summary.warnings.vietnamese, summary.refused.vietnamese)
            passedOver = summary.passedOver.vietnamese
            hasRepairs = summary.certainRepairs + summary.openProposals > 0
            certainRepairs = summary.certainRepairs.vietnamese
            openProposals = summary.openProposals.vietnamese
            files = summary.files.map(File.init)
            rules = summary.rules.filter { $0.rule.severity != .note || $0.rule.isAboutWholeRow }.map {
                BrokenRule(
                    count: $0.count.vietnamese, severity: $0.rule.severity.vietnamese, words: $0.rule.vietnamese,
                    code: $0.rule.rawValue)
            }
            hasRules = !rules.isEmpty
            statuses = [.refused, .warning, .passedOver].map { (status: CheckedRow.Status) in
                Status(code: status.rawValue, words: status.vietnamese)
            }
        }
    }

    /// What stands above the rows of a file.
    private struct ListHead {
        let isNext: Bool
        let file: String?
        let columns: [String]
    }

    /// All that stands below the rows.
    private struct End {
        let hasList: Bool
        let left: String?
        let mostRows: String
        let isEmpty: Bool
    }
}

/// A row as the page shows it, which says itself what its members are: by reflection a row costs five times as much.
private struct ShownRow: MustacheParent {
    struct Cell: MustacheParent {
        let classes: String?
        let isMissing: Bool
        let text: String

        func child(named name: String) -> Any? {
            switch name {
            case "classes": classes
            case "isMissing": isMissing
            case "text": text
            default: nil
            }
        }
    }

    struct Proposal: MustacheParent {
        let text: String
        let isCertain: Bool

        func child(named name: String) -> Any? {
            switch name {
            case "text": text
            case "isCertain": isCertain
            default: nil
            }
        }
    }

    struct Problem: MustacheParent {
        let severity: String
        let column: String?
        // For the telephone, where the row's cells have no room.
        let value: String?
        let rule: String
        let otherRow: Int?
        let otherFile: String?
        let proposal: Proposal?

        func child(named name: String) -> Any? {
            switch name {
            case "severity": severity
            case "column": column
            case "value": value
            case "rule": rule
            case "otherRow": otherRow
            case "otherFile": otherFile
            case "proposal": proposal
            default: nil
            }
        }
    }

    let number: Int
    let status, result, rules: String
    let hamlet: String?
    let columns: Int
    /// The cells in one, where they may belong to other columns.
    let whole: String?
    let cells: [Cell]
    let findings: [Problem]

    func child(named name: String) -> Any? {
        switch name {
        case "number": number
        case "status": status
        case "result": result
        case "rules": rules
        case "hamlet": hamlet
        case "columns": columns
        case "whole": whole
        case "cells": cells
        case "findings": findings
        default: nil
        }
    }

    init(_ row: CheckedRow, in file: CheckedFile, of summary: RosterCheck.Summary) {
        number = row.place.row
        (status, result) = (row.status.rawValue, row.status.vietnamese)
        rules = Set(row.findings.map(\.rule.rawValue)).sorted().joined(separator: " ")
        columns = file.columns.count
        let fields = row.row.fields
        if row.status == .passedOver || !row.row.damage.isEmpty {
            whole = shortened(fields.filter { !$0.isEmpty }.joined(separator: " | "), to: 500)
            (hamlet, cells) = (nil, [])
        } else {
            whole = nil
            let own = file.hamletField.flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
            hamlet = own.isEmpty ? nil : shortened(CleanText(own).text)
            cells = Self.cells(of: row, in: file)
        }
        findings = row.findings.filter { $0.severity != .note || row.status == .passedOver }.map { finding in
            Problem(
                severity: finding.severity.rawValue, column: finding.column.map { shortened(file.ownName(of: $0)) },
                value: finding.value.isEmpty ? nil : shortened(showingSpaces(finding.value)),
                rule: finding.rule.vietnamese, otherRow: finding.other?.row,
                otherFile: finding.other.flatMap {
                    $0.file == row.place.file ? nil : summary.files[$0.file].path
                },
                proposal: finding.proposal.map { Proposal(text: shortened($0.text), isCertain: $0.isCertain) })
        }
    }

    private static func cells(of row: CheckedRow, in file: CheckedFile) -> [Cell] {
        var marks: [Int: Severity] = [:]
        for finding in row.findings {
            guard let field = finding.column.flatMap(file.field(of:)), marks[field] != .error else { continue }
            if finding.severity != .note || marks[field] == nil { marks[field] = finding.severity }
        }
        return file.columns.indices.map { field in
            var classes: [String] = field == file.nameField ? ["name"] : []
            switch marks[field] {
            case .error: classes.append("e")
            case .warning: classes.append("w")
            case .note: classes.append("carried")
            case nil: break
            }
            let cell = field < row.row.fields.count ? row.row.fields[field] : ""
            // A longer word would push the other columns off the page.
            if cell.utf8.split(separator: 0x20).contains(where: { $0.count > 24 }) { classes.append("long") }
            let isMarked = marks[field] == .error || marks[field] == .warning
            let isMissing = isMarked && cell.allSatisfy(\.isWhitespace)
            return Cell(
                classes: classes.isEmpty ? nil : classes.joined(separator: " "), isMissing: isMissing,
                text: isMissing ? "" : shortened(isMarked ? showingSpaces(cell) : cell))
        }
    }
}

/// Spaces that nobody sees otherwise, at the ends or after another, as `␣`.
private func showingSpaces(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var shown = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
        let isLoose = index == 0 || index == scalars.count - 1 || scalars[index - 1].properties.isWhitespace
        shown.append(scalar.properties.isWhitespace && (isLoose || scalar != " ") ? "␣" : scalar)
    }
    return String(shown)
}

private func shortened(_ text: String, to length: Int = CheckPage.longestCell) -> String {
    text.unicodeScalars.count <= length ? text : String(text.unicodeScalars.prefix(length)) + "…"
}

// MARK: Words

extension Rule {
    /// Whether a row that breaks the rule is nobody's.
    fileprivate var isAboutWholeRow: Bool { self == .noteRow || self == .totalRow || self == .headerRow }
}

extension CheckedRow.Status {
    fileprivate var vietnamese: String {
        switch self {
        case .ready: "In được"
        case .warning: "Xem lại"
        case .refused: "Phải sửa"
        case .passedOver: "Bỏ qua"
        }
    }
}

extension Severity {
    fileprivate var vietnamese: String {
        switch self {
        case .error: "✗ Lỗi"
        case .warning: "! Cảnh báo"
        case .note: "Ghi chú"
        }
    }
}

extension CSVDelimiter {
    fileprivate var vietnamese: String {
        switch self {
        case .comma: "dấu phẩy"
        case .semicolon: "dấu chấm phẩy"
        case .tab: "dấu tab"
        }
    }
}
