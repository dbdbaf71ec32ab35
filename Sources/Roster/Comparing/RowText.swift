import Tables
import VietnameseText

extension Row {
    /// A cell's clean text; empty where the row lacks it, or it holds what no cell may.
    func text<Column>(_ column: Column, _ header: Header<Column>) -> String {
        guard let field = header.field(of: column), field < fields.count else { return "" }
        let clean = CleanText(fields[field])
        // Cells of the longest text that is not refused, 120 letters of three bytes.
        return clean.hidden == nil && clean.text.utf8.count <= 360 ? clean.text : ""
    }
}
