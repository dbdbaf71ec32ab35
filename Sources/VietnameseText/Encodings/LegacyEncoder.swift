import Foundation

extension LegacyEncoding {
    /// The bytes of a text; nil where a character has no code.
    ///
    /// TCVN3 writes a capital with a tone by a code from 0xA0 on, or as the capital and a combining tone mark.
    package func encode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            guard let code = codes[scalar.value] else { return nil }
            bytes.append(contentsOf: code)
        }
        return bytes
    }

    /// The text as a program shows it that takes its bytes for Windows-1252; nil where a character has no code.
    package func misread(_ text: String) -> String? {
        encode(text).map(Windows1252.text(of:))
    }

    private var codes: [UInt32: [UInt8]] {
        switch self {
        case .windows1258: Self.windows1258Codes
        case .tcvn3: Self.tcvn3Codes
        case .vni: Self.vniCodes
        }
    }

    private static let windows1258Codes = codes(of: .windows1258)
    private static let tcvn3Codes = codes(of: .tcvn3)
    private static let vniCodes = codes(of: .vni)

    private static func codes(of table: LegacyTable) -> [UInt32: [UInt8]] {
        var codes: [UInt32: [UInt8]] = [:]
        for byte in UInt8.min...UInt8.max {
            let meaning = table[byte]
            if meaning.isDoubtful { codes[Windows1252.scalar(of: byte)] = [byte] }
            guard meaning.mark == 0, meaning.scalar != 0 || byte == 0 else { continue }
            // TCVN3's letters among the control characters are left out: programs take them for damage.
            if meaning.scalar >= 0x80, byte < 0x80 || byte < 0xA0 && MarkedVowel(UInt32(meaning.scalar)) != nil {
                continue
            }
            codes[UInt32(meaning.scalar)] = [byte]
        }
        let marks = (UInt8.min...UInt8.max).compactMap { byte in table[byte].mark == 0 ? nil : (byte, table[byte].mark)
        }
        for scalar in MarkedVowel.scalars.map(UInt32.init) {
            guard let vowel = MarkedVowel(scalar), let code = codes[scalar], code.count == 1 else { continue }
            for (byte, mark) in marks where !table.marksHaveCase || (byte & 0x20 == 0) == vowel.isCapital {
                guard let made = vowel.adding(MarkedVowel.Mark(code: mark)), codes[made.scalar] == nil else { continue }
                codes[made.scalar] = code + [byte]
            }
        }
        return codes
    }
}
