import Files
import Messages
import RosterValues

/// Whether files write the month first in dates, and the dates there that can be read either way.
struct DateOrders: Sendable {
    /// A date that can be read either way.
    struct Ambiguous: Sendable {
        var row: UInt32
        var date: WrittenDate
        /// A row of the same file that can only be month first; for a cell that Excel took for a date, one that it left as text.
        var example: UInt32
        var isCell = false

        func finding(_ order: RowOrder, in file: Int) -> Finding {
            let other = date.monthFirst
            let reason =
                isCell
                ? Message(
                    en:
                        "may be \(other): of all dates only those with days up to 12 became dates, as in an Excel of US "
                        + "settings, unlike",
                    vi:
                        "có thể là \(other): trong tệp chỉ ngày từ 12 trở xuống thành kiểu ngày, như Excel đặt kiểu Mỹ, khác với"
                )
                : Message(
                    en: "may be \(other): the file has dates with the month first, as in",
                    vi: "có thể là \(other): tệp có ngày ghi tháng trước, như ở")
            return order.finding(
                .monthFirstFile, column: Person.Column.dateOfBirth.name, value: date.text,
                reason, example, in: file,
                proposal: Finding.Proposal(other, isCertain: false))
        }
    }

    /// The dates to look at, of the files that are done with.
    private(set) var doubted: [Ambiguous] = []

    private var pending = Segments<(row: UInt32, date: WrittenDate, isCell: Bool)>()
    private var dayFirst = 0, monthFirst = 0
    private var example = RowOrder.none
    /// Cells that Excel took for dates, and dates that it left as texts, with days up to 12 and over.
    private var lowCells = 0, highCells = 0, lowTexts = 0, highTexts = 0
    private var highText = RowOrder.none

    /// Dates of a file from which on their division into cells and texts is no chance.
    private static let enough = 5

    /// Looks at a date of birth as it stands in the file; `isCell` where Excel took it for a date.
    mutating func add(_ text: String, isCell: Bool, row: UInt32) {
        guard let date = WrittenDate(text) else { return }
        switch (isCell, date.isDayFirst) {
        case (true, false): lowCells += 1
        case (true, true): highCells += 1
        case (false, false): lowTexts += 1
        case (false, true):
            highTexts += 1
            if highText == RowOrder.none { highText = row }
        }
        if date.isAmbiguous {
            pending.append((row, date, isCell))
        } else if date.isDayFirst {
            dayFirst += 1
        } else if date.isMonthFirst {
            monthFirst += 1
            if example == RowOrder.none { example = row }
        }
    }

    mutating func endFile() {
        // A date or two with the month first among many others are slips.
        if monthFirst > 0, monthFirst >= dayFirst * 10 {
            doubted.append(contentsOf: pending.map { Ambiguous(row: $0.row, date: $0.date, example: example) })
        } else if highCells == 0, lowTexts == 0, lowCells > 0, highTexts > 0, lowCells + highTexts >= Self.enough {
            // Typed as day and month into an Excel that reads month and day: the rest stayed as typed.
            for found in pending where found.isCell {
                doubted.append(Ambiguous(row: found.row, date: found.date, example: highText, isCell: true))
            }
        }
        pending = Segments()
        (dayFirst, monthFirst, example) = (0, 0, RowOrder.none)
        (lowCells, highCells, lowTexts, highTexts, highText) = (0, 0, 0, 0, RowOrder.none)
    }
}
