import Register

/// All that decides what a run prints, besides its clock: runs with equal identities and clocks give the same bytes.
struct RunIdentity: Codable, Equatable, Sendable {
    /// Mocban's version.
    var version: String
    /// The ID of the office's serial key, which stays the office's own for ever.
    var office: String
    /// The command: `cards`.
    var command: String
    /// The name of the roster's file, without its folder.
    var roster: String
    /// The SHA-256 of the roster's bytes, in hexadecimal.
    var input: String
    /// The encoding that a person named.
    var encoding: String?
    /// The sheet that a person named.
    var sheet: String?
    /// The template's name.
    var template: String
    /// The SHA-256 of the template's file, its pictures and all fonts, in hexadecimal.
    var design: String
    /// The SHA-256 of the office's settings, in hexadecimal.
    var settings: String
    /// Which cards are put together.
    var grouping: String
    /// The signing key's ID.
    var kid: String
    /// The signing algorithm.
    var algorithm: String
    /// The unit's code.
    var unit: UInt64
    /// The share of the roster that is printed; nil for all of it.
    var shard: Shard?
    /// How pages are put on paper.
    var form: PrintForm
    /// What else was asked for: `reprints`, `reissues`.
    var flags: [String]
    /// The state of the register that decides who is printed, in the register's own words.
    var registerHead: String

    /// Whether both are the same command, over a register that may have gone on.
    func isSameCommand(as other: RunIdentity) -> Bool {
        var copy = self
        copy.registerHead = other.registerHead
        return copy == other
    }
}

/// A run in its staging folder, as `run.json` there says.
struct StagedRun: Codable, Equatable, Sendable {
    /// What decides its bytes.
    var identity: RunIdentity
    /// The number that the register has for it, or will have.
    var number: Int
    /// The time of issue, in ISO 8601 and UTC.
    var clock: String
}
