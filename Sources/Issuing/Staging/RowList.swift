import CairoDrawing
package import Files
package import Messages
import Roster
import Synchronization
package import Tables

/// Rows that a run did not do what a roster asks for, each with the reason, in a CSV file beside the cards.
///
/// Rows are found while reading and while drawing, from several threads; the file has them in the roster's order.
package final class RowList: Sendable {
    /// What the rows have in common; the raw value is the file's name.
    package enum Kind: String {
        /// They get no card or poster.
        case rejected = "rejected.csv"
        /// Their holders have a good card or poster that says something else.
        case changed = "changed.csv"
    }

    private static let ownColumns = [Message(en: "row", vi: "dòng"), Message(en: "reason", vi: "lý do")]

    private struct Line: Sendable, BitwiseCopyable {
        var row: Int
        var extent: RecordFile.Extent
    }

    private struct State: ~Copyable {
        let spool: RecordFile
        var lines: ExternalList<Line>
    }

    private let kind: Kind
    private let state: Mutex<State>
    private let header: [String]
    /// The row's own cells: a mended file comes back with the two columns that we add.
    private let kept: [Int]
    private let writer = CSVWriter()
    private let wording: Language

    package init(_ kind: Kind, header: [String], wording: Language, folder: String) throws(FileError) {
        (self.kind, self.header, self.wording) = (kind, header, wording)
        let own = Set(Self.ownColumns.flatMap { [$0.english, $0.vietnamese] })
        kept = header.indices.filter { !own.contains(header[$0]) }
        state = Mutex(State(spool: try RecordFile(in: folder), lines: try ExternalList(in: folder)))
    }

    package var count: Int { state.withLock { $0.lines.count } }

    package func add(_ row: Row, _ reasons: [Message]) throws { try add([rejection(of: row, reasons)]) }

    /// Takes in rows whose lines are made.
    package func add(_ rejections: [PartJournal.Rejection]) throws {
        try state.withLock { state in
            for rejection in rejections {
                try state.lines.append(Line(row: rejection.row, extent: try state.spool.append(rejection.line)))
            }
        }
    }

    package func rejection(of row: Row, _ reasons: [Message]) -> PartJournal.Rejection {
        PartJournal.Rejection(
            row: row.number,
            line: writer.bytes(
                of: [String(row.number), reasons.map { $0.text(in: wording) }.joined(separator: "; ")] + cells(of: row))
        )
    }

    /// Without our own columns; a row of the wrong length is kept as it is.
    private func cells(of row: Row) -> [String] {
        row.fields.count == header.count ? kept.map { row.fields[$0] } : row.fields
    }

    /// Writes the file, in UTF-8 with the mark that Excel knows it by.
    package func write(into staged: StagedFolder) throws {
        try state.withLock { state in
            try state.spool.flush()
            let file = try FileSink(path: staged.path(of: kind.rawValue), mode: 0o600)
            try file.write(
                CSVWriter.byteOrderMark
                    + writer.bytes(of: Self.ownColumns.map { $0.text(in: wording) } + kept.map { header[$0] }))
            try state.lines.sort { ($0.row, $0.extent.offset) < ($1.row, $1.extent.offset) }
            let spool = state.spool.file
            try state.lines.forEach { try file.write(try spool.read($0.extent)) }
            try file.close()
        }
    }
}
