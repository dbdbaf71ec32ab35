@testable import Tables

/// Every row of a file below its header.
func rows(_ path: String, chunk: Int = FileInput.usualChunk) throws -> [Row] {
    var reader = try CSVReader(path: path, chunk: chunk)
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
}
