package import Register
package import Templates

/// All that decides what a run prints, besides its clock: runs with equal identities and clocks give the same bytes.
package struct RunIdentity: Codable, Equatable, Sendable {
    package var version: String
    /// The ID of the office's serial key, which stays the office's own for ever.
    package var office: String
    /// The command: `cards`.
    package var command: String
    /// The name of the roster's file, without its folder.
    package var roster: String
    /// The SHA-256 of the roster's bytes, in hexadecimal.
    package var input: String
    /// The encoding that a person named.
    package var encoding: String?
    /// The sheet that a person named.
    package var sheet: String?
    package var template: String
    /// The SHA-256 of the template's file, its pictures and all fonts, in hexadecimal.
    package var design: String
    /// The SHA-256 of the office's settings, in hexadecimal.
    package var settings: String
    package var grouping, kid, algorithm: String
    package var unit: UInt64
    /// The share of the roster that is printed; nil for all of it.
    package var shard: Shard?
    package var form: PrintForm
    /// What else was asked for: `reprints`, `reissues`.
    package var flags: [String]
    /// The state of the register that decides who is printed, in the register's own words.
    package var registerHead: String

    /// Whether both are the same command, over a register that may have gone on.
    package func isSameCommand(as other: RunIdentity) -> Bool {
        var copy = self
        copy.registerHead = other.registerHead
        return copy == other
    }
}

/// A run in its staging folder, as `run.json` there says.
package struct StagedRun: Codable, Equatable, Sendable {
    /// What decides its bytes.
    package var identity: RunIdentity
    /// The number that the register has for it, or will have.
    package var number: Int
    /// The time of issue, in ISO 8601 and UTC.
    package var clock: String
}
