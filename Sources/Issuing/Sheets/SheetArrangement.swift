import Layout

/// Where the pages of a file stand: the sheet and the position of each, both from 0.
package struct SheetArrangement: Equatable {
    package struct Slot: Hashable, Comparable {
        package var sheet, position: Int

        package static func < (a: Slot, b: Slot) -> Bool { (a.sheet, a.position) < (b.sheet, b.position) }
    }

    /// The slots, page by page in order of delivery.
    package private(set) var slots: [Slot] = []
    package var sheets: Int { (slots.map(\.sheet).max() ?? -1) + 1 }

    /// Fills sheet after sheet with runs of pages that belong together, a household's.
    ///
    /// With `keepsHouseholds`, one that fits on the next sheet never starts on a sheet's last position, which stays
    /// empty.
    package init(delivering runs: [Int], capacity: Int, keepsHouseholds: Bool) {
        var next = 0
        for run in runs {
            if keepsHouseholds, capacity > 1, next % capacity == capacity - 1, run <= capacity { next += 1 }
            for index in next..<next + run {
                slots.append(Slot(sheet: index / capacity, position: index % capacity))
            }
            next += run
        }
    }

    /// Fills position after position through all sheets: position p of sheet s has page p × sheets + s.
    package init(stacking count: Int, capacity: Int) {
        let sheets = (count + capacity - 1) / capacity
        slots = (0..<count).map { Slot(sheet: $0 % sheets, position: $0 / sheets) }
    }

    /// Gives pages the positions that they had; sheets of which nothing is printed are left out.
    package init(keeping earlier: [Slot]) {
        var sheets: [Int: Int] = [:]
        slots = earlier.map { slot in
            let sheet = sheets[slot.sheet] ?? sheets.count
            sheets[slot.sheet] = sheet
            return Slot(sheet: sheet, position: slot.position)
        }
    }
}
