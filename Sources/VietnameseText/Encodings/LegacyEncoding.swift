/// An encoding of Vietnamese from before Unicode, of single bytes that keep the meaning of ASCII.
package enum LegacyEncoding: String, CaseIterable, Sendable {
    /// Windows-1258: base letters, then combining tone marks 0xCC, 0xD2, 0xDE, 0xEC and 0xF2.
    case windows1258 = "windows-1258"
    /// TCVN 5712:1993: small letters at 0xA1–0xFE (VN3), the rare capitals with tones where VN1 and VN2 have them.
    case tcvn3
    /// VNI for Windows: a letter of ASCII and a byte for its marks, or a single byte.
    case vni

    /// The encoding that a font of this name was made for, of any case: TCVN3 for `.VnTime`, VNI for `VNI-Times`; nil for
    /// every other font.
    package init?(fontName: String) {
        let name = fontName.utf8.prefix(4).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        if name.starts(with: ".vn".utf8) {
            self = .tcvn3
        } else if name == Array("vni-".utf8) {
            self = .vni
        } else {
            return nil
        }
    }

    /// Whether a font shows small letters as capitals, so that text typed in it must be capitalised: `.VnTimeH`.
    package static func showsCapitals(fontName: String) -> Bool {
        guard LegacyEncoding(fontName: fontName) == .tcvn3, fontName.utf8.count > 4 else { return false }
        return fontName.utf8.last == UInt8(ascii: "H")
    }

    var table: LegacyTable {
        switch self {
        case .windows1258: .windows1258
        case .tcvn3: .tcvn3
        case .vni: .vni
        }
    }
}
