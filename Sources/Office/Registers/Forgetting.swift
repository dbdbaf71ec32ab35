package import Payload
import Register

package struct Forgotten: Sendable, Hashable {
    /// The serials that stay, without a name.
    package var serials: [Serial]
    package var good: Int
    /// Whether nothing of the people is left in the register's unused parts; else the next command that writes removes it.
    package var isWiped: Bool
}

extension Office {
    /// Removes the personal data of people and venues from the register: all of them, or none where one cannot be.
    ///
    /// `serials` has a card or poster of each, `household` the code of a household whose people are forgotten too; the
    /// reason goes into the log and should name nobody. The office's lock is held meanwhile. Throws `RegisterError`, or
    /// `SerialFaults` where serials are not all to be forgotten.
    package func forget(
        _ serials: [Serial], household: String? = nil, reason: String, clock: Timestamp, lock _: OfficeLock
    ) throws -> Forgotten {
        let register = try register(.writing)
        var forgotten = try register.writing { transaction in
            var asked = serials
            if let household {
                let cards = try transaction.snapshot.cards(household: household)
                guard !cards.isEmpty else { throw RegisterError.unknownHousehold(household) }
                asked += cards.map(\.serial)
            }
            let faults = try asked.compactMap { serial -> RegisterError? in
                guard let card = try transaction.snapshot.card(serial) else { return .unknownSerial(serial) }
                return card.record == nil ? .forgotten(serial) : nil
            }
            guard faults.isEmpty else { throw SerialFaults(errors: faults) }
            var gone: [Serial] = []
            // A person may have had several cards, all of which are without a name after the first.
            for serial in asked where !gone.contains(serial) {
                gone += try transaction.forget(serial, reason: reason, at: clock)
            }
            let good = try gone.filter { try transaction.snapshot.card($0)?.state(at: clock) == .valid }
            return Forgotten(serials: gone, good: good.count, isWiped: false)
        }
        forgotten.isWiped = (try? register.wipeTraces()) != nil
        return forgotten
    }
}
