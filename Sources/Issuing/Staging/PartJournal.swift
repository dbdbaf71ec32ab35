import Files
import Office
package import Payload

/// What came of a part, in a file beside its PDF: a part whose journal and PDF are whole is never drawn again.
///
/// The file is a CBOR map, `{0: version, 1: file, 2: sheets, 3: SHA-256 of the PDF, 4: items, 5: rejections}`, and the
/// SHA-256 of that map; on the disk a MAC comes behind it (``StagedSeal``). An item is `[serial, row, page, position, record]`, a rejection `[row, line]`.
package struct PartJournal: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package var serial: Serial
        /// The roster's row, as Excel numbers it.
        package var row: Int
        /// The page of the file, from 1.
        package var page: Int
        /// The position on the page, from 1, row by row.
        package var position: Int
        /// What the register keeps of it, in the register's own form.
        package var record: [UInt8] = []
    }

    /// A row that turned out to have no place on a card.
    package struct Rejection: Equatable, Sendable {
        package var row: Int
        /// Its line of `rejected.csv`.
        package var line: [UInt8]
    }

    private static let version: Int64 = 1
    private static let digestLength = 32

    package var file: String
    /// The PDF's sheets of paper; 0 where there is no PDF.
    package var sheets = 0
    /// The PDF's SHA-256; empty where there is none.
    package var digest: [UInt8] = []
    package var items: [Item] = []
    package var rejections: [Rejection] = []

    package init(file: String) { self.file = file }

    package var bytes: [UInt8] {
        var writer = CBORWriter(capacity: 256 + items.count * 64)
        writer.map(6)
        writer.integer(0)
        writer.integer(Self.version)
        writer.integer(1)
        writer.text(file)
        writer.integer(2)
        writer.integer(Int64(sheets))
        writer.integer(3)
        writer.byteString(digest)
        writer.integer(4)
        writer.array(items.count)
        for item in items {
            writer.array(5)
            writer.unsigned(item.serial.rawValue)
            for number in [item.row, item.page, item.position] { writer.integer(Int64(number)) }
            writer.byteString(item.record)
        }
        writer.integer(5)
        writer.array(rejections.count)
        for rejection in rejections {
            writer.array(2)
            writer.integer(Int64(rejection.row))
            writer.byteString(rejection.line)
        }
        return writer.bytes + FileDigest.of(writer.bytes)
    }

    /// Reads a journal's file; nil where it is torn or changed.
    package init?(_ bytes: [UInt8]) {
        let map = bytes.dropLast(Self.digestLength)
        guard FileDigest.of(map).elementsEqual(bytes.suffix(Self.digestLength)) else { return nil }
        do { try self.init(map: map) } catch { return nil }
    }

    private init(map: ArraySlice<UInt8>) throws(CBORError) {
        var reader = CBORReader(map)
        try reader.expectMap(6)
        try reader.expect(0)
        try reader.expect(Self.version)
        try reader.expect(1)
        file = try reader.text()
        try reader.expect(2)
        sheets = try reader.integer(within: PrintedFigure.sheets)
        try reader.expect(3)
        digest = Array(try reader.byteString())
        try reader.expect(4)
        for _ in 0..<(try reader.array()) { items.append(try Item(&reader)) }
        try reader.expect(5)
        for _ in 0..<(try reader.array()) {
            try reader.expectArray(2)
            rejections.append(
                Rejection(
                    row: try reader.integer(within: PrintedFigure.rows), line: Array(try reader.byteString())))
        }
        try reader.finish()
    }
}

extension CBORReader {
    fileprivate mutating func integer(within bounds: ClosedRange<Int>) throws(CBORError) -> Int {
        Int(try integer(in: Int64(bounds.lowerBound)...Int64(bounds.upperBound)))
    }
}

extension PartJournal.Item {
    fileprivate init(_ reader: inout CBORReader) throws(CBORError) {
        try reader.expectArray(5)
        let offset = reader.offset
        guard let serial = Serial(rawValue: try reader.unsigned()) else { throw .unexpectedValue(offset: offset) }
        self.serial = serial
        row = try reader.integer(within: PrintedFigure.rows)
        page = try reader.integer(within: PrintedFigure.pages)
        position = try reader.integer(within: PrintedFigure.positions)
        record = Array(try reader.byteString())
    }
}
