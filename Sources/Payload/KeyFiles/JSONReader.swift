/// A pull reader of JSON that takes the grammar of RFC 8259 and nothing beside it.
///
/// As RFC 7493 asks, an object has no member twice and a string no half of a surrogate pair. Nothing is allocated but the
/// strings asked for and the names of the objects that are open.
struct JSONReader {
    static let depthLimit = 64

    enum Kind { case object, array, string, number, literal }

    private let input: [UInt8]
    private var offset = 0, depth = 0

    /// Creates a reader at the start of a text, which is UTF-8 already.
    init(_ text: String) throws(JSONFault) {
        input = Array(text.utf8)
        guard !input.starts(with: [0xef, 0xbb, 0xbf]) else { throw fault(.byteOrderMark, at: 0) }
    }

    /// Which type of value comes next.
    mutating func kind() throws(JSONFault) -> Kind {
        switch try next() {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "-"), Self.digits: .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): .literal
        default: throw fault(.unexpectedCharacter, at: offset)
        }
    }

    /// Reads an object; `member` gets each name in UTF-8, without escapes, and reads or skips the value.
    mutating func object(_ member: (inout JSONReader, [UInt8]) throws(JSONFault) -> Void) throws(JSONFault) {
        try open("{")
        if try next() != UInt8(ascii: "}") {
            var names: Set<[UInt8]> = []
            repeat {
                _ = try next()
                let start = offset
                let name = try string()
                guard names.insert(name).inserted else { throw fault(.doubledMember, at: start) }
                try expect(":")
                try member(&self, name)
            } while try take(",")
        }
        try close("}")
    }

    /// Reads an array; `element` reads or skips each element.
    mutating func array(_ element: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
        try open("[")
        if try next() != UInt8(ascii: "]") { repeat { try element(&self) } while try take(",") }
        try close("]")
    }

    /// Reads a string: its UTF-8, without escapes.
    mutating func string() throws(JSONFault) -> [UInt8] {
        try expect("\"")
        var text: [UInt8] = []
        while offset < input.endIndex {
            let start = offset
            let byte = input[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return text
            case UInt8(ascii: "\\"): try text.append(contentsOf: escape(from: start))
            case 0..<0x20: throw fault(.wrongString, at: start)
            default: text.append(byte)
            }
        }
        throw fault(.cutShort, at: offset)
    }

    /// Reads a number: its characters.
    mutating func number() throws(JSONFault) -> ArraySlice<UInt8> {
        guard try kind() == .number else { throw fault(.unexpectedCharacter, at: offset) }
        let start = offset
        _ = skip("-")
        // A zero begins no longer number.
        if !skip("0") { try skipDigits() }
        if skip(".") { try skipDigits() }
        if skip("e") || skip("E") {
            _ = skip("+") || skip("-")
            try skipDigits()
        }
        return input[start..<offset]
    }

    /// Reads a value of any type with all that it contains, checks it and drops it.
    mutating func skipValue() throws(JSONFault) {
        switch try kind() {
        case .object: try object { (reader: inout JSONReader, _) throws(JSONFault) in try reader.skipValue() }
        case .array: try array { (reader: inout JSONReader) throws(JSONFault) in try reader.skipValue() }
        case .string: _ = try string()
        case .number: _ = try number()
        case .literal: try literal()
        }
    }

    mutating func finish() throws(JSONFault) {
        skipSpace()
        guard offset == input.endIndex else { throw fault(.bytesAfterEnd, at: offset) }
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    private mutating func literal() throws(JSONFault) {
        for word in ["true", "false", "null"] where input[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return
        }
        throw fault(.unexpectedCharacter, at: offset)
    }

    private mutating func escape(from start: Int) throws(JSONFault) -> [UInt8] {
        guard offset < input.endIndex else { throw fault(.cutShort, at: offset) }
        let byte = input[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0c]
        case UInt8(ascii: "n"): return [0x0a]
        case UInt8(ascii: "r"): return [0x0d]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var code = try codeUnit(from: start)
            if 0xd800..<0xdc00 ~= code, skip("\\"), skip("u") {
                let low = try codeUnit(from: start)
                guard 0xdc00..<0xe000 ~= low else { throw fault(.wrongString, at: start) }
                code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault(.wrongString, at: start) }
            return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: throw fault(.wrongString, at: start)
        }
    }

    private mutating func codeUnit(from start: Int) throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard offset < input.endIndex else { throw fault(.cutShort, at: offset) }
            guard let digit = Character(Unicode.Scalar(input[offset])).hexDigitValue else {
                throw fault(.wrongString, at: start)
            }
            code = code << 4 | UInt32(digit)
            offset += 1
        }
        return code
    }

    private mutating func skipDigits() throws(JSONFault) {
        let start = offset
        while offset < input.endIndex, Self.digits ~= input[offset] { offset += 1 }
        guard offset > start else { throw fault(offset < input.endIndex ? .wrongNumber : .cutShort, at: offset) }
    }

    private mutating func open(_ bracket: Unicode.Scalar) throws(JSONFault) {
        try expect(bracket)
        depth += 1
        guard depth <= Self.depthLimit else { throw fault(.tooDeep, at: offset - 1) }
    }

    private mutating func close(_ bracket: Unicode.Scalar) throws(JSONFault) {
        try expect(bracket)
        depth -= 1
    }

    /// The first byte after white space.
    private mutating func next() throws(JSONFault) -> UInt8 {
        skipSpace()
        guard offset < input.endIndex else { throw fault(.cutShort, at: offset) }
        return input[offset]
    }

    private mutating func take(_ character: Unicode.Scalar) throws(JSONFault) -> Bool {
        _ = try next()
        return skip(character)
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
        guard try take(character) else { throw fault(.unexpectedCharacter, at: offset) }
    }

    /// Goes on behind the character where it comes next, without white space before it.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard offset < input.endIndex, input[offset] == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpace() {
        while offset < input.endIndex, [0x20, 0x09, 0x0a, 0x0d].contains(input[offset]) { offset += 1 }
    }

    private func fault(_ problem: JSONFault.Problem, at offset: Int) -> JSONFault {
        let before = input[..<offset]
        let line = before[(before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0)...]
        return JSONFault(
            line: before.count { $0 == 0x0a } + 1,
            // A byte that goes on a character begins none.
            column: line.count { $0 & 0xc0 != 0x80 } + 1, problem: problem)
    }
}
