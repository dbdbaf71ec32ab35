public import Layout
public import Messages

/// Why a text cannot be set.
public enum TypesettingError: Failure, Equatable {
    /// No font file has the family at the weight.
    case missingFont(TextStyle.Font, available: [String])
    /// A file cannot be read as a font.
    case unreadableFont(path: String)
    /// A font's tables do not agree with one another, so that it cannot be printed with.
    case damagedFont(name: String)
    /// The font has no glyph for a letter of the text.
    case missingLetter(Character, font: TextStyle.Font, label: String, text: String)
    /// The text does not fit its box, whatever the style allows.
    case doesNotFit(label: String, text: String)
    /// There is no memory for fonts.
    case failed(String)

    /// The message for a person.
    public var description: String {
        switch self {
        case .missingFont(let font, let available):
            "no font '\(font.family)' of weight \(font.weight.rawValue)\(font.slant == .italic ? ", italic" : ""); "
                + "fonts found are \(available.isEmpty ? "none" : available.joined(separator: ", "))"
        case .unreadableFont(let path): "\(path) cannot be read as a font: replace it, or take it away"
        case .damagedFont(let name): "the font \(name) is damaged: replace its file, or take it away"
        case .missingLetter(let letter, let font, let label, let text):
            "\(label): '\(text)' has '\(letter)' (\(letter.codePoints)), which \(font.family) lacks"
        case .doesNotFit(let label, let text): "\(label): '\(text)' does not fit its box"
        case .failed(let reason): "drawing failed: \(reason)"
        }
    }

    /// What lies in the data of one card is refused, so that the others can still be drawn.
    public var category: FailureCategory {
        switch self {
        case .missingFont, .unreadableFont, .damagedFont: .badConfiguration
        case .missingLetter, .doesNotFit: .refused
        case .failed: .internalFault
        }
    }
}

extension Character {
    fileprivate var codePoints: String {
        unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
