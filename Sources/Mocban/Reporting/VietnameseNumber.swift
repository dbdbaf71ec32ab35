import Calendar
import Roster

extension Int {
    /// The number as Vietnam writes it, `1.234.567`.
    var vietnamese: String {
        let digits = String(magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "." }
            grouped.append(digit)
        }
        return (self < 0 ? "-" : "") + grouped
    }
}

extension OfficeReport.Coverage {
    /// The per cents as Vietnam writes them, `97,3 %`.
    var vietnamese: String { "\((tenths / 10).vietnamese),\(tenths % 10) %" }

    /// The same for running text, where the sign stays on the number's line.
    var unbroken: String { vietnamese.replacing(" ", with: "\u{A0}") }
}

extension CalendarDate {
    /// The day as letters write it, `ngày 08 tháng 02 năm 2026`: with a nought before days under 10, January and
    /// February.
    var inWords: String {
        "ngày \(day.padded(to: 2)) tháng \(month.padded(to: month < 3 ? 2 : 1)) năm \(year)"
    }
}
