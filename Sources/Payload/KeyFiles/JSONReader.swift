public import Messages

/// A value of JSON.
enum JSONValue {
    // Names are compared by their UTF-8: Swift's == takes canonically equivalent texts for one.
    case object([[UInt8]: JSONValue])
    case array([JSONValue])
    case string(String)
    /// The characters as they are written.
    case number(String)
    case literal
}

/// A reader of JSON that takes the grammar of RFC 8259 and nothing beside it.
///
/// As RFC 7493 asks, an object has no member twice and a string no half of a surrogate pair.
struct JSONReader {
    private static let depthLimit = 64

    private let input: [UInt8]
    private var offset = 0
    private var depth = 0

    /// The value that a whole text is.
    static func value(of text: String) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(input: Array(text.utf8))
        guard !reader.input.starts(with: [0xef, 0xbb, 0xbf]) else { throw reader.fault(.byteOrderMark, at: 0) }
        let value = try reader.value()
        reader.skipSpace()
        guard reader.offset == reader.input.endIndex else { throw reader.fault(.bytesAfterEnd, at: reader.offset) }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        switch try next() {
        case UInt8(ascii: "{"): .object(try object())
        case UInt8(ascii: "["): .array(try array())
        case UInt8(ascii: "\""): .string(String(decoding: try string(), as: UTF8.self))
        case UInt8(ascii: "-"), Self.digits: .number(String(decoding: try number(), as: UTF8.self))
        default: try literal()
        }
    }

    private mutating func object() throws(JSONFault) -> [[UInt8]: JSONValue] {
        var members: [[UInt8]: JSONValue] = [:]
        try open("{")
        if try next() != UInt8(ascii: "}") {
            repeat {
                _ = try next()
                let start = offset
                let name = try string()
                guard members[name] == nil else { throw fault(.doubledMember, at: start) }
                try expect(":")
                members[name] = try value()
            } while try take(",")
        }
        try close("}")
        return members
    }

    private mutating func array() throws(JSONFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        try open("[")
        if try next() != UInt8(ascii: "]") { repeat { elements.append(try value()) } while try take(",") }
        try close("]")
        return elements
    }

    /// Reads a string: its UTF-8, without escapes.
    private mutating func string() throws(JSONFault) -> [UInt8] {
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
    private mutating func number() throws(JSONFault) -> ArraySlice<UInt8> {
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

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    private mutating func literal() throws(JSONFault) -> JSONValue {
        for word in ["true", "false", "null"] where input[offset...].starts(with: word.utf8) {
            offset += word.utf8.count
            return .literal
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

/// Where a text is not the JSON of a key file, and why.
public struct JSONFault: Failure, Hashable {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// The text ends before its value does.
        case cutShort
        /// Arrays and objects are nested more than 64 deep.
        case tooDeep
        /// A byte order mark stands before the text.
        case byteOrderMark
        /// A character does not belong where it stands: a comma before a bracket, a comment, a bare word.
        case unexpectedCharacter
        /// A string has a control character, an unknown escape or half a surrogate pair.
        case wrongString
        /// A number is not written as JSON writes numbers.
        case wrongNumber
        /// An object has a member of this name already, perhaps written otherwise.
        case doubledMember
        /// Something follows the text's value.
        case bytesAfterEnd

        fileprivate var message: Message {
            switch self {
            case .cutShort: Message(en: "the text ends too early", vi: "văn bản kết thúc quá sớm")
            case .tooDeep:
                Message(en: "arrays and objects are nested too deep", vi: "mảng và đối tượng lồng nhau quá sâu")
            case .byteOrderMark:
                Message(
                    en: "there is a byte order mark before the text: save it as UTF-8 without one",
                    vi: "có dấu thứ tự byte (BOM) trước văn bản: hãy lưu dạng UTF-8 không có dấu này")
            case .unexpectedCharacter:
                Message(en: "a character does not belong here", vi: "có một ký tự không được đứng ở đây")
            case .wrongString:
                Message(
                    en: "the string has a character or an escape that JSON does not have",
                    vi: "chuỗi có ký tự hoặc ký hiệu thay thế mà JSON không có")
            case .wrongNumber:
                Message(en: "the number is not written as in JSON", vi: "số không viết theo cách của JSON")
            case .doubledMember:
                Message(en: "the object has a member of this name already", vi: "đối tượng đã có phần mang tên này")
            case .bytesAfterEnd: Message(en: "there is something after the end", vi: "còn nội dung sau chỗ kết thúc")
            }
        }
    }

    /// The line, from 1.
    public let line: Int
    /// The character in the line, from 1.
    public let column: Int
    /// What is wrong there.
    public let problem: Problem

    /// Bad configuration.
    public var category: FailureCategory { .badConfiguration }

    /// The position and what is wrong there in words.
    public var message: Message {
        Message(
            en: "line \(line), column \(column): \(problem.message.english)",
            vi: "dòng \(line), cột \(column): \(problem.message.vietnamese)")
    }
}
