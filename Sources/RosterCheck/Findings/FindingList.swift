import Foundation
package import Messages
import Roster
import RosterValues
import Tables
import VietnameseText

/// A check as one JSON object, its findings one by one as rows are read.
package struct FindingList {
    private let paths: [String]
    private let language: Language
    private let write: ([UInt8]) throws -> Void
    private var text = JSONText()
    private var isFirst = true

    package init(
        _ summary: RosterCheck.Summary, language: Language, write: @escaping ([UInt8]) throws -> Void
    ) throws {
        self.language = language
        paths = summary.files.map(\.path)
        self.write = write
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let head = try encoder.encode(Head(summary, language))
        // The object stays open: its last two bytes are a line break and the brace.
        text.append(raw: head.dropLast(2))
        text.append(raw: ",\n  \"problems\" : [")
    }

    package mutating func add(_ row: CheckedRow) throws {
        for finding in row.findings { add(finding, at: row.position) }
        if text.bytes.count >= 1 << 16 { try flush() }
    }

    package mutating func finish() throws {
        text.append(raw: isFirst ? "]\n}\n" : "\n  ]\n}\n")
        try flush()
    }

    private mutating func add(_ finding: Finding, at position: RowPosition) {
        text.append(isFirst ? "\n    {\"file\": " : ",\n    {\"file\": ", paths[position.file])
        isFirst = false
        text.append(raw: ", \"row\": ")
        text.append(position.row)
        if let column = finding.column { text.append(", \"column\": ", column) }
        text.append(", \"code\": ", finding.rule.rawValue)
        text.append(", \"severity\": ", finding.severity.rawValue)
        text.append(", \"value\": ", finding.value)
        if let proposal = finding.proposal {
            text.append(", \"proposal\": ", proposal.text)
            text.append(raw: proposal.isCertain ? ", \"certain\": true" : ", \"certain\": false")
        }
        text.append(", \"message\": ", finding.reason.text(in: language))
        text.append(raw: "}")
    }

    private mutating func flush() throws {
        try write(text.bytes)
        text.removeAll()
    }
}

extension FindingList {
    /// Everything before the findings.
    private struct Head: Encodable {
        var kind: String
        var files: [File]
        var rows, ready, warnings, refused, passedOver: Int
        var rules: [Count]

        init(_ summary: RosterCheck.Summary, _ language: Language) {
            kind = summary.kind.rawValue
            files = summary.files.map { File($0, language) }
            (rows, ready, warnings) = (summary.rows, summary.ready, summary.warnings)
            (refused, passedOver) = (summary.refused, summary.passedOver)
            rules = summary.rules.map {
                Count(code: $0.rule.rawValue, severity: $0.rule.severity.rawValue, count: $0.count)
            }
        }
    }

    private struct Count: Encodable {
        var code, severity: String
        var count: Int
    }

    private struct File: Encodable {
        var file, form: String
        var delimiter, encoding, sheet: String?
        var evidence: String
        var remarks, columns: [String]
        var readings: [String]
        var unusedColumns: [Unused]
        var headerRow, headerRows, carried: Int
        var firstCarried: Int?

        struct Unused: Encodable {
            var name, column: String
            var rows: Int
        }

        init(_ file: CheckedFile, _ language: Language) {
            readings = file.readings.map { $0.text(in: language) }
            unusedColumns = file.unused.map { Unused(name: $0.name, column: $0.letters, rows: $0.rows) }
            self.file = file.path
            switch file.table.form {
            case .csv(let delimiter, let encoding):
                form = "csv"
                self.delimiter = String(Character(Unicode.Scalar(delimiter.rawValue)))
                self.encoding = encoding.rawValue
            case .sheet(let name):
                form = "sheet"
                sheet = name
            }
            evidence = file.table.evidence?.english ?? ""
            remarks = file.table.remarks.map(\.english)
            columns = file.columns
            (headerRow, headerRows) = (file.headerRow, file.headerRows)
            (carried, firstCarried) = (file.carried, file.firstCarried)
        }
    }
}
