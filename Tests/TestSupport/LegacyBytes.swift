import Foundation
package import VietnameseText

extension TextEncoding {
    /// The bytes of a text without a byte order mark; nil where a character has no code.
    package func encode(_ text: String) -> [UInt8]? {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf16LE: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BE: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .windows1258, .tcvn3, .vni: legacy.flatMap { $0.encode(text) }
        case .utf8TCVN3, .utf8VNI:
            legacy.flatMap { $0.encode(text) }.map { Array(Windows1252.text(of: $0).utf8) }
        case .utf8Twice: Array(Windows1252.text(of: Array(text.utf8)).utf8)
        }
    }
}

extension Windows1252 {
    /// The characters of bytes.
    package static func text(of bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(UInt16(scalar(of: byte))) ?? "\u{FFFD}") }
        return String(text)
    }
}

extension LegacyEncoding {
    /// The bytes of a text; nil where a character has no code.
    ///
    /// TCVN3 writes a capital with a tone by a code from 0xA0 on, or as the capital and a combining tone mark.
    package func encode(_ text: String) -> [UInt8]? {
        let codes = Self.codes[self, default: [:]]
        let bytes = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { codes[$0] }
        return bytes.contains(nil) ? nil : bytes.flatMap { $0 ?? [] }
    }

    private static let codes = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.madeCodes()) })

    /// Every character that one byte stands for, or a letter's byte and one for its marks.
    private func madeCodes() -> [Unicode.Scalar: [UInt8]] {
        func scalar(_ bytes: [UInt8]) -> Unicode.Scalar? {
            let decoded = decode(bytes.span)
            guard decoded.unknown == 0, decoded.text.unicodeScalars.count == 1 else { return nil }
            return decoded.text.unicodeScalars.first
        }
        var codes: [Unicode.Scalar: [UInt8]] = [:]
        for byte in UInt8.min...UInt8.max {
            // TCVN3's letters among the control characters are left out: programs take them for damage.
            guard let scalar = scalar([byte]),
                self != .tcvn3 || !scalar.properties.isAlphabetic || scalar.isASCII || byte >= 0xA0
            else { continue }
            codes[scalar] = [byte]
        }
        for (letter, code) in codes where letter.properties.isAlphabetic {
            for mark in UInt8(0x80)...UInt8.max {
                // Capitals have marks of their own in VNI.
                guard self != .vni || (mark & 0x20 == 0) == letter.properties.isUppercase,
                    let made = scalar(code + [mark]),
                    codes[made] == nil
                else { continue }
                codes[made] = code + [mark]
            }
        }
        return codes
    }
}
