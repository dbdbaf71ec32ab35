/// Texts of which some parts have fonts of their own.
enum LegacyRuns {
    /// The text that the fonts show.
    ///
    /// - Returns: the text, and the first legacy font that changed it.
    static func shown(
        _ text: String, runs: [StringItem.Run], cellFont: LegacyFont
    ) -> (text: String, changedBy: LegacyFont?) {
        var shown = ""
        var changedBy: LegacyFont?
        let utf8 = text.utf8
        var start = utf8.startIndex
        var offset = 0
        // Text behind the last run has the cell's font.
        for run in merged(runs + [StringItem.Run(end: utf8.count, font: nil)], cellFont: cellFont) {
            guard run.end > offset, let end = utf8.index(start, offsetBy: run.end - offset, limitedBy: utf8.endIndex)
            else { continue }
            let piece = String(text[start..<end])
            let font = run.font ?? cellFont
            if let decoded = font.shown(piece) {
                shown += decoded
                if changedBy == nil { changedBy = font }
            } else {
                shown += piece
            }
            (start, offset) = (end, run.end)
        }
        return (shown, changedBy)
    }

    /// A letter and its marks may be in two runs of one font.
    private static func merged(_ runs: [StringItem.Run], cellFont: LegacyFont) -> [StringItem.Run] {
        var merged: [StringItem.Run] = []
        for run in runs {
            let font = run.font ?? cellFont
            if let last = merged.last, last.font == font {
                merged[merged.count - 1].end = max(last.end, run.end)
            } else {
                merged.append(StringItem.Run(end: run.end, font: font))
            }
        }
        return merged
    }
}
