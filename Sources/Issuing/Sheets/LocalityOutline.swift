package import Layout
package import PDF
package import Register
import Templates

/// A file's outline: hamlets, and below them households or venues, each with the page of its first card.
package struct LocalityOutline {
    package private(set) var entries: [OutlineEntry] = []

    /// An outline of records in order of delivery, each with its page of the file; `whole` names those without a hamlet.
    package init(_ records: [(record: Record, page: Int)], whole: String) {
        var last: Record?
        for (record, page) in records {
            defer { last = record }
            if record.locality != last?.locality || entries.isEmpty {
                let names = [record.locality.hamlet, record.locality.commune, whole, "Mocban"]
                entries.append(OutlineEntry(names.first { !$0.isEmpty } ?? "", page: page))
                last = nil
            }
            let name = record.household.isEmpty && record.venueType != nil ? record.name : record.household
            guard !name.isEmpty, !(last.map(record.isOfHousehold) ?? false) else { continue }
            entries[entries.count - 1].entries.append(OutlineEntry(name, page: page))
        }
    }
}

extension Record {
    /// Whether both are of one household; without a code nobody is.
    package func isOfHousehold(_ other: Record) -> Bool {
        !household.isEmpty && household.lowercased() == other.household.lowercased() && locality == other.locality
    }
}

/// What viewers call a page: the group with the sheet's number.
package struct PageLabel {
    private let group: String
    private let hasBacks: Bool

    package init(_ group: some StringProtocol, hasBacks: Bool) {
        self.group = String(group)
        self.hasBacks = hasBacks
    }

    /// The label of a sheet's side; the sheet is counted from 1.
    package func text(_ sheet: Int, _ side: SheetSide) -> String {
        (group.isEmpty ? "\(sheet)" : "\(group) \(sheet)") + (side == .back ? " sau" : "")
    }
}

extension PrintForm {
    /// The language that a PDF file says it is in: that of most of its words.
    package var documentLanguage: String { language == "en" ? "en" : "vi" }
}
