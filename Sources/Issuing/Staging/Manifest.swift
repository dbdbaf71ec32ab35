import CairoDrawing
import Foundation
package import Register
package import Templates

/// What a run printed, in `manifest.json`: every card or poster with its row, file, page and position.
///
/// Its owner alone can read it: files are named after hamlets, or households. It is written when all parts are whole, from their journals, one part's items in memory at a time.
package enum Manifest {
    /// The settings of the run, at the manifest's head.
    package struct Head: Encodable {
        /// The run's number in the register.
        package var id: Int
        package var command, roster, template, kid, algorithm, created, expires: String
        package var unit: UInt64
        /// The share of the roster that was printed; nil for all of it.
        package var shard: Shard?
        package var form: PrintForm
    }

    /// What the lines with the run's settings and with its files begin with; each line ends in a comma.
    package static let runMark = "\"run\": "
    package static let filesMark = "\"files\": "

    /// Writes a manifest whose list has a name, `cards`.
    package static func write(
        to path: String, head: Head, list: String, of report: RunReport, from staged: StagedFolder
    ) throws {
        let sink = try FileSink(path: path, mode: 0o600)
        try sink.write(
            Array("{\n\(runMark)".utf8) + (try JSONEncoder.plain.encode(head)) + Array(",\n\"\(list)\": [".utf8))
        var separator = "\n"
        try staged.forEachPart { part in
            for item in part.items {
                try sink.write(
                    "\(separator){\"serial\":\"\(item.serial)\",\"row\":\(item.row),\"file\":\"\(part.file)\",\"page\":\(item.page),\"position\":\(item.position)}"
                        .utf8)
                separator = ",\n"
            }
        }
        try sink.write(Array("\n],\n\(filesMark)".utf8) + (try JSONEncoder.plain.encode(report.files)))
        try sink.write(
            ",\n\"read\": \(report.read),\n\"printed\": \(report.printed),\n\"rejected\": \(report.rejected),\n\"passedOver\": \(report.passedOver),\n\"holding\": \(report.holding),\n\"changed\": \(report.changed)"
                .utf8)
        if let rows = report.otherShards { try sink.write(",\n\"otherShards\": \(rows)".utf8) }
        try sink.write("\n}\n".utf8)
        try sink.close()
    }
}

extension JSONEncoder {
    /// One that sorts names and leaves slashes as they are.
    static var plain: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
