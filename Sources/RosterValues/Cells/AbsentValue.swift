import Messages
import VietnameseText

/// The words that people write into a cell whose value there is none of.
package enum AbsentValue {
    /// Whether a clean text says that there is nothing: `không có`, `chưa cấp`, `-`, `0`.
    private static func isOne(_ text: String) -> Bool {
        guard text.utf8.count < 20 else { return false }
        let letters = LatinFolding.folded(text).utf8.filter { $0 > 0x20 && !"-./_".utf8.contains($0) }
        return words.contains(String(decoding: letters, as: UTF8.self))
    }

    /// What is wrong with a clean text in a number's cell that says that there is none; nil for every other text.
    package static func finding(_ rule: Rule, _ text: String) -> CellFinding? {
        guard isOne(text) else { return nil }
        return CellFinding(
            rule,
            Shown.quoted(text).said(en: "is no number; leave the cell empty", vi: "không phải là số; hãy để trống ô"),
            Finding.Proposal("", isCertain: true))
    }

    /// Folded, without spaces and signs; the empty one is a dash.
    private static let words: Set<String> = [
        "", "0", "khong", "khongco", "khongro", "ko", "koco", "k", "kc", "chua", "chuaco", "chuacap", "chualam", "none",
        "na", "null", "x",
    ]
}

extension String {
    /// Whether a cell holds nothing but spaces.
    package var isBlankCell: Bool { utf8.allSatisfy { $0 == 0x20 } }
}

package enum SpreadsheetError {
    /// Whether a clean text is an error of Excel (`#N/A`, `#REF!`) or LibreOffice (`Err:504`), or the `####` that Excel
    /// writes for what a narrow column did not show.
    package static func isOne(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count > 1 else { return false }
        return switch bytes[0] {
        case UInt8(ascii: "#"): excel.contains(text.uppercased()) || text.utf8.allSatisfy { $0 == bytes[0] }
        case UInt8(ascii: "E"): bytes.count == 7 && text.hasPrefix("Err:5")
        default: false
        }
    }

    private static let excel: Set<String> = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"]
}
