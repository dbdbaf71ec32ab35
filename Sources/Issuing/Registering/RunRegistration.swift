import Files
import Messages
import Office
package import Payload
package import Register

/// The registration of the next run, once the runs that were stopped are settled.
package struct RunRegistration: Sendable {
    /// The number that the run will have.
    package let number: Int
    /// The state of the register that decides who is printed.
    package let head: String
    /// Runs whose files this command gave their names before it began: if it is the very same command, it has ended.
    package let settledBefore: [SettledRun]
    /// Runs that were stopped after their registration, and whose files are gone.
    let lostRuns: [Int]
    /// Runs that were stopped after their registration, and that cannot be ended as things are.
    let unendedRuns: [UnendedRun]
    let register: Register

    /// Settles the runs that were stopped; one that was stopped in `out`, where the run prints, is told itself.
    ///
    /// The number of a share of a roster is one that no run of another share has. Throws `RegisterError`.
    package init(_ register: Register, keyring: Keyring, out: String, shard: Shard? = nil) throws {
        self.register = register
        (settledBefore, lostRuns, unendedRuns) = try register.settleStoppedRuns(of: keyring, for: out)
        let next: Int
        (next, head) = try register.reading { (try $0.nextRun, try $0.head) }
        number = shard?.runNumber(from: next) ?? next
    }

    /// Whether the run of a number is in the register with its files in a folder, an absolute path; another run may have
    /// got the number of one that was stopped before.
    func isRegistered(_ number: Int, _ folder: String) throws -> Bool {
        try register.reading { try $0.folder(ofRun: number) == folder }
    }

    /// Notes that all files of a run have their names; it may be told twice.
    func settled(_ number: Int) throws { try register.writing { try $0.commit(number) } }
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
