import VietnameseText

/// The state machine of RFC 4180 over a file's bytes: cuts them into rows of fields.
///
/// It knows nothing of headers. Line ends are CR, LF or CRLF, mixed as they come.
struct RecordScanner: ~Copyable {
    /// Bytes of the longest field: 1 MiB.
    static let longestField = 1 << 20
    private static let longestRow = 4 << 20
    private static let mostFields = 16_384

    /// The line of the file that the next row begins at, from 1.
    private(set) var line = 1
    /// Rows read so far, blank ones counted.
    private(set) var rows = 0

    private var input: FileInput
    private let encoding: TextEncoding
    private let classes: [ByteClass]
    private var followsCR = false, isFinished = false

    /// The fields' bytes without quotation marks, one after another, and where each ends.
    private var content: [UInt8] = []
    private var ends: [Int] = []
    private var damage: [Row.Damage] = []

    private enum ByteClass: UInt8 { case text, delimiter, quote, lineFeed, carriageReturn, control }

    private enum State { case fieldStart, plain, quoted, quoteInQuoted }

    init(_ input: consuming FileInput, delimiter: CSVDelimiter, encoding: TextEncoding) {
        self.input = input
        self.encoding = encoding
        var classes = [ByteClass](repeating: .text, count: 256)
        for byte in 0..<0x20 where !encoding.isLetter(UInt8(byte)) { classes[byte] = .control }
        classes[0x7F] = .control
        classes[0x09] = .text
        classes[0x0A] = .lineFeed
        classes[0x0D] = .carriageReturn
        classes[0x22] = .quote
        classes[Int(delimiter.rawValue)] = .delimiter
        self.classes = classes
    }

    /// The next row that is not blank; nothing at the file's end and after an error.
    ///
    /// `width` is how many columns the header has, to tell rows taken into a quoted field; 0 while it is not known.
    mutating func next(width: Int) throws(TableError) -> Row? {
        while !isFinished {
            let firstLine = line
            do {
                guard try scanRow(width: width, firstLine: firstLine) else {
                    isFinished = true
                    return nil
                }
                rows += 1
                if isBlank { continue }
                let (fields, undecodable) = decodedFields()
                for field in undecodable { add(.undecodable(field: field)) }
                return Row(number: rows, fields: fields, damage: damage)
            } catch {
                isFinished = true
                throw error
            }
        }
        return nil
    }

    /// Reads one row's bytes into `content` and `ends`; false where there was none.
    private mutating func scanRow(width: Int, firstLine: Int) throws(TableError) -> Bool {
        content.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        damage.removeAll(keepingCapacity: true)
        var state = State.fieldStart
        var isStarted = false
        var quotedLines = 0, quotedDelimiters = 0

        while true {
            if input.position == input.limit, try !input.refill() {
                guard isStarted else { return false }
                if state == .quoted { damage.append(.unclosedQuote(field: ends.count, lines: quotedLines)) }
                ends.append(content.count)
                return true
            }
            let start = input.position
            let byte = input.bytes[start]
            if followsCR {
                followsCR = false
                if byte == 0x0A {
                    if state == .quoted { content.append(byte) }
                    input.position += 1
                    continue
                }
            }
            isStarted = true

            let kind = classes[Int(byte)]
            if kind == .text {
                if state == .quoteInQuoted {
                    add(.strayQuote(field: ends.count))
                    content.append(0x22)
                }
                if state != .quoted { state = .plain }
                takeText()
                try checkLength(firstLine: firstLine)
                continue
            }
            input.position += 1

            switch (state, kind) {
            case (.quoted, .quote): state = .quoteInQuoted
            case (.quoted, .delimiter):
                content.append(byte)
                quotedDelimiters += 1
            case (.quoted, .lineFeed), (.quoted, .carriageReturn):
                content.append(byte)
                followsCR = kind == .carriageReturn
                quotedLines += 1
                line += 1
            case (.fieldStart, .quote):
                state = .quoted
                quotedLines = 0
                quotedDelimiters = 0
            case (.quoteInQuoted, .quote):
                content.append(byte)
                state = .quoted
            // ="0912…", by which programs keep Excel from making a number of a text.
            case (.plain, .quote) where content.count - (ends.last ?? 0) == 1 && content.last == UInt8(ascii: "="):
                content.removeLast()
                state = .quoted
                quotedLines = 0
                quotedDelimiters = 0
            case (.plain, .quote):
                add(.strayQuote(field: ends.count))
                content.append(byte)
            case (_, .delimiter), (_, .lineFeed), (_, .carriageReturn):
                if quotedLines > 0, width > 0, quotedDelimiters >= max(4, width - 1) {
                    add(.swallowedRows(field: ends.count, lines: quotedLines))
                }
                quotedLines = 0
                ends.append(content.count)
                state = .fieldStart
                if kind != .delimiter {
                    followsCR = kind == .carriageReturn
                    line += 1
                    return true
                }
                guard ends.count < Self.mostFields else { throw .tooLong(path: input.path, line: firstLine) }
            case (_, .control), (_, .text):
                if state == .quoteInQuoted {
                    add(.strayQuote(field: ends.count))
                    content.append(0x22)
                }
                if state != .quoted { state = .plain }
                add(byte == 0 ? .zeroByte(field: ends.count) : .controlCharacter(field: ends.count))
                content.append(byte)
            }
            try checkLength(firstLine: firstLine)
        }
    }

