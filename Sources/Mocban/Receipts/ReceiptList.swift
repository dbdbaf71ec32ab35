import Layout
import Payload
import Register

/// A list on which cards or posters are signed for: a hamlet's, in order of delivery.
struct ReceiptList {
    /// A card or poster that somebody signs for.
    struct Row: Equatable {
        var name: String
        var serial: Serial
        var household: String
        var address: String
        var place: Locality
    }

    /// What is handed out.
    var kind: ClaimsKind
    /// The office that hands it out.
    var office: OfficeConfiguration
    /// The run's number.
    var run: Int
    /// The run's time.
    var clock: Timestamp
    /// The group's name, where the rows are not of one place.
    var title: String
    /// What is handed out, row by row.
    var rows: [Row]

    /// Rows that belong together: those of a household.
    var households: [ArraySlice<Row>] {
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
    var placeName: String {
        let places = Set(rows.map { [$0.place.hamlet.lowercased(), $0.place.commune.lowercased()] })
        guard places.count == 1, let place = rows.first?.place, !place.hamlet.isEmpty || !place.commune.isEmpty else {
            return title
        }
        return [place.hamlet, place.commune].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension ReceiptList.Row {
    init(_ issuance: Issuance) {
        let record = issuance.record
        self.init(
            name: record.name, serial: issuance.serial, household: record.household, address: record.address,
            place: record.locality)
    }

    fileprivate func isOfHousehold(of other: Self) -> Bool {
        !household.isEmpty && household.lowercased() == other.household.lowercased() && place == other.place
    }
}
