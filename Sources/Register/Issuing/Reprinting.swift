package import Payload

extension Register.Snapshot {
    /// A card that may be printed once more; throws `unknownSerial`, `forgotten`, `replaced`, `revoked` or `expired`.
    package func reprintable(_ serial: Serial, at clock: Timestamp) throws -> (card: RegisteredCard, holder: Holder) {
        let card = try knownCard(serial).card
        guard card.record != nil, let holder = try knownHolder(card.holder)?.holder else {
            throw RegisterError.forgotten(serial)
        }
        switch card.state(at: clock) {
        case .valid: return (card, holder)
        case .expired: throw RegisterError.expired(serial)
        case .revoked:
            if let newer = try goodCard(of: card.holder, at: clock) { throw RegisterError.replaced(serial, by: newer) }
            throw RegisterError.revoked(serial)
        }
    }

    /// The holder's newest card, good or not, and the issuance of a new serial, with the record as it is registered.
    ///
    /// The issuance replaces the card where that is good. Throws `RegisterError.unknownSerial`, `forgotten`, or
    /// `replaced` where the holder has a newer good one.
    package func reissue(
        of serial: Serial, key: SerialKey, at clock: Timestamp
    ) throws -> (card: RegisteredCard, issuance: Issuance) {
        let card = try knownCard(serial).card
        guard let record = card.record, let known = try knownHolder(card.holder) else {
            throw RegisterError.forgotten(serial)
        }
        let cards = try confirmedCards(holder: card.holder).map(\.card)
        let good = cards.good(at: clock)
        if let good, good.serial != serial { throw RegisterError.replaced(serial, by: good.serial) }
        let issuance = try issuance(for: known, replacing: good, of: cards, record: record, unit: card.unit, key: key)
        return (card, issuance)
    }
}
