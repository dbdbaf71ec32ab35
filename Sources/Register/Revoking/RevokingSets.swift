import GRDB
package import Payload

/// Cards and posters that a person names together.
package enum CardSet: Sendable, Hashable {
    /// Those of these serials, each of which has to fit.
    case serials([Serial])
    /// The cards of a household, as far as they fit.
    case household(String)
    /// What a run issued, as far as it fits.
    case run(Int)
}

package struct SetOutcome: Sendable {
    /// Why a card of a household or a run was left as it is.
    package enum Aside: String, Sendable, Hashable, CaseIterable {
        case alreadyRevoked
        case expired
        case notRevoked
        /// It was revoked at another time or for another reason than those that were restored.
        case revokedOtherwise
        /// Its holder has another good one.
        case replaced
    }

    /// The cards that were changed, as they are now.
    package var changed: [RegisteredCard] = []
    package var asides: [Aside: Int] = [:]
}

extension Register.Transaction {
    /// Revokes a set's cards; throws ``SerialFaults`` where not all serials can be, `unknownHousehold` or `unknownRun`.
    package func revoke(_ set: CardSet, reason: String, at clock: Timestamp) throws -> SetOutcome {
        var outcome = SetOutcome()
        for card in try cards(of: set, refusing: Self.notRevoked) {
            if !set.isOfSerials, let aside = card.card.state(at: clock).aside {
                outcome.asides[aside, default: 0] += 1
                continue
            }
            try revoke(card: card.row.id, reason: reason, at: clock)
            outcome.changed.append(card.card)
        }
        return try asTheyAre(outcome)
    }

    /// Undoes the revocations of a set's cards by their serials; throws as ``revoke(_:reason:at:)`` does.
    ///
    /// Of a household or a run, the last revocation is undone: what was revoked at that time for that reason. Nobody
    /// gets a second good card.
    package func restore(_ set: CardSet, reason: String, at clock: Timestamp) throws -> SetOutcome {
        var outcome = SetOutcome()
        var faults: [RegisterError] = []
        let cards = try cards(of: set, refusing: set.isOfSerials ? Self.notRestored : { _ in nil })
        let last = cards.max { ($0.row.revoked ?? 0) < ($1.row.revoked ?? 0) }?.card.revocation
        // The newest first: of two cards of one holder it is the one that becomes good.
        for card in cards.sorted(by: { $0.row.id > $1.row.id }) {
            do {
                guard set.isOfSerials || card.row.revoked == nil || card.card.revocation == last else {
                    outcome.asides[.revokedOtherwise, default: 0] += 1
                    continue
                }
                try restore(card.card.serial, reason: reason, at: clock)
                outcome.changed.append(card.card)
            } catch let error as RegisterError {
                guard !set.isOfSerials, let aside = error.aside else {
                    faults.append(error)
                    continue
                }
                outcome.asides[aside, default: 0] += 1
            }
        }
        guard faults.isEmpty else { throw SerialFaults(errors: faults.reversed()) }
        outcome.changed.reverse()
        return try asTheyAre(outcome)
    }

    /// What is wrong with a set's serials, should they be revoked or restored; nothing for other sets.
    package func faults(of set: CardSet, undoing: Bool) throws -> [RegisterError] {
        guard set.isOfSerials else { return [] }
        do { _ = try cards(of: set, refusing: undoing ? Self.notRestored : Self.notRevoked) } catch {
            guard let faults = error as? SerialFaults else { throw error }
            return faults.errors
        }
        return []
    }

    private static func notRevoked(_ card: ConfirmedCard) -> RegisterError? {
        card.row.revoked == nil ? nil : .alreadyRevoked(card.card.serial)
    }

    private static func notRestored(_ card: ConfirmedCard) -> RegisterError? {
        card.row.revoked == nil ? .notRevoked(card.card.serial) : nil
    }

    private func asTheyAre(_ outcome: SetOutcome) throws -> SetOutcome {
        var outcome = outcome
        outcome.changed = try outcome.changed.compactMap { try snapshot.card($0.serial) }
        return outcome
    }

    /// The cards of a set, each once; what `refusing` gives for a serial is thrown with all others.
    private func cards(of set: CardSet, refusing: (ConfirmedCard) -> RegisterError?) throws -> [ConfirmedCard] {
        switch set {
        case .serials(let serials):
            var seen: Set<Serial> = []
            var faults: [RegisterError] = []
            let cards = try serials.filter { seen.insert($0).inserted }.compactMap { serial in
                let card = try snapshot.confirmedCard(serial)
                if let fault = card.map(refusing) ?? .unknownSerial(serial) { faults.append(fault) }
                return card
            }
            guard faults.isEmpty else { throw SerialFaults(errors: faults) }
            return cards
        case .household(let household):
            let cards = try snapshot.confirmedCards(household: household)
            guard !cards.isEmpty else { throw RegisterError.unknownHousehold(household) }
            return cards
        case .run(let run):
            try snapshot.confirm(run: run)
            return try snapshot.confirmedCards(run: run)
        }
    }
}

extension CardSet {
    fileprivate var isOfSerials: Bool {
        if case .serials = self { return true }
        return false
    }
}

extension RegisteredCard.State {
    fileprivate var aside: SetOutcome.Aside? {
        switch self {
        case .valid: nil
        case .expired: .expired
        case .revoked: .alreadyRevoked
        }
    }
}

extension RegisterError {
    fileprivate var aside: SetOutcome.Aside? {
        switch self {
        case .notRevoked: .notRevoked
        case .replaced: .replaced
        default: nil
        }
    }
}
