/// How the text of a file is written in bytes; the raw value is its name on the command line.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case utf16LE = "utf-16le"
    case utf16BE = "utf-16be"
    case windows1258 = "windows-1258"
    case tcvn3
    case vni
    case utf8TCVN3 = "utf-8-tcvn3"
    case utf8VNI = "utf-8-vni"
    case utf8Twice = "utf-8-twice"
}
