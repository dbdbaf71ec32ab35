import Messages

/// Rows that were parsed and not handed out yet, as bytes.
///
/// A text that cells share is looked up when its row is handed out: otherwise a few bytes of XML could name texts that
/// fill all memory.
struct RowQueue {
    /// A cell that is not empty.
    struct Cell {
        /// The column, from 1.
        var column: UInt16
        var font: LegacyFont
        var isShared: Bool
        var isStruck = false
        /// Whether the cell holds a day that Excel counts, and not a text.
        var isDate = false
        /// The number of a shared text, else where the cell's text ends in `bytes`.
        var value: UInt32
    }

    private struct Line { var number, cells, bytes: Int }

    /// The texts of the cells, one after another.
    var bytes: [UInt8] = []
    private(set) var cells: [Cell] = []
    private var lines: [Line] = []
    private var nextLine = 0, nextCell = 0, nextByte = 0

    var isEmpty: Bool { nextLine == lines.count }

    /// Bytes of the row that has not ended yet.
    var openBytes: Int { bytes.count - (lines.last?.bytes ?? 0) }

    /// Adds a cell to the row that has not ended yet; its text has been added to `bytes`.
    @inline(__always)
    mutating func append(column: Int, _ style: CellStyles.Style, isDate: Bool = false) {
        cells.append(
            Cell(
                column: UInt16(column), font: style.font, isShared: false, isStruck: style.isStruck, isDate: isDate,
                value: UInt32(truncatingIfNeeded: bytes.count)))
    }

    /// Adds a cell with a shared text to the row that has not ended yet.
    @inline(__always)
    mutating func append(column: Int, _ style: CellStyles.Style, shared: Int) {
        cells.append(
            Cell(
                column: UInt16(column), font: style.font, isShared: true, isStruck: style.isStruck,
                value: UInt32(shared)))
    }

    /// Ends a row; one without cells is dropped.
    mutating func endRow(number: Int) {
        guard cells.count > (lines.last?.cells ?? 0) else { return }
        lines.append(Line(number: number, cells: cells.count, bytes: bytes.count))
    }

    /// Takes the next whole row out, where one is left; `start` is the offset that its first text begins at.
    mutating func pop<Result, Failure: Error>(
        _ body: (_ number: Int, _ cells: ArraySlice<Cell>, _ start: Int) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard nextLine < lines.count else { return nil }
        let line = lines[nextLine]
        let (cell, byte) = (nextCell, nextByte)
        nextLine += 1
        nextCell = line.cells
        nextByte = line.bytes
        return try body(line.number, cells[cell..<line.cells], byte)
    }

    /// Forgets the rows that were handed out.
    mutating func makeRoom() {
        guard nextLine > 0, isEmpty else { return }
        // Only the row that has not ended yet is left.
        bytes.removeSubrange(..<nextByte)
        cells.removeSubrange(..<nextCell)
        for index in cells.indices where !cells[index].isShared { cells[index].value -= UInt32(nextByte) }
        lines.removeAll(keepingCapacity: true)
        (nextLine, nextCell, nextByte) = (0, 0, 0)
    }
}
