package import Calendar
import Office
package import Payload
package import Register
import Roster
package import Tables

/// From when to when cards or posters of a run are valid.
package struct Validity: Sendable, Hashable {
    package var issued, expires: Timestamp

    package init(issued: Timestamp, expires: Timestamp) {
        (self.issued, self.expires) = (issued, expires)
    }

    /// From the clock to the end of the day so many days later.
    package init(issued clock: Timestamp, days: Int) {
        self.init(issued: clock, expires: Timestamp(endOf: clock.vietnamDay.adding(days: days)))
    }
}

/// What new cards or posters of a run are issued with.
package struct Terms: Sendable {
    package var unit: UnitCode
    package var serialKey: SerialKey
    package var signingKey: KeyID
    package var nameForm: NameForm
    package var validity: Validity
    /// The day of issue, which rosters' dates are judged by.
    package var today: CalendarDate
}

/// A card or poster to be drawn: what is printed for whom, what its payload says, and the roster's row behind it.
package struct Order: Sendable {
    /// The row; number 0 and no cells where the order comes from the register.
    package var row: Row
    package var issuance: Issuance
    package var validity: Validity
    package var key: KeyID
    package var nameForm: NameForm
}

extension Order {
    package init(_ issuance: Issuance, row: Row, _ terms: Terms) {
        self.init(
            row: row, issuance: issuance, validity: terms.validity, key: terms.signingKey, nameForm: terms.nameForm)
    }

    /// An order to print a registered card once more, as it was issued; nil where its holder was forgotten.
    package init?(again card: RegisteredCard, holder: Holder, row: Row = Row(number: 0, fields: [])) {
        guard let record = card.record else { return nil }
        self.row = row
        issuance = Issuance(
            serial: card.serial, number: card.number, reason: .again, holder: holder, knownHolder: card.holder,
            record: record)
        validity = Validity(issued: card.issued, expires: card.expires)
        key = card.key
        nameForm = card.nameForm
    }

    /// The order as bytes, for the spool.
    package var spooled: [UInt8] {
        var writer = CBORWriter(capacity: 512)
        writer.array(6)
        writer.byteString(row.spooled)
        writer.byteString(issuance.journaled)
        writer.integer(validity.issued.secondsSince1970)
        writer.integer(validity.expires.secondsSince1970)
        writer.unsigned(UInt64(key.rawValue))
        writer.text(nameForm.rawValue)
        return writer.bytes
    }

    package init(spooled bytes: [UInt8]) throws {
        var reader = CBORReader(bytes)
        try reader.expectArray(6)
        row = Row(spooled: Array(try reader.byteString()))
        issuance = try Issuance(journaled: try reader.byteString())
        validity = Validity(
            issued: Timestamp(secondsSince1970: try reader.integer()),
            expires: Timestamp(secondsSince1970: try reader.integer()))
        key = KeyID(rawValue: UInt32(truncatingIfNeeded: try reader.unsigned()))
        nameForm = NameForm(rawValue: try reader.text()) ?? .none
    }
}
