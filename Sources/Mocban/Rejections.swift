import Drawing
import Foundation
import Roster
import Synchronization

/// The rows that get no card or poster, with the reason, in `rejected.csv`.
///
/// Rows are found while reading and while drawing, from several threads; the file has them in the roster's order.
final class Rejections: Sendable {
    static let fileName = "rejected.csv"

    private struct State: ~Copyable {
        let spool: Spool
        var rows: [(number: Int, place: Spool.Place)] = []
    }

    private let state: Mutex<State>
    private let header: [String]
    private let writer = CSVWriter()

    init(header: Row, folder: String) throws(MocbanError) {
        self.header = header.fields
        state = Mutex(State(spool: try Spool(in: folder)))
    }

    var count: Int { state.withLock { $0.rows.count } }

    func add(_ row: Row, _ reasons: [String]) throws {
        let line = writer.bytes(of: [String(row.number), reasons.joined(separator: "; ")] + row.fields)
        try state.withLock { state in
            state.rows.append((row.number, try state.spool.append(line)))
        }
    }

    /// Writes the file, in UTF-8 with the mark that Excel knows it by.
    func write(to path: String) throws {
        try state.withLock { state in
            try state.spool.flush()
            let file = try FileSink(path: path)
            try file.write(CSVWriter.byteOrderMark + writer.bytes(of: ["row", "reason"] + header))
            state.rows.sort { $0.number < $1.number }
            for row in state.rows { try file.write(try state.spool.read(row.place)) }
            try file.close()
        }
    }
}
