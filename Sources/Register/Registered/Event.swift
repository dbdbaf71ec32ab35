package import Payload

/// An entry of the register's log.
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
        /// A card or poster was revoked.
        case revoked = 5
        /// A revocation was undone.
        case restored = 6
        /// All that a key signed before a moment was revoked.
        case keyRevoked = 7
        /// The revocation by a key was undone.
        case keyRestored = 8
        /// A key was made.
        case keyMade = 9
        /// A key was retired.
        case keyRetired = 10
        /// A holder's personal data were removed.
        case forgotten = 11
        /// A run ended.
        case ran = 12
        /// Another register was merged: its entries come before this one, whose detail names the last of them.
        case merged = 13
    }

    /// Its number in the log, from 1.
    package var number: Int
    /// When it happened, by the clock of the command.
    package var time: Timestamp
    /// What happened.
    package var kind: Kind
    /// The card or poster that it is about.
    package var serial: Serial?
    /// The run that it belongs to.
    package var run: Int?
    /// The name of the file that was printed.
    package var file: String?
    /// The key that it is about.
    package var key: KeyID?
    /// The moment that a revocation by key reaches to.
    package var moment: Timestamp?
    /// The reason, in the officer's words, or a remark.
    package var detail: String?
}
