import Files
import Foundation
import Issuing
package import Messages
import Office
package import Payload
package import Templates

/// What a run's `manifest.json` says it printed, and where.
///
/// The file stays on the disk: in memory are its head and, of each PDF file, which of its lines are about it.
package struct PrintedManifest: Sendable {
    package struct Run: Decodable, Sendable {
        /// The run's number in the register; nil in a manifest from before that was written.
        package var id: Int?
        /// When it was printed, in ISO 8601.
        package var created: String?
        package var template: String
        /// How pages were put on paper; nil in a manifest from before there were such choices.
        package var form: PrintForm?
        /// Whether cards or posters are listed.
        package var kind = ClaimsKind.card

        private enum CodingKeys: String, CodingKey { case id, created, template, form }

        package var clock: Timestamp? { created.flatMap { Timestamp($0) } }
    }

    package struct Item: Decodable, Sendable, Hashable {
        package var serial: Serial
        package var row: Int
        package var file: String
        /// The sheet of the file and the position on it, both from 1.
        package var page, position: Int

        private enum CodingKeys: String, CodingKey { case serial, row, file, page, position }

        package init(serial: Serial, row: Int, file: String, page: Int, position: Int) {
            (self.serial, self.row, self.file, self.page, self.position) = (serial, row, file, page, position)
        }

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            let text = try values.decode(String.self, forKey: .serial)
            do { serial = try Serial(parsing: text) } catch {
                throw DecodingError.dataCorruptedError(forKey: .serial, in: values, debugDescription: "\(error)")
            }
            row = try values.decode(.row, in: PrintedFigure.rows)
            file = try values.decode(String.self, forKey: .file)
            page = try values.decode(.page, in: PrintedFigure.pages)
            position = try values.decode(.position, in: PrintedFigure.positions)
        }
    }

    private enum Limits {
        /// Bytes of a file: 4 GiB; it stays on the disk.
        static let bytes = 4 << 30
        /// Bytes of a line about a card, or about the run: 64 KiB.
        static let line = 64 << 10
        /// Bytes of the line about all files: 32 MiB, of a file for each household of a province.
        static let filesLine = 32 << 20
    }

    package let path: String
    package let run: Run
    package let sheets: [String: Int]

    private let data: Data
    private let lines: [String: [Range<Int>]]

    private struct File: Decodable {
        var file: String
        var sheets: Int

        private enum CodingKeys: String, CodingKey { case file, sheets }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            file = try values.decode(String.self, forKey: .file)
            sheets = try values.decode(.sheets, in: PrintedFigure.sheets)
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// Reads a manifest's head and finds its files; throws `FileError.unreadable` or `faultyManifest`.
    package init(path: String) throws {
        self.path = path
        do throws(RegularFile.Fault) {
            guard try RegularFile.size(of: path) <= Limits.bytes else { throw .tooLong(limit: Limits.bytes) }
        } catch {
            throw FileError.unreadable(path: path, reason: error.message)
        }
        do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
            throw FileError.unreadable(path: path, reason: systemReason(error))
        }
        var run: Run?
        var sheets: [String: Int]?
        var lines: [String: [Range<Int>]] = [:]
        var kind = ClaimsKind.card
        var (file, mark) = ("", Data())
        var start = data.startIndex
        var number = 0
        while start < data.endIndex {
            number += 1
            let end = data[start...].firstIndex(of: Self.lineFeed) ?? data.endIndex
            let line = data[start..<end]
            defer { start = end + 1 }
            if line.starts(with: "{\"serial\"".utf8) {
                // Items of one file follow one another: only the first is decoded.
                if file.isEmpty || line.range(of: mark) == nil {
                    file = try Self.item(line, path: path, number).file
                    mark = Data("\"file\":\"\(file)\"".utf8)
                    lines[file, default: []].append(start..<end)
                } else if let open = lines[file]?.popLast() {
                    lines[file]?.append(open.lowerBound..<end)
                }
            } else if line.starts(with: Manifest.runMark.utf8) {
                run = try Self.decode(Run.self, after: Manifest.runMark, in: line, path: path, number)
            } else if line.starts(with: Manifest.filesMark.utf8) {
                let files = try Self.decode(
                    [File].self, after: Manifest.filesMark, in: line, path: path, number, atMost: Limits.filesLine)
                sheets = Dictionary(files.map { ($0.file, $0.sheets) }) { first, _ in first }
            } else if line.starts(with: "\"\(ClaimsKind.venue.command)\"".utf8) {
                kind = .venue
            }
        }
        guard var run, let sheets else {
            throw ProofError.faultyManifest(
                path: path, line: nil,
                reason: Message(en: "it is none that Mocban wrote", vi: "không phải tệp do Mocban ghi"))
        }
        run.kind = kind
        self.run = run
        self.sheets = sheets
        self.lines = lines
    }

    package func items(of file: String) throws -> [Item] {
        var items: [Item] = []
        for range in lines[file] ?? [] {
            for line in data[range].split(separator: Self.lineFeed) {
                items.append(try Self.item(line, path: path, nil))
            }
        }
        return items
    }

    /// Where a serial was printed, looked for in the whole file; nil where the manifest does not have it.
    package func item(of serial: Serial) -> Item? {
        guard let found = data.range(of: Data("\"serial\":\"\(serial)\"".utf8)) else { return nil }
        let start = data[..<found.lowerBound].lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? data.startIndex
        let end = data[found.upperBound...].firstIndex(of: Self.lineFeed) ?? data.endIndex
        return try? Self.item(data[start..<end], path: path, nil)
    }

    private static func item(_ line: Data, path: String, _ number: Int?) throws -> Item {
        guard let item = decode(Item.self, line) else {
            throw ProofError.faultyManifest(
                path: path, line: number,
                reason: Message(en: "a card or poster cannot be read", vi: "không đọc được một thẻ hoặc áp phích"))
        }
        return item
    }

    private static func decode<Value: Decodable>(
        _: Value.Type, after mark: String, in line: Data, path: String, _ number: Int, atMost limit: Int = Limits.line
    ) throws -> Value {
        guard let value = decode(Value.self, line.dropFirst(mark.utf8.count), atMost: limit) else {
            throw ProofError.faultyManifest(
                path: path, line: number,
                reason: Message(en: "what follows \(mark)cannot be read", vi: "không đọc được phần sau \(mark)"))
        }
        return value
    }

    /// Decodes a line, which may end in a comma; nil where it is longer than such lines are.
    private static func decode<Value: Decodable>(
        _: Value.Type, _ line: Data, atMost limit: Int = Limits.line
    ) -> Value? {
        guard line.count <= limit else { return nil }
        let bytes = line.last == UInt8(ascii: ",") ? line.dropLast() : line
        return try? JSONDecoder().decode(Value.self, from: Data(bytes))
    }
}

package enum ProofError: Failure, Equatable {
    /// A file is no manifest of a run; the line is nil for the whole.
    case faultyManifest(path: String, line: Int?, reason: Message)

    package var category: FailureCategory { .badInput }

    package var message: Message {
        switch self {
        case .faultyManifest(let path, let line, let reason):
            Message(
                en: "\(path)\(line.map { ", line \($0)," } ?? "") is no manifest: \(reason.english)",
                vi: "\(path)\(line.map { ", dòng \($0)," } ?? "") không phải bảng kê: \(reason.vietnamese)")
        }
    }
}
