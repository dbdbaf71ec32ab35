/// A text as part of a file's name, safe on every system.
package enum FileName {
    /// Small ASCII letters, digits and single hyphens, at most 60: `Thôn Phú Lễ` becomes `thon-phu-le`.
    ///
    /// Texts that differ in accents alone give the same name. Text without any letter or digit gives `x`.
    package static func part(_ text: String) -> String {
        var name: [UInt8] = []
        for byte in LatinFolding.folded(text).utf8 where name.count < 60 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): name.append(byte)
            default: if let last = name.last, last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
            }
        }
        while name.last == UInt8(ascii: "-") { name.removeLast() }
        return name.isEmpty ? "x" : String(decoding: name, as: UTF8.self)
    }
}
