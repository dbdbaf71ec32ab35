internal import VietnameseText

/// What the font of a text says of its encoding.
///
/// Programs of Windows kept text typed in such fonts as if it were Windows-1252, in Unicode files too.
enum LegacyFont: UInt8, CaseIterable {
    /// A font of Unicode.
    case unicode
    /// A TCVN3 font, such as `.VnTime`.
    case tcvn3
    /// A TCVN3 font that shows small letters as capitals, such as `.VnTimeH`.
    case tcvn3Capitals
    /// A VNI font, such as `VNI-Times`.
    case vni

    init(name: String) {
        switch LegacyEncoding(fontName: name) {
        case .tcvn3: self = LegacyEncoding.showsCapitals(fontName: name) ? .tcvn3Capitals : .tcvn3
        case .vni: self = .vni
        case .windows1258, nil: self = .unicode
        }
    }

    private var encoding: LegacyEncoding? {
        switch self {
        case .unicode: nil
        case .tcvn3, .tcvn3Capitals: .tcvn3
        case .vni: .vni
        }
    }

    /// What is noted of a cell in the font.
    var remark: SheetRemark.Kind { self == .vni ? .vni : .tcvn3 }

    /// The text that the font shows for a text of a cell; nil where it is the same.
    ///
    /// ASCII stays as it is. So does text with Vietnamese letters that Windows-1252 lacks: it is Unicode already,
    /// whatever its font.
    func shown(_ text: String) -> String? {
        guard let encoding, !text.utf8.allSatisfy(Self.isPlain),
            !text.unicodeScalars.contains(where: \.isVietnameseOnly)
        else { return nil }
        let decoded = encoding.decode(misread: text).text
        return self == .tcvn3Capitals ? decoded.uppercased() : decoded
    }

    /// Whether a byte means the same in every font; TCVN3 has capitals among the control characters.
    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x18 && byte < 0x80 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a letter or a mark of Vietnamese that Windows-1252 lacks.
    fileprivate var isVietnameseOnly: Bool {
        switch value {
        case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
        case 0x300, 0x301, 0x303, 0x309, 0x323, 0x1EA0...0x1EF9: true
        default: false
        }
    }
}
