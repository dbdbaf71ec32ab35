import GRDB
package import Payload
package import Register

package struct MergeOutcome: Sendable, Hashable {
    /// A run that came over, with its number there and here.
    package struct MergedRun: Sendable, Hashable {
        package var there, here: Int
    }

    package var path: String
    /// Entries of its log that were not here; 0 where all of it was known, and nothing was changed.
    package var gained: Int
    package var cards: Int
    package var runs: [MergedRun]
}

extension Register {
    /// Takes over what other registers of the office have and this one has not: all of it, or nothing.
    ///
    /// Such registers are those of copies of the office, which printed shards of a roster or worked elsewhere. What
    /// this register and another one have from the time of the copy, or from an earlier merge, is recognised by the
    /// log. The rest of the other's log goes on here, entry by entry, with everything that the entries are about. A run
    /// keeps its number where that is free.
    ///
    /// Each file is checked first, as ``check()`` does, and stays as it is. No holder gets two cards that are good at
    /// `clock`; `progress` is told the number of each file, from 0. Throws `RegisterError.merging` where registers
    /// contradict each other, `faulty` or `notACopy` where one is damaged or another office's.
    @discardableResult
    package func merge(
        _ files: [String], keys: Set<KeyID>, unit: UnitCode, at clock: Timestamp, progress: (Int) -> Void = { _ in }
    ) throws -> [MergeOutcome] {
        let office = RegisterMerge.Office(keys: keys, unit: unit)
        return try writing { transaction in
            try transaction.enlargeCache()
            var outcomes: [MergeOutcome] = []
            for (number, file) in files.enumerated() {
                progress(number)
                let part = RegisterFile.part(of: path)
                defer { RegisterFile.remove(part) }
                let copy = try Self.copy(of: file, at: part, for: path, key: key)
                _ = try copy.entriesWithoutFault(in: file)
                let outcome = try copy.reading { source in
                    try RegisterMerge(of: source, file: file, into: transaction, office: office, at: clock).carriedOut()
                }
                try copy.close()
                outcomes.append(outcome)
            }
            guard outcomes.contains(where: { $0.gained > 0 }) else { return outcomes }
            try transaction.log.end()
            try transaction.snapshot.check().confirm(path)
            return outcomes
        }
    }
}
