@testable import Payload

extension CBORReader {
    /// Checks with the reader's own heads that `input` is exactly one item, in deterministic form throughout and nested
    /// at most eight deep.
    static func validate(_ input: [UInt8]) throws(CBORError) {
        var reader = CBORReader(input)
        try reader.skip(depth: 0)
        try reader.finish()
    }

    private mutating func skip(depth: Int) throws(CBORError) {
        let start = offset
        let (type, argument) = try head()
        if [.array, .map, .tag].contains(type), depth == 8 { throw .unexpectedValue(offset: start) }
        switch type {
        case .unsigned, .negative: return
        case .byteString: _ = try take(argument, from: start)
        case .text:
            let bytes = try take(argument, from: start)
            guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .invalidUTF8(offset: start) }
        case .array:
            for _ in 0..<(try checked(argument, bytesPerEntry: 1, from: start)) { try skip(depth: depth + 1) }
        case .map: try skipPairs(checked(argument, bytesPerEntry: 2, from: start), depth: depth + 1)
        case .tag: try skip(depth: depth + 1)
        case .simple: throw .unsupportedType(offset: start)
        }
    }

    private mutating func skipPairs(_ count: Int, depth: Int) throws(CBORError) {
        var previous = input[offset..<offset]
        for index in 0..<count {
            let start = offset
            try skip(depth: depth)
            let key = input[start..<offset]
            if index > 0, !previous.lexicographicallyPrecedes(key) {
                throw key.elementsEqual(previous) ? .duplicateKey(offset: start) : .unsortedKeys(offset: start)
            }
            previous = key
            try skip(depth: depth)
        }
    }
}
