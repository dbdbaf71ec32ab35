package import Calendar
import Messages
import RosterValues
import VietnameseText

extension Venue: RosterRecord {
    package static var nameColumn: Column { .name }
    package static var evidence: [Column] { [.type, .address] }

    /// Reads a venue from a row's cells, with what is wrong there among its findings.
    package init?(_ cells: inout Cells<Column>, today: CalendarDate) {
        let name = cells.whole(cells.name(.name, longest: 200), .name)
        let kind = cells.kind()
        let address = cells.printed(.address, isNeeded: true, longest: 200)
        let owner = cells.printed(.owner)
        let phone = cells.phone(.phone)
        let hamlet = cells.printed(.hamlet)
        let commune = cells.printed(.commune)
        guard let name, let kind, let address else { return nil }
        self.init(
            name: name, kind: kind, address: address, owner: owner, phone: phone, hamlet: hamlet, commune: commune)
    }
}

extension Cells<Venue.Column> {
    fileprivate mutating func kind() -> VenueKind? {
        guard let text = text(.type, isNeeded: true) else { return nil }
        if let kind = VenueKind(text) { return kind }
        find(
            .unknownVenueKind, .type,
            Shown.quoted(text).said(en: "is no known type of venue", vi: "không phải loại hình địa điểm đã biết"))
        return nil
    }
}
