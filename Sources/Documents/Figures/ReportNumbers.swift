import Calendar
import Office
import Roster
import VietnameseText

extension OfficeReport.Coverage {
    /// The per cents as Vietnam writes them, `97,3 %`.
    package var vietnamese: String { "\((tenths / 10).vietnamese),\(tenths % 10) %" }

    /// The same for running text, where the sign stays on the number's line.
    package var unbroken: String { vietnamese.replacing(" ", with: "\u{A0}") }
}

extension CalendarDate {
    /// The day as letters write it, `ngày 08 tháng 02 năm 2026`: with a nought before days under 10, January and
    /// February.
    package var inWords: String {
        "ngày \(day.padded(to: 2)) tháng \(month.padded(to: month < 3 ? 2 : 1)) năm \(year)"
    }
}
