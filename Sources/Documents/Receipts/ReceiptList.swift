import Layout
package import Office
package import Payload
package import Register

/// A list on which cards or posters are signed for: a hamlet's, in order of delivery.
package struct ReceiptList {
    /// A card or poster that somebody signs for.
    package struct Row: Equatable {
        package var name: String
        /// The year that its holder was born in, which tells people of one name apart; empty for a poster.
        package var birthYear: String
        package var serial: Serial
        package var household, address: String
        package var locality: Locality
    }

    package var kind: ClaimsKind
    package var office: OfficeConfiguration
    package var run: Int
    package var clock: Timestamp
    /// The group's name, where the rows are not of one locality.
    package var title: String
    package var rows: [Row]

    package init(
        kind: ClaimsKind, office: OfficeConfiguration, run: Int, clock: Timestamp, title: String, rows: [Row]
    ) {
        (self.kind, self.office, self.run, self.clock, self.title) = (kind, office, run, clock, title)
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
    package var localityName: String {
        let names = Set(rows.map { [$0.locality.hamlet.lowercased(), $0.locality.commune.lowercased()] })
        guard names.count == 1, let locality = rows.first?.locality,
            !locality.hamlet.isEmpty || !locality.commune.isEmpty
        else {
            return title
        }
        return [locality.hamlet, locality.commune].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension ReceiptList.Row {
    package init(_ issuance: Issuance) {
        let record = issuance.record
        self.init(
            name: record.name, birthYear: String(record.birth.prefix { $0 != "-" }), serial: issuance.serial,
            household: record.household, address: record.address,
            locality: record.locality)
    }

    fileprivate func isOfHousehold(of other: Self) -> Bool {
        !household.isEmpty && household.lowercased() == other.household.lowercased() && locality == other.locality
    }
}
