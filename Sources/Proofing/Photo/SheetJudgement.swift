package import Payload
package import Scanning

package struct SheetJudgement {
    /// A photograph, its codes read and verified.
    package struct Photo {
        package struct Sight {
            package var serial: Serial
            package var outline: Quadrilateral
        }

        package var name: String
        package var sights: [Sight]
        /// The middles of squares that look like codes.
        package var unreadable: [PixelPoint]
    }

    private let printed: PrintedSheets
    private let map: SheetMap?
    /// The cards of each sheet that a serial belongs to.
    private var cards: [PrintedSheets.Sheet: [PhotoReport.Card]] = [:]
    private var homes: [Serial: [PrintedSheets.Sheet]] = [:]

    /// A judgement against what was printed; a map of its sheets tells which card an unreadable code is.
    package init(_ printed: PrintedSheets, map: SheetMap? = nil) { (self.printed, self.map) = (printed, map) }

    /// What photographs show; only the sheets, the strangers among codes of ours, and what is doubled.
    package mutating func judge(_ photos: [Photo]) throws -> PhotoReport {
        try learn(Set(photos.flatMap { $0.sights.map(\.serial) }))
        var report = PhotoReport()
        let shown = photos.map(sheets)
        let sheets = Set(shown.joined())
        let there = Set(photos.flatMap { $0.sights.map(\.serial) })
        for sheet in sheets.sorted() {
            report.sheets.append(judge(sheet, there, zip(photos, shown).filter { $1.contains(sheet) }.map(\.0)))
        }
        for photo in photos {
            var seen: Set<Serial> = []
            for serial in photo.sights.map(\.serial) {
                let own = homes[serial] ?? []
                if sheets.isDisjoint(with: own) {
                    guard seen.insert(serial).inserted else { continue }
                    report.strangers.append(
                        PhotoReport.Stranger(
                            photo: photo.name, origin: own.isEmpty ? .otherRun : .otherSheet, serial: serial,
                            file: own.last?.file, sheet: own.last?.number))
                } else if !seen.insert(serial).inserted, !report.doubled.contains(serial) {
                    report.doubled.append(serial)
                }
            }
        }
        return report
    }

    private mutating func learn(_ serials: Set<Serial>) throws {
        for serial in serials {
            let sheets = try printed.sheets(of: serial)
            homes[serial] = sheets
            for sheet in sheets where cards[sheet] == nil { cards[sheet] = try printed.cards(on: sheet) }
        }
    }

    /// The sheets that a photograph shows: the one with the most of its codes, and each other of which it has half at least.
    ///
    /// A card that strayed among others' does not make its whole sheet missing.
    private func sheets(_ photo: Photo) -> [PrintedSheets.Sheet] {
        var left = Set(photo.sights.map(\.serial))
        var shown: [PrintedSheets.Sheet] = []
        while true {
            var counts: [PrintedSheets.Sheet: Int] = [:]
            for serial in left { for sheet in homes[serial] ?? [] { counts[sheet, default: 0] += 1 } }
            // Of several copies the latest, as is likeliest to lie on the table.
            guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return shown }
            guard shown.isEmpty || best.value * 2 >= cards[best.key]?.count ?? .max else { return shown }
            shown.append(best.key)
            left = left.filter { !(homes[$0] ?? []).contains(best.key) }
        }
    }

    private func judge(_ sheet: PrintedSheets.Sheet, _ there: Set<Serial>, _ photos: [Photo]) -> PhotoReport.Sheet {
        var judged = PhotoReport.Sheet(run: sheet.run, file: sheet.file, number: sheet.number)
        var left: [PhotoReport.Card] = []
        for card in cards[sheet] ?? [] {
            if there.contains(card.serial) { judged.there.append(card) } else { left.append(card) }
        }
        var unmatched = 0
        for photo in photos {
            var points = photo.unreadable
            if let view = view(of: sheet, in: photo) {
                for card in left where !judged.unreadable.contains(card) {
                    guard let index = points.firstIndex(where: { view.isNear($0, position: card.position) }) else {
                        continue
                    }
                    points.remove(at: index)
                    judged.unreadable.append(card)
                }
            } else {
                // What is unreadable here may have been read in another photograph, and two may show the same.
                let own = Set(photo.sights.map(\.serial))
                let elsewhere = judged.there.count { !own.contains($0.serial) }
                unmatched = max(unmatched, points.count - elsewhere)
            }
        }
        left.removeAll(where: judged.unreadable.contains)
        if unmatched >= left.count {
            judged.unreadable += left
        } else {
            judged.missing = left
            judged.unsure = unmatched
        }
        judged.unreadable.sort { $0.position < $1.position }
        return judged
    }

    private func view(of sheet: PrintedSheets.Sheet, in photo: Photo) -> SheetView? {
        guard let map else { return nil }
        let positions = Dictionary((cards[sheet] ?? []).map { ($0.serial, $0.position) }) { first, _ in first }
        let sights = photo.sights.compactMap { sight in positions[sight.serial].map { ($0, sight.outline) } }
        return SheetView(sights, map: map)
    }
}
