import Drawing
import Foundation
import Payload
import Synchronization

/// What a run printed, in `manifest.json`: every card or poster with its row, file, page and position.
///
/// Parts may end in any order; the file has them in the run's order, and holds no more in memory than it must.
final class Manifest: Sendable {
    /// A card or poster that was drawn.
    struct Item {
        var serial: Serial
        var row: Int
        /// The page of the file, from 1.
        var page: Int
        /// The position on the page, from 1, row by row.
        var position: Int
    }

    /// The settings of the run, at the manifest's head.
    struct Head: Encodable {
        var command, roster, template, kid, algorithm, created, expires: String
        var unit: UInt64
    }

    /// What the lines with the run's settings and with its files begin with; each line ends in a comma.
    static let runMark = "\"run\": "
    static let filesMark = "\"files\": "

    private struct State: ~Copyable {
        let sink: FileSink
        var next = 0
        var waiting: [Int: (file: IssuingRun.Report.File, lines: [UInt8])] = [:]
        var files: [IssuingRun.Report.File] = []
        var isFirst = true
    }

    private let state: Mutex<State>

    init(path: String, head: Head, list: String) throws {
        let sink = try FileSink(path: path)
        try sink.write(Array("{\n\(Self.runMark)".utf8) + (try Self.json(head)) + Array(",\n\"\(list)\": [".utf8))
        state = Mutex(State(sink: sink))
    }

    /// Takes the items of the part of a number; a part without items leaves no trace.
    func add(part: Int, file: String, sheets: Int, items: [Item]) throws {
        var lines: [UInt8] = []
        for item in items {
            lines.append(
                contentsOf:
                    "\n{\"serial\":\"\(item.serial)\",\"row\":\(item.row),\"file\":\"\(file)\",\"page\":\(item.page),\"position\":\(item.position)},"
                    .utf8)
        }
        try state.withLock { state in
            state.waiting[part] = (IssuingRun.Report.File(file: file, sheets: sheets, items: items.count), lines)
            while let (file, lines) = state.waiting.removeValue(forKey: state.next) {
                state.next += 1
                guard file.items > 0 else { continue }
                state.files.append(file)
                // The comma stands before the next part's first line, so that the last has none.
                try state.sink.write(state.isFirst ? lines.dropLast() : [UInt8(ascii: ",")] + lines.dropLast())
                state.isFirst = false
            }
        }
    }

    /// Ends the file with the counts; gives the run's files.
    func close(read: Int, rejected: Int, passedOver: Int) throws -> [IssuingRun.Report.File] {
        try state.withLock { state in
            let printed = state.files.reduce(0) { $0 + $1.items }
            var tail = Array("\n],\n\(Self.filesMark)".utf8) + (try Self.json(state.files))
            tail += Array(
                ",\n\"read\": \(read),\n\"printed\": \(printed),\n\"rejected\": \(rejected),\n\"passedOver\": \(passedOver)\n}\n"
                    .utf8)
            try state.sink.write(tail)
            try state.sink.close()
            return state.files
        }
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
