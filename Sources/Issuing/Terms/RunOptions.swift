public import Layout
public import Messages
public import Payload
package import Register
package import Templates

/// How a run prints: one value for all runs, from the command line or from a client.
public struct RunOptions: Sendable {
    /// What is done for who has a good card or poster already.
    public struct Holding: Sendable {
        /// Whether it is printed once more, with the same serial.
        public var isReprinted = false
        /// Whether another takes its place where it says something else than the roster.
        public var isReissued = false

        /// Creates a choice; by itself nothing is done.
        public init(isReprinted: Bool = false, isReissued: Bool = false) {
            (self.isReprinted, self.isReissued) = (isReprinted, isReissued)
        }
    }

    /// A template's name; nil for the office's choice, or for the one that a card was issued with.
    public var template: String?
    /// The language of the template's own words.
    public var language = TemplateLanguage.vietnamese
    /// How pages are put on paper; sheets of a run that are printed again are by themselves as they were.
    package var sheets = SheetChoices()
    /// The language of what is written for the office's people: reasons in lists of rows, and in the register's log.
    public var wording = Language.english
    /// The folder of photographs, for a template that shows them.
    public var photos: String?
    /// Which cards are put together in a file; for rosters alone.
    public var grouping = Grouping.none
    /// What new payloads are signed with; for rosters alone.
    public var algorithm = Algorithm.hmac256
    /// What is done for who has a good one already; for rosters alone.
    public var holding = Holding()
    /// The share of the roster to print; nil for all of it.
    ///
    /// The others' rows are read and compared, not printed.
    package var shard: Shard?
    /// Files that are drawn at once.
    public var jobs = 1
    /// The time of issue; the same input and clock give the same bytes.
    public var clock: Timestamp
    /// Whether a stopped run of another time of issue is another run; else it goes on with its own.
    public var isClockFixed = true

    /// The usual way, at a time.
    public init(clock: Timestamp) { self.clock = clock }
}
