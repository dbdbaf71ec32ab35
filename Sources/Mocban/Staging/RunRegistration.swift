/// What a run needs of the office's register.
struct RunRegistration: Sendable {
    /// The number that the run will have.
    var number: Int
    /// The state of the register that decides who is printed.
    var head: String
    /// What else was asked for that decides what is printed: `force-reprint`.
    var flags: [String] = []
    /// Runs whose files this command gave their names before it began: if it is the very same command, it has ended.
    var settledBefore: [SettledRun] = []
    /// Whether the run of a number is in the register.
    var isRegistered: @Sendable (Int) throws -> Bool
    /// Takes a run into the register, in one transaction; called once, when all its files are whole and on the disk.
    var register: @Sendable (WholeRun) throws -> Void
    /// Told a run's number when all its files have their names; it may be told twice.
    var settled: @Sendable (Int) throws -> Void

    /// For a run that no register knows of: what is whole is as good as registered.
    static let none = RunRegistration(
        number: 1, head: "", isRegistered: { _ in true }, register: { _ in }, settled: { _ in })
}

/// A run all of whose files are whole and on the disk, and have no names yet.
struct WholeRun: Sendable {
    /// The run.
    let run: StagedRun
    /// What it came to.
    let report: IssuingRun.Report
    /// Where its files are.
    let staged: StagedFolder

    /// Goes through its parts in their order, one in memory at a time; some may have no items.
    func forEachPart(_ body: (PartJournal) throws -> Void) throws { try staged.forEachPart(body) }
}
