import Payload
import TestSupport

@testable import Register
@testable import RegisterExchange

/// A register in which everything has happened that can.
struct EventfulRegister {
    var test: TestRegister
    /// The record of the log's end after a change, with the number of the last entry, and the seal of the state.
    struct End {
        var last: Int64
        var mac, state: [UInt8]
    }

    /// The ends after each change.
    private(set) var ends: [End] = []
    /// Serials of the people, in order; the fourth is forgotten, the second revoked.
    private(set) var serials: [Serial] = []

    var forgotten: Serial { serials[3] }
    var revoked: Serial { serials[1] }

    var register: Register { test.register }

    init() throws {
        test = try TestRegister()
        let register = test.register
        let key = try test.signingKey
        var clock = test.clock
        let people = (1...7).map {
            TestRegister.person("Nguyễn Thị Hương \($0)", household: "HK-\($0 / 3)", birth: "198\($0)-02-28")
        }
        for person in people { serials.append(try test.issue(person)) }
        try register.writing { try $0.note(.keyMade, key: key, detail: "card", at: clock) }
        try note()

        // A person who is known by a national ID from the second card on.
        guard
            case .changed(_, let reissue) = try test.decision(
                on: people[0].ofOtherSex, id: "046185003197")
        else { throw TestRegister.Unexpected.standing }
        try test.run([reissue])
        try note()

        // Another copy of a card, and a poster.
        let (again, holder) = try goodCard(test, people[2])
        try test.run([
            Issuance(
                serial: again.serial, number: again.number, reason: .again, holder: holder, knownHolder: again.holder,
                record: people[2]), test.poster("Chợ Sịa"),
        ])
        try note()
        for (index, change) in try changes(key: key, serials: serials).enumerated() {
            clock = clock.adding(seconds: Int64(index) * 60)
            try register.writing { try change($0, clock) }
            try note()
        }
    }

    private func changes(
        key: KeyID, serials: [Serial]
    ) throws -> [(Register.Transaction, Timestamp) throws -> Void] {
        let other = KeyID(rawValue: 0x0102_0304)
        return [
            { try $0.revoke(serials[1], reason: "lost", at: $1) },
            { try $0.restore(serials[1], reason: "found", at: $1) },
            { try $0.revoke(key: key, before: $1.adding(seconds: -86_400), reason: "stolen", at: $1) },
            { try $0.revoke(key: key, before: $1.adding(seconds: -3_600), reason: "stolen earlier", at: $1) },
            { try $0.revoke(key: key, before: $1.adding(seconds: -7_200), reason: "narrower", at: $1) },
            { try $0.revoke(key: other, before: $1, reason: "mislaid", at: $1) },
            { try $0.restore(key: other, reason: "found", at: $1) },
            { try $0.forget(serials[3], reason: "asked for", at: $1) },
            { try $0.note(.keyRetired, key: key, detail: "", at: $1) },
            { try $0.note(.merged, key: other, detail: "1-00", at: $1) },
            { try $0.revoke(serials[1], reason: "lost again", at: $1) },
        ]
    }

    private mutating func note() throws {
        try register.reading { snapshot in
            guard let end = try LogEndRow.fetchOne(snapshot.db, number: 1) else { return }
            let state = try RegisterState(snapshot.db).mac(at: try snapshot.logHead, key: register.key)
            ends.append(End(last: end.last, mac: Array(end.mac), state: state))
        }
    }
}

/// A person's good card and holder.
private func goodCard(_ test: TestRegister, _ person: Record) throws -> (RegisteredCard, Holder) {
    guard case .holding(let card, let holder) = try test.decision(on: person) else {
        throw TestRegister.Unexpected.standing
    }
    return (card, holder)
}

extension Record {
    fileprivate var ofOtherSex: Record {
        var record = self
        record.sex = "M"
        return record
    }
}

extension TestRegister {
    /// A poster for a venue that has none.
    func poster(_ name: String) -> Issuance {
        let holder = Holder(venue: name, address: "Phú Lễ", key: serialKey)
        return Issuance(
            serial: Serial(unit: Self.unit, holder: holder.key, issueNumber: 1, key: serialKey), number: 1,
            reason: .new,
            holder: holder,
            record: Record(
                name: name, venueType: .market, address: "Phú Lễ",
                locality: Locality(commune: "Quảng Phú", hamlet: "Phú Lễ")))
    }
}
