public import Messages
package import Register

/// What a run came to.
public struct RunReport: Sendable, Codable {
    /// A file that the run made.
    public struct File: Sendable, Codable {
        /// Its name in the output folder.
        public var file: String
        /// Its sheets of paper.
        public var sheets: Int
        /// The cards or posters on them.
        public var items: Int
        /// Which list it is; nil for cards or posters.
        public var list: List?

        /// A list that goes with what is printed.
        public enum List: String, Sendable, Codable {
            /// A list on which cards are signed for.
            case receipts
        }
    }

    /// The run's number in the register.
    public var run: Int
    /// The share of the roster that was printed; nil for all of it.
    package var shard: Shard?
    /// Rows of the roster, header and blank rows not counted, or cards that were asked for; always `printed`,
    /// `rejected`, `passedOver`, `holding`, `changed` and `otherShards` together.
    public var read: Int
    /// Cards or posters printed.
    public var printed: Int
    /// Rows that got none, listed in `rejected.csv`.
    public var rejected: Int
    /// Rows that are nobody's: notes, totals, a repeated header.
    public var passedOver: Int
    /// Rows whose holders have a good card or poster already.
    public var holding: Int
    /// Rows whose holders have a good one that says something else, listed in `changed.csv`.
    public var changed: Int
    /// Rows that belong to other shards; nil where the roster was not shared out.
    public var otherShards: Int?
    /// Rows not rejected that an officer should look at, as `mocban roster check` shows.
    public var warned: Int
    /// Sheets of a workbook that nothing was printed from, though they look like the one that was read.
    public var unreadSheets: [String]
    /// What was understood of the roster's columns, and which of them nothing was read from; nil where it has nothing to say.
    public var readings: [Message]?
    /// The PDF files.
    public var files: [File]
    /// Where the files of another run, which the output folder held, are now.
    public var earlierRun: String?
    /// Runs that were stopped after their registration, and whose files are gone.
    public var lostRuns: [Int]
    /// Runs that were stopped after their registration, and whose files cannot get their names as things are.
    public var unendedRuns: [UnendedRun]
}

/// A run that is registered and whose files cannot get their names, which keeps nothing else from being printed.
public struct UnendedRun: Sendable, Codable, Hashable {
    /// Its number in the register.
    public var run: Int
    /// The folder of its files.
    public var folder: String
    /// Why it cannot be ended.
    public var reason: Message

    /// What keeps it from ending, and what ends it, for a person.
    public var message: Message {
        Message(
            en: "run \(run) is printed and registered, and its files in \(folder) cannot get their names "
                + "(\(reason.english)): mend that, and the next run gives them their names",
            vi: "đợt in \(run) đã in và đã ghi sổ, nhưng không đặt tên được cho các tệp trong \(folder) "
                + "(\(reason.vietnamese)): hãy sửa việc đó, đợt in sau sẽ đặt tên")
    }
}
