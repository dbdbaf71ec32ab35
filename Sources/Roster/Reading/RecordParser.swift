import Calendar
package import RosterValues
package import Tables

/// Makes records of the rows of one file.
package struct RecordParser<Record: RosterRecord>: Sendable {
    private let header: Header<Record.Column>
    private let today: CalendarDate

    init(header: Header<Record.Column>, today: CalendarDate) { (self.header, self.today) = (header, today) }

    /// The record of a row below the header, or what refuses it; never ``RosterReader/Entry/nobody(_:_:)``.
    ///
    /// `alsoFound` is what was found in the row already, without an error among it.
    @specialized(where Record == Person)
    @specialized(where Record == Venue)
    package func entry(of row: Row, alsoFound: [Finding] = []) -> RosterReader<Record>.Entry {
        guard row.damage.isEmpty else {
            // The cells of a damaged row may belong to other columns: they are not judged.
            return .refused(row, row.damage.map { Finding($0, header) })
        }
        var cells = Cells(row, header)
        let record = Record(&cells, today: today)
        let findings = alsoFound.isEmpty ? cells.findings : alsoFound + cells.findings
        guard let record, !cells.isRefused else { return .refused(row, findings) }
        return .record(row, record, findings)
    }
}
