import Payload

/// A text that looks like a serial, whether it is one or not.
struct TypedSerial {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let length = 12

    private let characters: [Character]
    /// Why it is no serial; nil for one that is.
    let fault: Serial.ParseError?

    /// Takes 11 to 13 letters and digits, with or without hyphens and spaces; nil for other texts.
    ///
    /// One serial in a hundred has letters only: without a hyphen, such a text is one where its check digit fits.
    init?(_ text: String) {
        characters = text.filter { $0 != "-" && $0 != " " }
        guard (Self.length - 1...Self.length + 1).contains(characters.count),
            characters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        do throws(Serial.ParseError) {
            _ = try Serial(parsing: text)
            fault = nil
        } catch {
            guard text.contains(where: { $0.isNumber || $0 == "-" }) else { return nil }
            fault = error
        }
    }

    /// Every serial that the text becomes by one other, one more or one less character or by a swap of two neighbours.
    var neighbours: Set<Serial> {
        var found: Set<Serial> = []
        func add(_ characters: [Character]) {
            if let serial = try? Serial(parsing: String(characters)) { found.insert(serial) }
        }
        for index in characters.indices {
            var other = characters
            other.remove(at: index)
            add(other)
            for character in Self.alphabet {
                other = characters
                other[index] = character
                add(other)
                other.insert(characters[index], at: index + 1)
                add(other)
            }
            guard index > 0 else { continue }
            other = characters
            other.swapAt(index - 1, index)
            add(other)
        }
        for character in Self.alphabet { add(characters + [character]) }
        return found
    }
}
