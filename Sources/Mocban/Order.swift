import Calendar
import Payload
import Register
import Roster
import Tables

/// From when to when cards or posters of a run are valid.
struct Validity: Sendable, Hashable {
    var issued, expires: Timestamp

    init(issued: Timestamp, expires: Timestamp) {
        self.issued = issued
        self.expires = expires
    }

    /// From the clock to the end of the day so many days later.
    init(issued clock: Timestamp, days: Int) {
        self.init(issued: clock, expires: Timestamp(endOf: clock.vietnamDay.adding(days: days)))
    }
}

/// What new cards or posters of a run are issued with.
struct Terms: Sendable {
    var unit: UnitCode
    var serialKey: SerialKey
    var signingKey: KeyID
    var nameForm: NameForm
    var validity: Validity
    /// The day of issue, which rosters' dates are judged by.
    var today: CalendarDate
}

/// A card or poster to be drawn: what is printed for whom, what its payload says, and the roster's row behind it.
struct Order: Sendable {
    /// The row; number 0 and no cells where the order comes from the register.
    var row: Row
    var issuance: Issuance
    var validity: Validity
    var key: KeyID
    var nameForm: NameForm
}

extension Order {
    /// An order to print something new.
    init(_ issuance: Issuance, row: Row, _ terms: Terms) {
        self.init(
            row: row, issuance: issuance, validity: terms.validity, key: terms.signingKey, nameForm: terms.nameForm)
    }

    /// An order to print a registered card once more, as it was issued; nil where its holder was forgotten.
    init?(again card: RegisteredCard, holder: Holder, row: Row = Row(number: 0, fields: [])) {
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
    var spooled: [UInt8] {
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

    init(spooled bytes: [UInt8]) throws {
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
