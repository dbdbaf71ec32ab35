import Files
import Messages

/// Whether files write the month first in dates, and the dates there that can be read either way.
struct DateOrders: Sendable {
    /// A date that can be read either way.
    struct Ambiguous: Sendable {
        var row: UInt32
        var date: WrittenDate
        /// A row of the same file that can only be month first.
        var example: UInt32

        func finding(_ order: RowOrder, in file: Int) -> Finding {
            let other = date.monthFirst
            return order.finding(
                .monthFirstFile, column: Person.Column.dateOfBirth.name, value: date.text,
                Message(
                    en: "may be \(other): the file has dates with the month first, as in",
                    vi: "có thể là \(other): tệp có ngày ghi tháng trước, như ở"), example, in: file,
                proposal: Finding.Proposal(other, isCertain: false))
        }
    }

    /// The dates to look at, of the files that are done with.
    private(set) var doubted: [Ambiguous] = []

    private var pending = Segments<(row: UInt32, date: WrittenDate)>()
    private var dayFirst = 0, monthFirst = 0
    private var example = RowOrder.none

    /// Looks at a date of birth as it stands in the file.
    mutating func add(_ text: String, row: UInt32) {
        guard let date = WrittenDate(text) else { return }
        if date.isAmbiguous {
            pending.append((row, date))
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
        }
        pending = Segments()
        (dayFirst, monthFirst, example) = (0, 0, RowOrder.none)
    }
}
