import Files
package import Messages
import Payload
import Tables

extension OfficeReport {
    /// The report as a CSV file for Excel: a row for each hamlet's cards, then one for each type's posters.
    ///
    /// Totals are left out, so that a column's sum is right. Texts and per cents are guarded, since Excel would take
    /// `97.3` for a date or for 973; people and coverage are empty where they are not known.
    package func csv(in language: Language) -> [UInt8] {
        let writer = CSVWriter()
        var bytes = CSVWriter.byteOrderMark
        bytes += writer.bytes(of: Self.columns.map { $0.text(in: language) })
        let (card, poster) = (Message(en: "card", vi: "thẻ"), Message(en: "poster", vi: "áp phích"))
        for unit in units {
            let office = [unit.code.description, GuardedCell.guarded(unit.name)]
            for hamlet in unit.hamlets {
                let counts = hamlet.counts
                let names = [GuardedCell.guarded(hamlet.commune), GuardedCell.guarded(hamlet.hamlet), ""]
                let figures = [counts.people, counts.valid, counts.expired, counts.revoked, counts.reprints]
                let coverage = counts.coverage.map { GuardedCell.guarded($0.description) } ?? ""
                bytes += writer.bytes(
                    of: [card.text(in: language)] + office + names + figures.map { $0.map(String.init) ?? "" } + [
                        coverage
                    ])
            }
            for posters in unit.posters {
                let figures = [posters.valid, posters.expired, posters.revoked].map(String.init)
                bytes += writer.bytes(
                    of: [poster.text(in: language)] + office + ["", "", posters.type.vietnamese, ""] + figures + [
                        "", "",
                    ])
            }
        }
        return bytes
    }

    private static let columns = [
        Message(en: "kind", vi: "loại"), Message(en: "unit", vi: "mã đơn vị"),
        Message(en: "unit_name", vi: "tên đơn vị"), Message(en: "commune", vi: "xã"), Message(en: "hamlet", vi: "thôn"),
        Message(en: "venue_type", vi: "loại địa điểm"), Message(en: "people", vi: "số người"),
        Message(en: "valid", vi: "hợp lệ"), Message(en: "expired", vi: "hết hạn"),
        Message(en: "revoked", vi: "thu hồi"),
        Message(en: "reprints", vi: "in lại"), Message(en: "coverage_percent", vi: "tỷ lệ phần trăm"),
    ]

    /// Writes ``csv(in:)`` as a file, whole or not at all.
    package func writeCSV(to path: String, in language: Language) throws {
        try AtomicFile.write(csv(in: language), to: path)
    }
}
