package import Payload

package struct Run: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        package var name: String
        package var sheets: Int
        /// The SHA-256 of its bytes, 32 bytes.
        package var sha256: [UInt8]

        package init(name: String, sheets: Int, sha256: [UInt8]) {
            (self.name, self.sheets, self.sha256) = (name, sheets, sha256)
        }
    }

    package struct Item: Sendable, Hashable {
        package var issuance: Issuance
        /// The page of the file and the position on it, both from 1, row by row.
        package var page, position: Int

        package init(issuance: Issuance, page: Int, position: Int) {
            (self.issuance, self.page, self.position) = (issuance, page, position)
        }
    }

    /// `cards`, `posters`, `reprint` or `reissue`.
    package var command: String
    package var kind: ClaimsKind
    /// The name of the roster's file; empty where there is none.
    package var roster: String
    /// The SHA-256 of the roster, 32 bytes; nil where there is none.
    package var input: [UInt8]?
    package var template: String
    /// The key that new payloads are signed with.
    package var key: KeyID
    package var algorithm: Algorithm
    package var unit: UnitCode
    package var nameForm: NameForm
    /// When new cards are issued, and when they expire.
    package var clock, expires: Timestamp
    /// The folder that its files are in, as an absolute path.
    package var folder: String
    package var rows: Int

    package init(
        command: String, kind: ClaimsKind, roster: String = "", input: [UInt8]? = nil, template: String, key: KeyID,
        algorithm: Algorithm, unit: UnitCode, nameForm: NameForm, clock: Timestamp, expires: Timestamp, folder: String,
        rows: Int
    ) {
        (self.command, self.kind, self.roster, self.input, self.template) = (command, kind, roster, input, template)
        (self.key, self.algorithm, self.unit, self.nameForm) = (key, algorithm, unit, nameForm)
        (self.clock, self.expires, self.folder, self.rows) = (clock, expires, folder, rows)
    }
}
