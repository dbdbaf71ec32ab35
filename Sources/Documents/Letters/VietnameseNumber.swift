import Office
import Roster


extension Int {
    /// The number as Vietnam writes it, `1.234.567`.
    package var vietnamese: String {
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
    package var vietnamese: String { "\((tenths / 10).vietnamese),\(tenths % 10) %" }

    /// The same for running text, where the sign stays on the number's line.
    package var unbroken: String { vietnamese.replacing(" ", with: "\u{A0}") }
}

extension VietnamDay {
    /// The day as letters write it, `ngày 08 tháng 02 năm 2026`: with a nought before days under 10, January and
    /// February.
    package var inWords: String {
        guard let date = calendarDate else { return description }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "ngày \(two(date.day)) tháng \(date.month < 3 ? two(date.month) : "\(date.month)") năm \(date.year)"
    }
}
