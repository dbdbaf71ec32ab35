package import Payload

/// Why another register cannot be merged: somebody has to decide first.
package enum MergeConflict: Error, Sendable, Hashable {
    /// Two holders have the serial, one in each register.
    case serialOfTwoHolders(Serial)
    /// Both registers issued the card, each for itself.
    case issuedTwice(Serial)
    /// One holder would have two good cards.
    case twoGoodCards(Serial, Serial)
    /// The holder of a card that was issued there is another one here, by another key that it got.
    case twoHolders(Serial)
    /// Its holder was forgotten in one register and got this card in the other.
    case forgotten(Serial)
    /// A revocation was undone there, and another one here stands.
    case revokedAgain(Serial)
    /// A key's revocation was undone there, and another one here stands.
    case keyRevokedAgain(KeyID)
    /// A run of it was stopped before all its files had their names.
    case uncommittedRun(Int)
    /// A run signed with a key that the office does not have.
    case unknownKey(KeyID)
    /// A run is another unit's.
    case otherUnit(UnitCode)
}

extension MergeConflict: CustomStringConvertible {
    /// The conflict for a person, and what to do.
    package var description: String {
        switch self {
        case .serialOfTwoHolders(let serial):
            "the serial \(serial) is one holder's there and another's here: reissue it in one of the registers"
        case .issuedTwice(let serial):
            "both registers issued \(serial), each for itself: the same rows were printed twice; leave one of the two out"
        case .twoGoodCards(let one, let other):
            "one holder would have two good cards, \(one) and \(other): revoke one of them first"
        case .twoHolders(let serial):
            "the holder of \(serial) is registered here as two: leave that register out, and print its roster again"
        case .forgotten(let serial):
            "the holder of \(serial) was forgotten in one register, and has that card in the other: forget it in both"
        case .revokedAgain(let serial):
            "the revocation of \(serial) was undone there, and it was revoked once more here: undo that first, or revoke "
                + "it there too"
        case .keyRevokedAgain(let key):
            "the revocation by the key \(key) was undone there, and it was revoked once more here: undo that first, or "
                + "revoke it there too"
        case .uncommittedRun(let run): "its run \(run) was stopped: give the same command again there, so that it ends"
        case .unknownKey(let key): "it has cards signed with the key \(key), which is not in this office's keyring"
        case .otherUnit(let unit): "it has cards of the unit \(unit), which is not this office's"
        }
    }
}
