package import Payload

/// A run of a command that printed cards or posters.
package struct Run: Sendable, Hashable {
    /// A PDF file of a run.
    package struct File: Sendable, Hashable {
        /// Its name in the run's folder.
        package var name: String
        /// Its sheets of paper.
        package var sheets: Int
        /// The SHA-256 of its bytes, 32 bytes.
        package var sha256: [UInt8]

        /// Creates a file.
        package init(name: String, sheets: Int, sha256: [UInt8]) {
            self.name = name
            self.sheets = sheets
            self.sha256 = sha256
        }
    }

    /// A card or poster on a sheet of a file.
    package struct Item: Sendable, Hashable {
        /// What is printed, for whom.
        package var issuance: Issuance
        /// The page of the file, from 1.
        package var page: Int
        /// The position on the page, from 1, row by row.
        package var position: Int

        /// Creates an item.
        package init(issuance: Issuance, page: Int, position: Int) {
            self.issuance = issuance
            self.page = page
            self.position = position
        }
    }

    /// `cards`, `posters`, `reprint` or `reissue`.
    package var command: String
    /// Whether the run is of cards or of posters.
    package var kind: ClaimsKind
    /// The name of the roster's file; empty where there is none.
    package var roster: String
    /// The SHA-256 of the roster, 32 bytes; nil where there is none.
    package var input: [UInt8]?
    /// The template's name.
    package var template: String
    /// The key that new payloads are signed with.
    package var key: KeyID
    /// The algorithm of that key.
    package var algorithm: Algorithm
    /// The unit of that key.
    package var unit: UnitCode
    /// How much of a name new payloads carry.
    package var nameForm: NameForm
    /// When new cards are issued.
    package var clock: Timestamp
    /// When they expire.
    package var expires: Timestamp
    /// The folder that its files are in, as an absolute path.
    package var folder: String
    /// The rows of the roster.
    package var rows: Int

    /// Creates a run.
    package init(
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
