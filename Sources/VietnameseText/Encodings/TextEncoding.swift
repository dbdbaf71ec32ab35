package import Messages

/// How the text of a file is written in bytes; the raw value is its name on the command line.
///
/// The forms that begin with `utf-8-` are UTF-8 files whose letters are themselves Windows-1252 readings of other bytes:
/// text typed in an old font, or UTF-8 that a program took for Windows-1252 and saved as UTF-8 again.
package enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, the low byte first.
    case utf16LE = "utf-16le"
    /// UTF-16, the high byte first.
    case utf16BE = "utf-16be"
    /// The Vietnamese code page of Windows: base letters and combining tone marks.
    case windows1258 = "windows-1258"
    /// TCVN 5712:1993, as the fonts of the ABC family (.VnTime) use it.
    case tcvn3
    /// VNI for Windows: a letter and a byte for its marks.
    case vni
    /// UTF-8 text that was typed in a TCVN3 font: `NguyÔn V¨n An`.
    case utf8TCVN3 = "utf-8-tcvn3"
    /// UTF-8 text that was typed in a VNI font: `Nguyeãn Vaên An`.
    case utf8VNI = "utf-8-vni"
    /// UTF-8 that was read as Windows-1252 and saved as UTF-8 again: `Nguyá»…n VÄƒn An`.
    case utf8Twice = "utf-8-twice"

    /// The encoding's name for people.
    package var name: Message {
        switch self {
        case .utf8: Message(verbatim: "UTF-8")
        case .utf16LE: Message(verbatim: "UTF-16LE")
        case .utf16BE: Message(verbatim: "UTF-16BE")
        case .windows1258: Message(verbatim: "Windows-1258")
        case .tcvn3: Message(en: "TCVN3 (ABC, .VnTime fonts)", vi: "TCVN3 (ABC, phông .VnTime)")
        case .vni: Message(verbatim: "VNI-Windows")
        case .utf8TCVN3:
            Message(
                en: "UTF-8 with text typed in TCVN3 fonts (ABC, .VnTime)",
                vi: "UTF-8 với chữ gõ bằng phông TCVN3 (ABC, .VnTime)")
        case .utf8VNI: Message(en: "UTF-8 with text typed in VNI fonts", vi: "UTF-8 với chữ gõ bằng phông VNI")
        case .utf8Twice: Message(en: "UTF-8 encoded twice", vi: "UTF-8 mã hóa hai lần")
        }
    }

    /// The encoding by bytes whose letters the file holds, as bytes or as their Windows-1252 readings; nil for Unicode.
    package var legacy: LegacyEncoding? {
        switch self {
        case .utf8, .utf16LE, .utf16BE, .utf8Twice: nil
        case .windows1258: .windows1258
        case .tcvn3, .utf8TCVN3: .tcvn3
        case .vni, .utf8VNI: .vni
        }
    }

    /// Whether a byte of the file, of a meaning of its own in ASCII, is a letter beyond ASCII: some capitals of TCVN3 are
    /// among the control characters.
    package func isLetter(_ byte: UInt8) -> Bool {
        guard !isMisread, let legacy else { return false }
        return legacy.table[byte].scalar >= 0x80
    }

    /// Whether the file is UTF-8 and its letters stand for other letters.
    package var isMisread: Bool {
        switch self {
        case .utf8TCVN3, .utf8VNI, .utf8Twice: true
        default: false
        }
    }
}