    /// Moves the bytes up to the next one that means something into `content`.
    private mutating func takeText() {
        let start = input.position
        let end = endOfText(from: start + 1)
        content.append(contentsOf: input.bytes[start..<end])
        input.position = end
    }

    private func endOfText(from start: Int) -> Int {
        let bytes = input.bytes.span
        let limit = input.limit
        var end = start
        while end < limit, classes[Int(bytes[end])] == .text { end += 1 }
        return end
    }

    private func checkLength(firstLine: Int) throws(TableError) {
        guard content.count - (ends.last ?? 0) <= Self.longestField, content.count <= Self.longestRow else {
            throw .tooLong(path: input.path, line: firstLine)
        }
    }

    /// Adds what is wrong once a row, the first 20 of a row.
    private mutating func add(_ found: Row.Damage) {
        if damage.count < 20, !damage.contains(found) { damage.append(found) }
    }

    private var isBlank: Bool {
        damage.isEmpty && content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    /// The fields as text, and those with bytes that have no meaning.
    private func decodedFields() -> (fields: [String], undecodable: [Int]) {
        var fields: [String] = []
        fields.reserveCapacity(ends.count)
        var undecodable: [Int] = []
        var start = 0
        let content = content.span
        for end in ends {
            let bytes = content.extracting(start..<end)
            if let text = encoding.text(of: bytes) {
                fields.append(text)
            } else {
                undecodable.append(fields.count)
                fields.append(encoding.repairedText(of: bytes))
            }
            start = end
        }
        return (fields, undecodable)
    }
}

extension TextEncoding {
    /// The text of a field's bytes; nothing where some have no meaning.
    fileprivate func text(of bytes: Span<UInt8>) -> String? {
        switch self {
        case .utf8, .utf16LE, .utf16BE:
            // UTF-16 has become UTF-8 on the way in.
            guard let text = try? UTF8Span(validating: bytes) else { return nil }
            return String(copying: text)
        case .windows1258, .tcvn3, .vni, .utf8TCVN3, .utf8VNI, .utf8Twice:
            let decoded = decode(bytes)
            return decoded.unknown == 0 ? decoded.text : nil
        }
    }

    /// The text of a field's bytes with U+FFFD for those that have no meaning.
    fileprivate func repairedText(of bytes: Span<UInt8>) -> String {
        switch self {
        case .utf8, .utf16LE, .utf16BE: String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
        case .windows1258, .tcvn3, .vni, .utf8TCVN3, .utf8VNI, .utf8Twice: decode(bytes).text
        }
    }
}
