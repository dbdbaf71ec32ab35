public import Payload

/// A run of a command that printed cards or posters.
public struct Run: Sendable, Hashable {
    /// A PDF file of a run.
    public struct File: Sendable, Hashable {
        /// Its name in the run's folder.
        public var name: String
        /// Its sheets of paper.
        public var sheets: Int
        /// The SHA-256 of its bytes, 32 bytes.
        public var sha256: [UInt8]

        /// Creates a file.
        public init(name: String, sheets: Int, sha256: [UInt8]) {
            self.name = name
            self.sheets = sheets
            self.sha256 = sha256
        }
    }

    /// A card or poster on a sheet of a file.
    public struct Item: Sendable, Hashable {
        /// What is printed, for whom.
        public var issuance: Issuance
        /// The page of the file, from 1.
        public var page: Int
        /// The position on the page, from 1, row by row.
        public var position: Int

        /// Creates an item.
        public init(issuance: Issuance, page: Int, position: Int) {
            self.issuance = issuance
            self.page = page
            self.position = position
        }
    }

    /// `cards`, `posters`, `reprint` or `reissue`.
    public var command: String
    /// Whether the run is of cards or of posters.
    public var kind: ClaimsKind
    /// The name of the roster's file; empty where there is none.
    public var roster: String
    /// The SHA-256 of the roster, 32 bytes; nil where there is none.
    public var input: [UInt8]?
    /// The template's name.
    public var template: String
    /// The key that new payloads are signed with.
    public var key: KeyID
    /// The algorithm of that key.
    public var algorithm: Algorithm
    /// The unit of that key.
    public var unit: UnitCode
    /// How much of a name new payloads carry.
    public var nameForm: NameForm
    /// When new cards are issued.
    public var clock: Timestamp
    /// When they expire.
    public var expires: Timestamp
    /// The folder that its files are in, as an absolute path.
    public var folder: String
    /// The rows of the roster.
    public var rows: Int

    /// Creates a run.
    public init(
        command: String, kind: ClaimsKind, roster: String = "", input: [UInt8]? = nil, template: String, key: KeyID,
        algorithm: Algorithm, unit: UnitCode, nameForm: NameForm, clock: Timestamp, expires: Timestamp, folder: String,
        rows: Int
    ) {
        self.command = command
        self.kind = kind
        self.roster = roster
        self.input = input
        self.template = template
        self.key = key
        self.algorithm = algorithm
        self.unit = unit
        self.nameForm = nameForm
        self.clock = clock
        self.expires = expires
        self.folder = folder
        self.rows = rows
    }
}
