import Layout
package import Office
package import Payload
package import Register

/// A list on which cards or posters are signed for: a hamlet's, in order of delivery.
package struct ReceiptList {
    /// A card or poster that somebody signs for.
    package struct Row: Equatable {
        package var name: String
        package var serial: Serial
        package var household: String
        package var address: String
        package var place: Locality
    }

    /// What is handed out.
    package var kind: ClaimsKind
    /// The office that hands it out.
    package var office: OfficeConfiguration
    /// The run's number.
    package var run: Int
    /// The run's time.
    package var clock: Timestamp
    /// The group's name, where the rows are not of one place.
    package var title: String
    /// What is handed out, row by row.
    package var rows: [Row]

    /// Creates one of its parts.
    package init(
        kind: ClaimsKind, office: OfficeConfiguration, run: Int, clock: Timestamp, title: String, rows: [Row]
    ) {
        self.kind = kind
        self.office = office
        self.run = run
        self.clock = clock
        self.title = title
        self.rows = rows
    }

    /// Rows that belong together: those of a household.
    package var households: [ArraySlice<Row>] {
        var slices: [ArraySlice<Row>] = []
        var start = 0
        for index in rows.indices.dropFirst() where !rows[index].isOfHousehold(of: rows[index - 1]) {
            slices.append(rows[start..<index])
            start = index
        }
        if start < rows.count { slices.append(rows[start...]) }
        return slices
    }

    /// The hamlet and the commune; the group's own name where the rows are of several.
    package var placeName: String {
        let places = Set(rows.map { [$0.place.hamlet.lowercased(), $0.place.commune.lowercased()] })
        guard places.count == 1, let place = rows.first?.place, !place.hamlet.isEmpty || !place.commune.isEmpty else {
            return title
        }
        return [place.hamlet, place.commune].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension ReceiptList.Row {
    package init(_ issuance: Issuance) {
        let record = issuance.record
        self.init(
            name: record.name, serial: issuance.serial, household: record.household, address: record.address,
            place: record.locality)
    }

    fileprivate func isOfHousehold(of other: Self) -> Bool {
        !household.isEmpty && household.lowercased() == other.household.lowercased() && place == other.place
    }
}
