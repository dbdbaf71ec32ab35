package import Messages
package import Payload

/// Why another register cannot be merged: somebody has to decide first.
package enum MergeConflict: Failure, Hashable {
    case serialOfTwoHolders(Serial), issuedTwice(Serial), twoGoodCards(Serial, Serial), twoHolders(Serial)
    case forgotten(Serial), revokedAgain(Serial), keyRevokedAgain(KeyID)
    case uncommittedRun(Int), unknownKey(KeyID), otherUnit(UnitCode)

    package var category: FailureCategory { .refused }

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
