import Messages
import VietnameseText

/// What the first bytes of a file say: which encoding its text is in, and which delimiter stands between its fields.
struct FirstLook {
    let delimiter: CSVDelimiter
    let encoding: TextEncoding
    /// Why the text is read in this encoding: a sentence.
    let evidence: Message

    /// Bytes that are looked at to tell the encoding: 64 KiB, the names of some 500 people.
    private static let sampleSize = 1 << 16

    /// Looks at the file's beginning, passes over a byte order mark, and consumes nothing else.
    ///
    /// `said` is the encoding, where a person has said it. Throws `empty`, `notText`, `tooLong` or `unreadable`.
    init(_ input: inout FileInput, encoding said: TextEncoding?) throws(TableError) {
        while input.limit < Self.sampleSize, try input.extend() {}
        try Self.checkMagic(input)
        let guess = EncodingGuess(input.bytes.span.extracting(..<input.limit))
        encoding = said ?? guess.encoding
        evidence =
            said == nil ? guess.evidence : Message(en: "the encoding was given", vi: "bảng mã do người dùng chỉ định")
        switch encoding {
        case .utf8, .utf8TCVN3, .utf8VNI, .utf8Twice:
            if Self.starts(input, with: [0xEF, 0xBB, 0xBF]) { input.position = 3 }
        case .utf16LE, .utf16BE:
            if Self.starts(input, with: [0xFF, 0xFE]) || Self.starts(input, with: [0xFE, 0xFF]) { input.position = 2 }
            input.transcode(from: encoding)
        case .windows1258, .tcvn3, .vni:
            break
        }
        delimiter = try Self.delimiter(of: &input, longest: RecordScanner.longestField)
    }

    private static func checkMagic(_ input: borrowing FileInput) throws(TableError) {
        let path = input.path
        if starts(input, with: [0x25, 0x50, 0x44, 0x46]) { throw .notText(path: path, found: .pdf) }
        if starts(input, with: [0xFF, 0xFE, 0x00, 0x00]) || starts(input, with: [0x00, 0x00, 0xFE, 0xFF]) {
            throw .notText(path: path, found: .utf32)
        }
    }

    private static func starts(_ input: borrowing FileInput, with magic: [UInt8]) -> Bool {
        input.limit >= magic.count && input.bytes.prefix(magic.count).elementsEqual(magic)
    }

    /// The delimiter that the first rows agree on: the one of which all rows have equally many outside quotation marks, as
    /// the commas of addresses below a header are not; else the one of which the most stand in rows that have equally
    /// many; a comma where there is none.
    private static func delimiter(of input: inout FileInput, longest: Int) throws(TableError) -> CSVDelimiter {
        var tallies = [[Int: Int]](repeating: [:], count: CSVDelimiter.allCases.count)
        var counts = [0, 0, 0]
        var isQuoted = false, hasText = false
        var rows = 0
        var index = input.position
        while rows < rowsLookedAt {
            if index == input.limit {
                // The sample is as much as is looked at, unless not one row is whole in it.
                if rows > 0 { break }
                guard try input.extend() else { break }
            }
            guard rows > 0 || index - input.position < longest else { throw .tooLong(path: input.path, line: 1) }
            let byte = input.bytes[index]
            index += 1
            switch byte {
            case 0x00:
                guard rows > 0 else { throw .notText(path: input.path, found: .binary) }
            case 0x22: isQuoted.toggle()
            case 0x0A, 0x0D:
                if isQuoted { continue }
                if hasText {
                    rows += 1
                    for (index, count) in counts.enumerated() where count > 0 { tallies[index][count, default: 0] += 1 }
                }
                (counts, hasText) = ([0, 0, 0], false)
            case CSVDelimiter.comma.rawValue: if !isQuoted { counts[0] += 1 }
            case CSVDelimiter.semicolon.rawValue: if !isQuoted { counts[1] += 1 }
            case CSVDelimiter.tab.rawValue: if !isQuoted { counts[2] += 1 }
            case 0x20: break
            default: hasText = true
            }
        }
        guard hasText || rows > 0 else { throw .empty(path: input.path) }
        if rows == 0 { for (index, count) in counts.enumerated() where count > 0 { tallies[index][count] = 1 } }
        let agreed = CSVDelimiter.allCases.indices.filter { tallies[$0].values.first == max(1, rows) }
        if agreed.count == 1 { return CSVDelimiter.allCases[agreed[0]] }
        let scores = tallies.map { tally in tally.map { $0.key * $0.value }.max() ?? 0 }
        if scores[1] > scores[0], scores[1] >= scores[2] { return .semicolon }
        return scores[2] > scores[0] ? .tab : .comma
    }

    /// Rows that are asked for the delimiter, titles and header among them.
    private static let rowsLookedAt = 40
}
