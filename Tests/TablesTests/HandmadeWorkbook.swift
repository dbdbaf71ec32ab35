import TestSupport

@testable import Tables

/// A workbook put together from XML, for what no program writes.
struct HandmadeWorkbook {
    /// The parts by name, in the order of the archive.
    var parts: [(name: String, data: [UInt8])]
    /// Parts that are stored compressed already: the data, and its size uncompressed.
    var deflated: [(name: String, data: [UInt8], size: Int)] = []

    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A workbook of one sheet.
    ///
    /// - Parameters:
    ///   - sheet: the elements of `sheetData`.
    ///   - strings: the elements of the shared strings; nil for no such part.
    ///   - styles: the elements of the styles; nil for no such part.
    ///   - around: elements of the worksheet behind `sheetData`.
    ///   - properties: elements of the workbook before the sheets.
    init(
        _ sheet: String, strings: String? = nil, styles: String? = nil, around: String = "", properties: String = ""
    ) {
        self.init(
            sheetXML: "<worksheet xmlns=\"\(Self.namespace)\"><sheetData>\(sheet)</sheetData>\(around)</worksheet>",
            strings: strings, styles: styles, properties: properties)
    }

    /// A workbook of one sheet's whole XML.
    init(sheetXML: String, strings: String? = nil, styles: String? = nil, properties: String = "") {
        parts = []
        let type = Self.relations
        add(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"a\" Type=\"\(type)/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "</Relationships>")
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(type)\">\(properties)"
                + "<sheets><sheet name=\"Tờ 1\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>")
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"s\" Type=\"\(type)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"t\" Type=\"\(type)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + "<Relationship Id=\"u\" Type=\"\(type)/styles\" Target=\"styles.xml\"/></Relationships>")
        if let strings { add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.namespace)\">\(strings)</sst>") }
        if let styles { add("xl/styles.xml", "<styleSheet xmlns=\"\(Self.namespace)\">\(styles)</styleSheet>") }
        add("xl/worksheets/sheet1.xml", sheetXML)
    }

    /// An archive of other parts.
    init(parts: [(String, String)]) {
        self.parts = parts.map { ($0.0, Array($0.1.utf8)) }
    }

    mutating func add(_ name: String, _ xml: String) { parts.append((name, Array(xml.utf8))) }

    /// The same workbook with another part of this name.
    func replacing(_ name: String, _ xml: String) -> HandmadeWorkbook {
        var workbook = self
        workbook.parts.removeAll { $0.name == name }
        workbook.add(name, xml)
        return workbook
    }

    /// The ZIP file.
    var bytes: [UInt8] {
        var zip = ZipBytes()
        for part in parts { zip.add(part.name, part.data, method: 0, size: part.data.count) }
        for part in deflated { zip.add(part.name, part.data, method: 8, size: part.size) }
        return zip.finished
    }

    /// The file, written where it is deleted when it is let go of.
    func file() throws -> TemporaryFile { try TemporaryFile(bytes) }

    /// The fields of the first sheet's rows.
    func fields() throws -> [[String]] { try read().rows.map(\.fields) }

    /// The first sheet's rows and remarks.
    func read(limits: WorkbookLimits = WorkbookLimits()) throws -> (rows: [Row], remarks: [SheetRemark]) {
        let file = try file()
        return try readSheet(file.path, limits: limits)
    }
}

/// A ZIP file as it is put together.
struct ZipBytes {
    private var local: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    mutating func add(_ name: String, _ data: [UInt8], method: UInt16, size: Int, flags: UInt16 = 0x800) {
        let facts =
            little(flags) + little(method) + little(UInt32(0x0021_0000))
            + little(method == 0 ? Self.checksum(data) : 0) + little(UInt32(data.count)) + little(UInt32(size))
            + little(UInt16(name.utf8.count)) + little(UInt16(0))
        directory += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + little(UInt16(20)) + facts
        directory += little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt32(0))
        directory += little(UInt32(local.count)) + name.utf8
        local += little(UInt32(0x0403_4B50)) + little(UInt16(20)) + facts + name.utf8 + data
        count += 1
    }

    var finished: [UInt8] {
        local + directory + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(count) + little(count)
            + little(UInt32(directory.count)) + little(UInt32(local.count)) + little(UInt16(0))
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 of ZIP.
    static func checksum(_ data: [UInt8]) -> UInt32 {
        var rest: UInt32 = 0xFFFF_FFFF
        for byte in data {
            rest ^= UInt32(byte)
            for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~rest
    }
}
