package import Payload

package struct Event: Sendable, Hashable {
    /// What happened; the raw value is the register's.
    package enum Kind: Int, Sendable, CaseIterable {
        /// A card or poster got a serial.
        case issued = 1
        /// A file of a run was printed.
        case printed = 2
        /// A card or poster was printed once more, with the same serial.
        case reprinted = 3
        /// A card or poster got a serial in place of an older one.
        case reissued = 4
        case revoked = 5
        /// A revocation was undone.
        case restored = 6
        /// All that a key signed before a moment was revoked.
        case keyRevoked = 7
        case keyRestored = 8
        case keyMade = 9
        case keyRetired = 10
        case forgotten = 11
        case ran = 12
        /// Another register was merged: its entries come before this one, whose detail names the last of them.
        case merged = 13
    }

    /// Its number in the log, from 1.
    package var number: Int
    /// When it happened, by the clock of the command.
    package var time: Timestamp
    package var kind: Kind
    package var serial: Serial?
    package var run: Int?
    package var file: String?
    package var key: KeyID?
    /// The moment that a revocation by key reaches to.
    package var moment: Timestamp?
    package var detail: String?
}
