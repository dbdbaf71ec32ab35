import Office
import Payload
import VietnameseText

package struct LetterWords {
    package let subject, opening: String
    package let remarks: [String]
    package let posters, closing: String

    package init(_ letter: ReportLetter, _ rows: ReportRows) {
        let report = letter.report
        subject = "Kết quả cấp thẻ mã QR và mã QR địa điểm"
        var text = Self.cards(letter)
        if let extremes = Self.extremes(of: rows) { text += " " + extremes }
        if !rows.rows.isEmpty {
            text += rows.leftOut > 0 ? " Cụ thể như sau:" : " Số liệu từng \(rows.level.word) như sau:"
        }
        opening = text
        remarks = Self.remarks(rows, report)
        let sum = OfficeReport.PosterSums(report.posters)
        posters =
            report.posters.isEmpty
            ? "Đến nay chưa cấp mã QR địa điểm."
            : "Mã QR địa điểm: \(sum.valid.vietnamese) mã còn giá trị, "
                + Self.list(
                    [(sum.expired, "mã đã hết hạn"), (sum.revoked, "mã đã thu hồi")],
                    none: "chưa có mã hết hạn hoặc thu hồi") + "."
        closing = "Trên đây là báo cáo của \(letter.sender.name)./."
    }

    private static func cards(_ letter: ReportLetter) -> String {
        let totals = letter.report.totals
        if letter.report.units.allSatisfy(\.hamlets.isEmpty) {
            return "Tính đến ngày \(letter.report.asOf.vietnamDay), \(letter.sender.name) chưa cấp thẻ mã QR."
        }
        let others = list(
            [(totals.expired, "thẻ đã hết hạn"), (totals.revoked, "thẻ đã thu hồi"), (totals.reprints, "lượt in lại")],
            none: "chưa có thẻ hết hạn, thu hồi hoặc in lại")
        let start =
            "Tính đến ngày \(letter.report.asOf.vietnamDay), \(letter.sender.name) có "
            + "\(totals.valid.vietnamese) thẻ mã QR còn giá trị"
        guard let people = totals.people, let coverage = totals.coverage else { return "\(start); \(others)." }
        let days = Set(letter.report.units.compactMap(\.rosterRead).map { $0.vietnamDay })
        let day = days.count == 1 ? days.first.map { " ngày \($0)" } ?? "" : ""
        return
            "\(start) cho \(people.vietnamese) người theo danh sách\(day), đạt tỷ lệ \(coverage.unbroken); \(others)."
    }

    /// Counts with their nouns, those of nothing left out.
    private static func list(_ counts: [(Int, String)], none: String) -> String {
        let some = counts.filter { $0.0 > 0 }.map { "\($0.0.vietnamese) \($0.1)" }
        return some.isEmpty ? none : some.joined(separator: ", ")
    }

    /// The places that lag most and least, where they differ.
    private static func extremes(of rows: ReportRows) -> String? {
        let known = rows.counted.filter(\.isNamed).compactMap { row in row.counts.coverage.map { (row.label, $0) } }
        // A crowded page has no room for it.
        guard rows.density != .tight, let lowest = known.min(by: { $0.1 < $1.1 }),
            let highest = known.max(by: { $0.1 < $1.1 }), lowest.1 < highest.1
        else { return nil }
        return "Tỷ lệ thấp nhất ở \(lowest.0) (\(lowest.1.unbroken)), "
            + "cao nhất ở \(highest.0) (\(highest.1.unbroken))."
    }

    private static func remarks(_ rows: ReportRows, _ report: OfficeReport) -> [String] {
        var remarks: [String] = []
        let silent = report.units.filter(\.hamlets.isEmpty).map(\.name)
        if !silent.isEmpty { remarks.append("Chưa có số liệu của \(silent.joined(separator: ", ")).") }
        if rows.leftOut > 0 {
            let order = rows.hasPeople ? " có tỷ lệ thấp nhất" : " đầu danh sách"
            remarks.append(
                "Bảng nêu \(rows.counted.count) \(rows.level.word)\(order); "
                    + "số liệu \(rows.leftOut.vietnamese) \(rows.level.word) khác trong tệp kèm theo.")
        }
        if !rows.hasPeople {
            remarks.append("Chưa có danh sách dân cư nên chưa tính được tỷ lệ.")
        } else if rows.rows.contains(where: { $0.counts.people == nil }) {
            remarks.append("Dấu – là nơi chưa có danh sách dân cư.")
        }
        if rows.counted.contains(where: { ($0.counts.coverage?.tenths ?? 0) > 1000 }) {
            remarks.append("Tỷ lệ trên 100 % ở nơi có người được cấp thẻ mà không còn tên trong danh sách.")
        }
        return remarks
    }
}
