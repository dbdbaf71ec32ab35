package import Layout
package import Typesetting

/// The line outside of the trim that says which sheet it is.
package struct SheetFooter {
    private static let height = Length.mm(3.2)
    private static let style = TextStyle(
        font: TextStyle.Font(family: "Roboto"), condensedFamily: "Roboto Condensed", size: .pt(6.5), anchor: .middle,
        fit: [.condense, .shrink(to: .pt(5))])

    private let boxes: [SheetSide: Rectangle]
    private let run: Int
    private let group: String
    private let isEnglish: Bool

    /// A footer for the sheets of a group; it is left out where the profile has no room for it.
    package init(_ layout: SheetLayout, run: Int, group: String, language: String) {
        var boxes: [SheetSide: Rectangle] = [:]
        for side in layout.sides { boxes[side] = layout.footer(side, height: Self.height) }
        (self.boxes, self.run, self.group) = (boxes, run, group)
        isEnglish = language == "en"
    }

    /// The mark for a sheet, from 1; none where there is no room, or no letters for it.
    package func mark(_ side: SheetSide, sheet: Int, of sheets: Int, typesetter: Typesetter) -> [Mark] {
        guard let box = boxes[side] else { return [] }
        let head = isEnglish ? "Run \(run) · sheet \(sheet) of \(sheets)" : "Đợt in \(run) · tờ \(sheet)/\(sheets)"
        let tail = side == .front ? "" : isEnglish ? " · back" : " · mặt sau"
        // A group's name that is too long, or has a letter that the font lacks, must not keep cards from being printed.
        for text in [head + tail + (group.isEmpty ? "" : " · " + group), head + tail] {
            let mark = TextMark(text, style: Self.style, box: box)
            if typesetter.sets(mark) { return [.text(mark)] }
        }
        return []
    }
}
