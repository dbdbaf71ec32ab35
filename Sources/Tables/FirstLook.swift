import VietnameseText

/// What the first bytes of a file say: which encoding its text is in, and which delimiter stands between its fields.
struct FirstLook {
    let delimiter: CSVDelimiter
    let encoding: TextEncoding
    /// Why the encoding was chosen.
    let evidence: String

    /// Looks at the file's beginning, passes over a byte order mark and consumes nothing else.
    ///
    /// - Parameters:
    ///   - input: the file, just opened.
    ///   - encoding: the encoding, where a person has said it.
    /// - Throws: ``TableError`` `empty`, `notText`, `tooLong` or `unreadable`.
    init(_ input: inout FileInput, encoding: TextEncoding?) throws(TableError) {
        while input.limit < 8, try input.extend() {}
        try Self.checkMagic(input)
        if Self.starts(input, with: [0xEF, 0xBB, 0xBF]) { input.position = 3 }
        self.encoding = encoding ?? .utf8
        evidence = ""
        delimiter = try Self.mostFrequentDelimiter(of: &input, longest: RecordScanner.longestField)
    }

    private static func checkMagic(_ input: borrowing FileInput) throws(TableError) {
        let path = input.path
        if starts(input, with: [0x50, 0x4B, 0x03, 0x04]) { throw .notText(path: path, found: .workbook) }
        if starts(input, with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .notText(path: path, found: .oldWorkbook) }
        if starts(input, with: [0x25, 0x50, 0x44, 0x46]) { throw .notText(path: path, found: .pdf) }
        if starts(input, with: [0xFF, 0xFE, 0x00, 0x00]) || starts(input, with: [0x00, 0x00, 0xFE, 0xFF]) {
            throw .notUTF8(path: path, line: nil, found: .utf32)
        }
        if starts(input, with: [0xFF, 0xFE]) || starts(input, with: [0xFE, 0xFF]) {
            throw .notUTF8(path: path, line: nil, found: .utf16)
        }
    }

    private static func starts(_ input: borrowing FileInput, with magic: [UInt8]) -> Bool {
        input.limit >= magic.count && input.bytes.prefix(magic.count).elementsEqual(magic)
    }

    private static func mostFrequentDelimiter(
        of input: inout FileInput, longest: Int
    ) throws(TableError) -> CSVDelimiter {
        var counts = [0, 0, 0]
        var isQuoted = false
        var hasText = false
        var index = input.position
        search: while true {
            if index == input.limit, try !input.extend() { break }
            guard index - input.position < longest else { throw .tooLong(path: input.path, line: 1) }
            let byte = input.bytes[index]
            index += 1
            switch byte {
            case 0x00: throw .notText(path: input.path, found: .binary)
            case 0x22: isQuoted.toggle()
            case 0x0A, 0x0D:
                if isQuoted { continue }
                if hasText { break search }
                counts = [0, 0, 0]
            case CSVDelimiter.comma.rawValue: if !isQuoted { counts[0] += 1 }
            case CSVDelimiter.semicolon.rawValue: if !isQuoted { counts[1] += 1 }
            case CSVDelimiter.tab.rawValue: if !isQuoted { counts[2] += 1 }
            case 0x20: break
            default: hasText = true
            }
        }
        guard hasText else { throw .empty(path: input.path) }
        if counts[1] > counts[0], counts[1] >= counts[2] { return .semicolon }
        return counts[2] > counts[0] ? .tab : .comma
    }
}
