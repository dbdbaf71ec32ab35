import Files
import Payload
import Tables

extension OfficeReport {
    /// The report as a CSV file for Excel: a row for each hamlet's cards, then one for each type's posters.
    ///
    /// Totals are left out, so that a column's sum is right. Texts and per cents are guarded, since Excel would take
    /// `97.3` for a date or for 973; people and coverage are empty where they are not known.
    package var csv: [UInt8] {
        let writer = CSVWriter()
        var bytes = CSVWriter.byteOrderMark
        bytes += writer.bytes(of: [
            "kind", "unit", "unit_name", "commune", "hamlet", "venue_type", "people", "valid", "expired", "revoked",
            "reprints", "coverage_percent",
        ])
        for unit in units {
            let office = [unit.code.description, GuardedCell.guarded(unit.name)]
            for hamlet in unit.hamlets {
                let counts = hamlet.counts
                let names = [GuardedCell.guarded(hamlet.commune), GuardedCell.guarded(hamlet.hamlet), ""]
                let figures = [counts.people, counts.valid, counts.expired, counts.revoked, counts.reprints]
                let coverage = counts.coverage.map { GuardedCell.guarded($0.description) } ?? ""
                bytes += writer.bytes(
                    of: ["card"] + office + names + figures.map { $0.map(String.init) ?? "" } + [coverage])
            }
            for posters in unit.posters {
                let figures = [posters.valid, posters.expired, posters.revoked].map(String.init)
                bytes += writer.bytes(
                    of: ["poster"] + office + ["", "", posters.type.vietnamese, ""] + figures + ["", ""])
            }
        }
        return bytes
    }

    /// Writes ``csv`` as a file, whole or not at all.
    package func writeCSV(to path: String) throws { try AtomicFile.write(csv, to: path) }
}
