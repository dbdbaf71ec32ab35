import Mocban
import Payload

/// What photographs show, in words for a terminal.
enum PhotoWords {
    /// A line for each sheet, and for all else that is to be said.
    static func lines(_ report: PhotoReport) -> [String] {
        var lines = report.sheets.map(line)
        if report.sheets.isEmpty { lines.append("no sheet of this run is shown") }
        for card in report.strays { lines.append("\(card.serial) is of sheet \(card.sheet) of \(card.file)") }
        for photo in report.photos {
            if photo.unreadable > 0 {
                lines.append("\(photo.photo): \(counted(photo.unreadable, "code")) cannot be read")
            }
            for serial in photo.otherRuns { lines.append("\(photo.photo): \(serial) is of another run") }
            for foreign in photo.foreign {
                lines.append("\(photo.photo): \(foreign.serial ?? "a code") is \(foreign.verdict)")
            }
        }
        return lines
    }

    private static func line(_ sheet: PhotoReport.Sheet) -> String {
        let present = sheet.cards(.present).count
        let all = sheet.cards.count
        let head = "sheet \(sheet.sheet) of \(sheet.file): "
        guard present < all else { return head + (all == 1 ? "its card is there" : "all \(all) cards are there") }
        let states = [PhotoReport.Card.State.missing, .unreadable].compactMap { state -> String? in
            let cards = sheet.cards(state)
            guard !cards.isEmpty else { return nil }
            let names = cards.map { "\($0.serial) (row \($0.row), position \($0.position))" }
            return "\(state.rawValue): " + names.joined(separator: ", ")
        }
        return head + "\(present) of \(all) cards are there; " + states.joined(separator: "; ")
    }
}
