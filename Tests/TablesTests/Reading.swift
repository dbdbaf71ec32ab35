@testable import Tables

/// Every row of a file below its header.
func rows(_ path: String, chunk: Int = FileInput.usualChunk) throws -> [Row] {
    var reader = try CSVReader(path: path, chunk: chunk)
    var rows: [Row] = []
    guard let header = try reader.next() else { return [] }
    reader.width = (header.fields.lastIndex { !$0.allSatisfy { $0 == " " } } ?? -1) + 1
    while let row = try reader.next() { rows.append(row) }
    return rows
}
