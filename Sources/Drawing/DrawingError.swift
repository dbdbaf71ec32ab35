public import LateLibrary
public import Layout

/// Why something cannot be drawn.
public enum DrawingError: Error, Equatable, CustomStringConvertible {
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
    /// A picture cannot be read.
    case unreadablePicture(path: String, reason: String)
    /// Somebody's photograph cannot be read.
    case unreadablePhoto(path: String, reason: String)
    /// The output cannot be written.
    case cannotWrite(path: String, reason: String)
    /// Cairo refused an operation.
    case failed(String)
    /// A library that draws SVG pictures or rewrites PDF files is not there.
    case missingLibrary(MissingLibrary)

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
        case .unreadablePicture(let path, let reason): "\(path): \(reason)"
        case .unreadablePhoto(let path, let reason): "the photograph \(path): \(reason)"
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
        case .failed(let reason): "drawing failed: \(reason)"
        case .missingLibrary(let library): library.description
        }
    }

    /// Whether the fault lies in the data of one card, so that the others can still be drawn.
    package var isOfOnePage: Bool {
        switch self {
        case .missingLetter, .doesNotFit, .unreadablePhoto: true
        case .missingFont, .unreadableFont, .damagedFont, .unreadablePicture, .cannotWrite, .failed, .missingLibrary:
            false
        }
    }
}

extension Character {
    fileprivate var codePoints: String {
        unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
