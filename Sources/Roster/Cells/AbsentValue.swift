import VietnameseText

/// The words that people write into a cell whose value there is none of.
enum AbsentValue {
    /// Whether a clean text says that there is nothing: `không có`, `chưa cấp`, `-`, `0`.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count < 20 else { return false }
        let letters = LatinFolding.folded(text).utf8.filter { byte in
            byte > 0x20 && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".") && byte != UInt8(ascii: "/")
                && byte != UInt8(ascii: "_")
        }
        return words.contains(String(decoding: letters, as: UTF8.self))
    }

    /// Folded, without spaces and signs; the empty one is a dash.
    private static let words: Set<String> = [
        "", "0", "khong", "khongco", "khongro", "ko", "koco", "k", "kc", "chua", "chuaco", "chuacap", "chualam", "none",
        "na", "null", "x",
    ]
}
