/// A ZIP archive of parts that are not compressed, with right checksums.
struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// A workbook of one sheet.
    static func workbook(sheet: [UInt8]) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org"
        var archive = StoredArchive()
        archive.add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(office)/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        )
        archive.add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"\(office)/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        archive.add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(office)/spreadsheetml/2006/main\" xmlns:r=\"\(office)/officeDocument/2006/relationships\">"
                + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
        archive.add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"\(office)/package/2006/relationships\"><Relationship Id=\"r1\" "
                + "Type=\"\(office)/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        )
        archive.add("xl/worksheets/sheet1.xml", sheet)
        return archive.finish()
    }

    private mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    private mutating func add(_ name: String, _ content: [UInt8]) {
        let offset = bytes.count
        // Version 2.0, no flags, stored, no time; then checksum, both sizes, the name's length and no extra field.
        let common =
            number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(Int(Self.checksum(content)), 4)
            + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
        bytes += number(0x0403_4B50, 4) + common + name.utf8 + content
        directory +=
            number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            + number(0, 4) + number(offset, 4) + name.utf8
        count += 1
    }

    private func finish() -> [UInt8] {
        bytes + directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2) + number(count, 2) + number(count, 2)
            + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    }

    private func number(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// CRC-32 as ZIP has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
