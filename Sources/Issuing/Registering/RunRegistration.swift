import Files
import Office
package import Payload
package import Register

/// What a run needs of the office's register.
package struct RunRegistration: Sendable {
    /// The number that the run will have.
    package var number: Int
    /// The state of the register that decides who is printed.
    package var head: String
    /// Runs whose files this command gave their names before it began: if it is the very same command, it has ended.
    package var settledBefore: [SettledRun] = []
    /// Runs that were stopped after their registration, and whose files are gone.
    package var lostRuns: [Int] = []
    /// Runs that were stopped after their registration, and that cannot be ended as things are.
    package var unendedRuns: [UnendedRun] = []
    /// Lets somebody make orders against what is registered; nil stands for a register without cards.
    package var reading: @Sendable ((Register.Snapshot?) throws -> Orders) throws -> Orders
    /// Whether the run of a number is in the register with its files in a folder, an absolute path; another run may have
    /// got the number of one that was stopped before.
    package var isRegistered: @Sendable (_ number: Int, _ folder: String) throws -> Bool
    /// Takes a run into the register, in one transaction; called once, before its files are drawn.
    package var register: @Sendable (RegistrableRun) throws -> Void
    /// Told a run's number when all its files have their names; it may be told twice.
    package var settled: @Sendable (Int) throws -> Void
}

extension RunRegistration {
    /// The registration of the next run, once the runs that were stopped are settled.
    ///
    /// - Parameters:
    ///   - register: the office's register.
    ///   - keyring: the office's keys.
    ///   - out: the folder that the run prints into; of a run that was stopped there, it is told itself.
    ///   - shard: the share of a roster that the run prints; its number is then one that no run of another share has.
    /// - Throws: `RegisterError`.
    package init(_ register: Register, keyring: Keyring, out: String, shard: Shard? = nil) throws {
        (settledBefore, lostRuns, unendedRuns) = try register.settleStoppedRuns(of: keyring, for: out)
        let next: Int
        (next, head) = try register.reading { (try $0.nextRun, try $0.head) }
        number = shard?.runNumber(from: next) ?? next
        reading = { body in
            try register.reading { snapshot in try body(try snapshot.isEmpty ? nil : snapshot) }
        }
        isRegistered = { number, folder in try register.reading { try $0.folder(ofRun: number) == folder } }
        self.register = { registrable in
            try register.writing { transaction in
                try transaction.register(
                    registrable.entry.run, number: registrable.run.number, shard: registrable.run.identity.shard,
                    people: registrable.entry.people, reason: registrable.entry.reason
                ) { add in
                    try registrable.forEachPart { part in
                        guard !part.items.isEmpty else { return }
                        let file = Run.File(name: part.file, sheets: part.sheets, sha256: part.digest)
                        let items = try part.items.map { item in
                            Run.Item(
                                issuance: try Issuance(journaled: item.record), page: item.page,
                                position: item.position)
                        }
                        try add(file, items)
                    }
                }
                try registrable.waitForEnd()
                FaultPoint.registering.pass()
            }
        }
        settled = { number in try register.writing { try $0.commit(number) } }
    }
}

extension Register {
    /// Gives the files of runs that were stopped after their registration their names; tells of which they are gone, and
    /// which cannot have them as things are.
    fileprivate func settleStoppedRuns(
        of keyring: Keyring, for out: String
    ) throws -> (settled: [SettledRun], lost: [Int], unended: [UnendedRun]) {
        var settled: [SettledRun] = []
        var lost: [Int] = []
        var unended: [UnendedRun] = []
        let key = try keyring.stagingKey()
        for run in try reading({ try $0.uncommittedRuns }) {
            do {
                let whole = try StagedFolder.settle(
                    path: run.folder, number: run.number, office: keyring.officeID, key: key,
                    keepsMark: FileStamp(run.folder).map { FileStamp(out)?.isSameFile(as: $0) == true } ?? false
                ) { number in try writing { try $0.commit(number) } }
                guard let whole else {
                    // Its cards are registered and can be printed again.
                    try writing { try $0.commit(run.number) }
                    lost.append(run.number)
                    continue
                }
                settled.append(whole)
            } catch let error as FileError {
                unended.append(UnendedRun(run: run.number, folder: run.folder, reason: error.description))
            }
        }
        return (settled, lost, unended)
    }
}

/// What the register keeps of a run beside its files.
package struct RunEntry: Sendable {
    /// The run.
    package var run: Run
    /// People at each place of the roster.
    package var people: [Locality: Int]
    /// Why older cards are revoked where new ones take their place.
    package var reason: String
}

/// A run whose files are being drawn.
package struct RegistrableRun: Sendable {
    /// The run.
    package let run: StagedRun
    /// What the register keeps of it.
    package let entry: RunEntry
    /// Who knows which parts are whole.
    package let registrar: Registrar

    /// Goes through its parts in their order, one in memory at a time, each as soon as it is whole; some may have no items.
    package func forEachPart(_ body: (PartJournal) throws -> Void) throws { try registrar.forEachPart(body) }

    /// Waits until all files are whole and on the disk: nothing is registered before.
    package func waitForEnd() throws { try registrar.waitForEnd() }
}
