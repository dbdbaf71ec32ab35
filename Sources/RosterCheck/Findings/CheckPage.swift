package import Calendar
import Messages
import Mustache
import Files
import Foundation
import Messages
import Roster
import RosterValues
import Tables
import Templates
import VietnameseText

/// A check as one page in Vietnamese for a browser and for paper: the summary, then every row that has findings.
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
        try add("check", Self.top(head, names, summary, today: today))
    }

    /// Adds a row unless it is ready.
    package mutating func add(_ row: CheckedRow) throws {
        guard row.status != .ready else { return }
        rows += 1
        guard rows <= Self.mostRows else { return }
        let file = summary.files[row.position.file]
        if openFile != row.position.file {
            let path = summary.files.count > 1 ? file.path : nil
            let columns = file.columns.map { shortened($0) }
            try add("check-list", ["isNext": openFile != nil, "file": path, "columns": columns])
            openFile = row.position.file
        }
        try add("check-row", shown(row, in: file))
    }

    /// Ends the page and gives it its name.
    package mutating func finish() throws {
        let left = rows > Self.mostRows ? (rows - Self.mostRows).vietnamese : nil
        try add(
            "check-end",
            ["hasList": openFile != nil, "left": left, "mostRows": Self.mostRows.vietnamese, "isEmpty": rows == 0])
        try file.finish()
        try file.commit()
    }

    private func add(_ template: String, _ values: Values) throws {
        try file.write(try templates.render(template, values).utf8)
    }
}

// MARK: What the templates are filled with

/// Values by the names that a template has for them: by reflection a row costs five times as much.
private struct Values: MustacheParent, ExpressibleByDictionaryLiteral {
    private let members: [(name: String, value: Any?)]

    init(dictionaryLiteral members: (String, Any?)...) { self.members = members }

    func child(named name: String) -> Any? { members.first { $0.name == name }?.value }
}

extension CheckPage {
    /// All that stands above the rows.
    private static func top(
        _ head: PageTemplates.Head, _ names: String, _ summary: RosterCheck.Summary, today: CalendarDate
    ) -> Values {
        let rules = summary.rules.filter {
            $0.rule.severity != .note || [.noteRow, .totalRow, .headerRow].contains($0.rule)
        }
        let statuses: [CheckedRow.Status] = [.refused, .warning, .passedOver]
        return [
            "head": head, "names": names, "today": today, "isPeople": summary.kind == .people,
            "rows": summary.rows.vietnamese, "ready": summary.ready.vietnamese,
            "warnings": summary.warnings.vietnamese, "refused": summary.refused.vietnamese,
            "passedOver": summary.passedOver.vietnamese,
            "hasRepairs": summary.certainRepairs + summary.openProposals > 0,
            "certainRepairs": summary.certainRepairs.vietnamese, "openProposals": summary.openProposals.vietnamese,
            "files": summary.files.map(facts), "hasRules": !rules.isEmpty,
            "rules": rules.map { count -> Values in
                [
                    "count": count.count.vietnamese, "severity": count.rule.severity.vietnamese,
                    "words": count.rule.title.vietnamese, "code": count.rule.rawValue,
                ]
            },
            "statuses": statuses.map { ["code": $0.rawValue, "words": $0.vietnamese] as Values },
        ]
    }

    private static func facts(_ file: CheckedFile) -> Values {
        let form =
            switch file.table.form {
            case .csv(let delimiter, let encoding):
                "CSV, ngăn cách bằng \(delimiter.vietnamese), mã \(encoding.rawValue)"
            case .sheet(let name): "Bảng tính Excel, trang “\(name)”"
            }
        return [
            "name": (file.path as NSString).lastPathComponent, "form": form, "headerRow": file.headerRow,
            "secondRow": file.headerRows > 1 ? file.headerRow + 1 : nil, "columns": file.columns.count,
            "remarks": file.table.remarks.map(\.vietnamese), "carried": file.carried.vietnamese,
            "firstCarried": file.firstCarried,
        ]
    }

    private func shown(_ row: CheckedRow, in file: CheckedFile) -> Values {
        let fields = row.row.fields
        // The cells in one, where they may belong to other columns.
        let isWhole = row.status == .passedOver || !row.row.damage.isEmpty
        let whole = fields.filter { !$0.isEmpty }.joined(separator: " | ")
        let hamlet = isWhole ? "" : file.hamletField.flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
        return [
            "number": row.position.row, "status": row.status.rawValue, "result": row.status.vietnamese,
            "rules": Set(row.findings.map(\.rule.rawValue)).sorted().joined(separator: " "),
            "hamlet": hamlet.isEmpty ? nil : shortened(CleanText(hamlet).text), "columns": file.columns.count,
            "whole": isWhole ? shortened(whole, to: 500) : nil, "cells": isWhole ? [] : Self.cells(of: row, in: file),
            "findings": row.findings.filter { $0.severity != .note || row.status == .passedOver }.map {
                shown($0, row.position.file, file)
            },
        ]
    }

    private func shown(_ finding: Finding, _ number: Int, _ file: CheckedFile) -> Values {
        let other = finding.other.flatMap { $0.file == number ? nil : summary.files[$0.file].path }
        return [
            "severity": finding.severity.rawValue, "column": finding.column.map { shortened(file.ownName(of: $0)) },
            // For the telephone, where the row's cells have no room.
            "value": finding.value.isEmpty ? nil : shortened(showingSpaces(finding.value)),
            "rule": finding.rule.title.vietnamese, "otherRow": finding.other?.row, "otherFile": other,
            "proposal": finding.proposal.map { proposal -> Values in
                ["text": shortened(proposal.text), "isCertain": proposal.isCertain]
            },
        ]
    }

    private static func cells(of row: CheckedRow, in file: CheckedFile) -> [Values] {
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
            return [
                "classes": classes.isEmpty ? nil : classes.joined(separator: " "), "isMissing": isMissing,
                "text": isMissing ? "" : shortened(isMarked ? showingSpaces(cell) : cell),
            ]
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
