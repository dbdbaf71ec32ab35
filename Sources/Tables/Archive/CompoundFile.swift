/// The directory of an OLE2 compound file ([MS-CFB]), the form of XLS, DOC and of workbooks with a password.
enum CompoundFile {
    /// The bytes that every such file begins with.
    static let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Directory sectors that are looked at; a workbook has one to three as a rule.
    private static let mostSectors = 256

    /// What the file is, after the names of its streams.
    ///
    /// - Throws: ``WorkbookError`` `missing` or `unreadable`.
    static func kind(path: String) throws(WorkbookError) -> WorkbookKind {
        let names = try streamNames(path: path)
        if names.contains("EncryptedPackage") { return .protected }
        if names.contains("Workbook") || names.contains("Book") { return .xls }
        if names.contains("WordDocument") { return .word }
        return .compound
    }

    /// The names of the directory's entries; those before the damage where the file is damaged.
    private static func streamNames(path: String) throws(WorkbookError) -> Set<String> {
        let header = try FileBeginning.read(path: path, count: 512)
        guard header.count == 512, header.starts(with: magic) else { return [] }
        let shift = Int(header[30]) | Int(header[31]) << 8
        guard shift == 9 || shift == 12 else { return [] }
        let size = 1 << shift
        // The first 109 sectors of the allocation table are listed in the header; directories lie in their reach.
        let tables = (0..<109).map { number(header, at: 76 + 4 * $0) }

        var names: Set<String> = []
        var sector = number(header, at: 48)
        for _ in 0..<mostSectors where sector < 0xFFFF_FFFA {
            let bytes = try FileBeginning.read(path: path, from: (Int(sector) + 1) << shift, count: size)
            guard bytes.count == size else { break }
            for entry in stride(from: 0, to: size, by: 128) { names.insert(name(bytes, at: entry)) }
            let (table, index) = Int(sector).quotientAndRemainder(dividingBy: size / 4)
            guard table < tables.count, tables[table] < 0xFFFF_FFFA else { break }
            let next = try FileBeginning.read(path: path, from: (Int(tables[table]) + 1) << shift + 4 * index, count: 4)
            guard next.count == 4 else { break }
            sector = number(next, at: 0)
        }
        return names
    }

    private static func name(_ bytes: [UInt8], at entry: Int) -> String {
        let length = min(Int(bytes[entry + 64]) | Int(bytes[entry + 65]) << 8, 64)
        let units = stride(from: entry, to: entry + max(0, length - 2), by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func number(_ bytes: [UInt8], at index: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[index + $1]) << (8 * UInt32($1)) }
    }
}
