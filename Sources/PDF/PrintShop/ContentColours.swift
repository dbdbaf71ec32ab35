/// The colours of a PDF content stream, with every black and grey as a tint of black ink.
///
/// `0 0 0 rg` would be printed in four inks, whose edges are never quite in register; `0 0 0 1 k` is black ink alone. The
/// operators that set a colour are `rg`, `RG`, `g` and `G` (ISO 32000-1, 8.6.8); white becomes no ink at all, and all
/// other bytes stay as they are.
struct ContentColours {
    private let content: [UInt8]
    private var index = 0
    private var output: [UInt8] = []
    // Where the bytes begin that are not in the output yet.
    private var rest = 0
    // The numbers before an operator, and where the first of the last three begins.
    private var operands: [(start: Int, value: Double?)] = []

    /// The content in black ink.
    static func inBlackInk(_ content: [UInt8]) -> [UInt8] {
        var colours = ContentColours(content: content)
        return colours.rewritten()
    }

    private init(content: [UInt8]) { self.content = content }

    private mutating func rewritten() -> [UInt8] {
        output.reserveCapacity(content.count + content.count / 64)
        while index < content.count {
            let start = index
            switch content[index] {
            case UInt8(ascii: "("): skipString()
            case UInt8(ascii: "%"): skip(until: Self.isLineEnd)
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: ")"):
                index += 1
                operands.removeAll(keepingCapacity: true)
            case UInt8(ascii: "/"):
                index += 1
                skip(until: Self.endsWord)
                operands.removeAll(keepingCapacity: true)
            case let byte where Self.isSpace(byte): index += 1
            default:
                skip(until: Self.endsWord)
                word(start..<index)
            }
        }
        output += content[rest...]
        return output
    }

    private mutating func word(_ range: Range<Int>) {
        let word = String(decoding: content[range], as: UTF8.self)
        if let first = word.utf8.first, first < UInt8(ascii: "A") {
            operands.append((range.lowerBound, Double(word)))
            return
        }
        switch word {
        case "rg", "RG": ink(3, range, word == "rg" ? "k" : "K")
        case "g", "G": ink(1, range, word == "g" ? "k" : "K")
        case "ID": skipPicture()
        default: break
        }
        operands.removeAll(keepingCapacity: true)
    }

    /// Puts a tint of black instead of an operator and its operands, where all of them are the same.
    private mutating func ink(_ count: Int, _ range: Range<Int>, _ name: String) {
        let last = operands.suffix(count)
        guard last.count == count, let first = last.first, let grey = first.value,
            last.allSatisfy({ $0.value == grey })
        else { return }
        output += content[rest..<first.start]
        output += "0 0 0 \(Self.digits(1 - min(1, max(0, grey)))) \(name)".utf8
        rest = range.upperBound
    }

    /// A number from 0 to 1 to six places, without zeros at the end.
    private static func digits(_ value: Double) -> String {
        let millionths = Int((value * 1_000_000).rounded())
        guard millionths % 1_000_000 != 0 else { return "\(millionths / 1_000_000)" }
        var digits = String(String(1_000_000 + millionths).dropFirst())
        while digits.last == "0" { digits.removeLast() }
        return "0." + digits
    }

    /// Skips a text in brackets, which may hold pairs of brackets, and any with a backslash before it.
    private mutating func skipString() {
        var depth = 0
        repeat {
            switch content[index] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
            }
            index += 1
        } while depth > 0 && index < content.count
        index = min(index, content.count)
        operands.removeAll(keepingCapacity: true)
    }

    /// Skips the bytes of a picture within the content, up to the word `EI`.
    private mutating func skipPicture() {
        while index + 2 < content.count {
            let isEnd =
                Self.isSpace(content[index]) && content[index + 1] == UInt8(ascii: "E")
                && content[index + 2] == UInt8(ascii: "I")
                && (index + 3 == content.count || Self.isSpace(content[index + 3]))
            index += isEnd ? 3 : 1
            if isEnd { return }
        }
        index = content.count
    }

    private mutating func skip(until isEnd: (UInt8) -> Bool) {
        while index < content.count, !isEnd(content[index]) { index += 1 }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            true
        default: isSpace(byte)
        }
    }
}
