import Files
import Foundation
import Register

/// A value of the portable text: JSON's text, whole number or null.
enum PortableValue: Equatable {
    case nothing
    case whole(Int64)
    case text(String)
}

/// A line of the portable text as it is read.
///
/// It is told which values should be whole numbers: an attempt that fails takes the decoder longer than a whole line.
private struct PortableLine: DecodableWithConfiguration {
    var values: [PortableValue] = []

    init(from decoder: any Decoder, configuration areWhole: [Bool]) throws {
        var container = try decoder.unkeyedContainer()
        while !container.isAtEnd {
            let isWhole = values.count < areWhole.count && areWhole[values.count]
            if try container.decodeNil() {
                values.append(.nothing)
            } else if !isWhole, let text = try? container.decode(String.self) {
                values.append(.text(text))
            } else if let number = try? container.decode(Int64.self) {
                values.append(.whole(number))
            } else {
                values.append(.text(try container.decode(String.self)))
            }
        }
    }
}

extension [PortableValue] {
    // Beyond this, programs that read JSON's numbers as floating point lose digits.
    private static var exact: ClosedRange<Int64> { -(1 << 53)...(1 << 53) }

    /// The values as a line: a JSON array, always the same for the same values.
    var line: [UInt8] {
        var line: [UInt8] = [UInt8(ascii: "[")]
        for (index, value) in enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            switch value {
            case .nothing: line += "null".utf8
            case .whole(let number): line += (Self.exact.contains(number) ? "\(number)" : "\"\(number)\"").utf8
            case .text(let text): line.append(quoted: text)
            }
        }
        line += "]\n".utf8
        return line
    }

    /// Reads a line; nil where it is no array of texts, whole numbers and nulls, of which `areWhole` says which should
    /// be whole.
    init?(line: some Sequence<UInt8>, areWhole: [Bool] = [], by decoder: JSONDecoder = JSONDecoder()) {
        guard let line = try? decoder.decode(PortableLine.self, from: Data(line), configuration: areWhole) else {
            return nil
        }
        self = line.values
    }
}

extension [UInt8] {
    fileprivate mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: self += "\\u00\([byte].hexadecimal)".utf8
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
