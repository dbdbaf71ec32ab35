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
    case failed(Message)

    /// The message for a person.
    public var message: Message {
        switch self {
        case .missingFont(let font, let available):
            Message(
                en:
                    "no font '\(font.family)' of weight \(font.weight.rawValue)\(font.slant == .italic ? ", italic" : ""); "
                    + "fonts found are \(available.isEmpty ? "none" : available.joined(separator: ", "))",
                vi: "không có phông chữ “\(font.family)” độ đậm \(font.weight.rawValue)"
                    + "\(font.slant == .italic ? ", nghiêng" : ""); "
                    + (available.isEmpty
                        ? "không tìm thấy phông chữ nào"
                        : "các phông chữ tìm thấy là \(available.joined(separator: ", "))"))
        case .unreadableFont(let path):
            Message(
                en: "\(path) cannot be read as a font: replace it, or take it away",
                vi: "không đọc được \(path) như một phông chữ: hãy thay tệp khác, hoặc bỏ đi")
        case .damagedFont(let name):
            Message(
                en: "the font \(name) is damaged: replace its file, or take it away",
                vi: "phông chữ \(name) bị hỏng: hãy thay tệp, hoặc bỏ đi")
        case .missingLetter(let letter, let font, let label, let text):
            Message(
                en: "\(label): '\(text)' has '\(letter)' (\(letter.codePoints)), which \(font.family) lacks",
                vi: "\(label): “\(text)” có “\(letter)” (\(letter.codePoints)) mà \(font.family) không có")
        case .doesNotFit(let label, let text):
            Message(en: "\(label): '\(text)' does not fit its box", vi: "\(label): “\(text)” không vừa khung")
        case .failed(let reason):
            Message(en: "drawing failed: \(reason.english)", vi: "vẽ không thành công: \(reason.vietnamese)")
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
