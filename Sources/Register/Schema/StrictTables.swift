import GRDB

/// The third schema: tables that take no value of another type or out of its range, and a seal on what no entry of the
/// log vouches for.
///
/// Who can write the file can also turn the checks off; then `PRAGMA integrity_check` finds what they would have refused.
package struct StrictTables {
    let db: Database

    package struct Table: Sendable {
        package let name: String
        package let columns: [Column]
        private let rules: [String]
        private let hasRowID: Bool

        fileprivate init(_ name: String, _ columns: Column..., rules: String..., hasRowID: Bool = true) {
            (self.name, self.columns, self.rules, self.hasRowID) = (name, columns, rules, hasRowID)
        }

        fileprivate func creation(as name: String) -> String {
            let lines = columns.map { "\($0.name) \($0.rule)" } + rules
            return "CREATE TABLE \(name) (\n    \(lines.joined(separator: ",\n    "))) STRICT"
                + (hasRowID ? "" : ", WITHOUT ROWID")
        }
    }

    /// A column, what its values are, and what SQLite lets into it.
    package struct Column: Sendable {
        package enum Kind: Sendable {
            case whole, text, bytes, serial, key, time
        }

        package let name: String
        package let kind: Kind
        /// Its type and range as SQL; what is null passes.
        fileprivate let rule: String
    }

    /// Makes every table anew with its rules, from what the second schema's has.
    func make() throws {
        for table in Self.tables {
            let columns = table.columns.map(\.name).joined(separator: ", ")
            try db.execute(
                sql: """
                    \(table.creation(as: "new_table"));
                    INSERT INTO new_table (\(columns)) SELECT \(columns) FROM \(table.name);
                    DROP TABLE \(table.name);
                    ALTER TABLE new_table RENAME TO \(table.name);
                    """)
        }
        try db.execute(sql: Self.indexes)
        try db.execute(sql: Self.state.creation(as: Self.state.name))
    }

    package static func table(_ name: String) -> Table? { (tables + [state]).first { $0.name == name } }

    private static let tables = [
        Table(
            "place", .number, .text("commune"), .text("hamlet"),
            .whole("people", "BETWEEN 0 AND 1000000000", null: true),
            .time("counted", null: true),
            rules: "UNIQUE (commune, hamlet)", "CHECK ((people IS NULL) = (counted IS NULL))"),
        Table(
            "holder", .number, .bytes("key", 32, null: true), .any("alias", null: true),
            rules: "CHECK (key IS NOT NULL OR alias IS NULL)"),
        Table(
            "other_key", Column(name: "key", kind: .bytes, rule: "BLOB PRIMARY KEY CHECK (length(key) = 32)"),
            .row("holder"), Column(name: "card", kind: .whole, rule: "INTEGER NOT NULL UNIQUE CHECK (card > 0)"),
            hasRowID: false),
        Table(
            "run", .number, .choice("command", "cards", "posters", "reprint", "reissue"), .whole("kind", "IN (1, 2)"),
            .text("roster"), .bytes("input", 32, null: true), .text("template"), .key(),
            .choice("algorithm", "hmac256", "ed25519"), .any("unit"), .choice("name_form", "full", "masked", "none"),
            .time("clock"), .time("expires"), .text("folder"), .count("rows"), .count("printed"),
            .whole("settled", "IN (0, 1)")),
        Table(
            "file", .number, .row("run"),
            .text("name", and: " AND instr(name, '/') = 0 AND name NOT IN ('', '.', '..')"), .count("sheets"),
            .bytes("sha256", 32)),
        Table(
            "card", .number,
            Column(
                name: "serial", kind: .serial,
                rule: "INTEGER NOT NULL UNIQUE CHECK (serial BETWEEN 0 AND 36028797018963967)"),
            .row("holder"), .whole("issue", "BETWEEN 1 AND 2147483647"), .row("run"), .row("place"), .someText("name"),
            .someText("birth"), Column(name: "sex", kind: .text, rule: "TEXT CHECK (sex IN ('F', 'M'))"),
            .someText("household"), .someText("relation"), .someText("address"),
            .whole("venue", "BETWEEN 1 AND 8", null: true), .any("seal"), .row("revoked", null: true),
            rules: areWhole("name", "birth", "household", "relation", "address")),
        Table(
            "print", .row("file"), .whole("page", "BETWEEN 1 AND 4294967295"),
            .whole("position", "BETWEEN 1 AND 4294967295"), .row("card"), rules: "PRIMARY KEY (file, page, position)",
            hasRowID: false),
        Table(
            "event", .number, .time("at"), .whole("kind", "BETWEEN 1 AND 13"), .row("card", null: true),
            .row("run", null: true), .row("file", null: true), .key(null: true), .time("moment", null: true),
            Column(name: "detail", kind: .text, rule: "TEXT CHECK (detail IS NULL OR \(isWhole("detail")))"),
            .bytes("mac", 16)),
        Table("log_end", .one, .row("last"), .bytes("mac", 16)),
        Table(
            "cut_off", Column(name: "kid", kind: .key, rule: "INTEGER PRIMARY KEY CHECK (kid \(Column.kids))"),
            .time("moment"), .row("event")),
        Table(
            "revocation_list",
            Column(
                name: "sequence", kind: .whole,
                rule: "INTEGER PRIMARY KEY CHECK (sequence BETWEEN 1 AND 9007199254740992)"),
            .time("issued"), .time("next_update"), .whole("serials", ">= 0")),
        Table(
            "name_word", Column(name: "word", kind: .text, rule: "TEXT PRIMARY KEY CHECK (\(isWhole("word")))"),
            hasRowID: false),
        Table(
            "namesake", Column(name: "birth", kind: .text, rule: "TEXT NOT NULL"),
            Column(name: "name", kind: .text, rule: "TEXT NOT NULL"), .row("card"),
            rules: "PRIMARY KEY (birth, name, card)", areWhole("birth", "name"), hasRowID: false),
    ]

    /// The seal on what no entry of the log vouches for, which earlier schemas have not.
    private static let state = Table("state", .one, .bytes("mac", 16))

    // SQLite ends a text where it has a zero, and so would whoever reads it.
    fileprivate static func isWhole(_ text: String) -> String { "instr(\(text), CAST(x'00' AS TEXT)) = 0" }

    /// One look at several texts, which costs a third of one at each.
    private static func areWhole(_ columns: String...) -> String {
        "CHECK (" + isWhole(columns.map { "ifnull(\($0), '')" }.joined(separator: " || ")) + ")"
    }

    /// Those of the first schema, which went with its tables, and one by which a run's entries are found.
    private static let indexes = """
        CREATE UNIQUE INDEX holder_key ON holder (key) WHERE key IS NOT NULL;
        CREATE INDEX holder_alias ON holder (alias) WHERE alias IS NOT NULL;
        CREATE INDEX other_key_holder ON other_key (holder);
        CREATE INDEX file_run ON file (run);
        CREATE INDEX card_holder ON card (holder);
        CREATE INDEX card_household ON card (household COLLATE NOCASE) WHERE household IS NOT NULL;
        CREATE INDEX card_revoked ON card (revoked) WHERE revoked IS NOT NULL;
        CREATE INDEX print_card ON print (card);
        CREATE INDEX event_card ON event (card) WHERE card IS NOT NULL;
        CREATE INDEX event_file ON event (file) WHERE file IS NOT NULL;
        CREATE INDEX event_kid ON event (kid) WHERE kid IS NOT NULL;
        CREATE INDEX event_run ON event (run) WHERE kind = 12;
        """
}

extension StrictTables.Column {
    fileprivate static let kids = "BETWEEN 0 AND 4294967295"

    /// The number of a row; rows can be numbered on from any such number.
    fileprivate static let number = Self(
        name: "id", kind: .whole, rule: "INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740992)")
    fileprivate static let one = Self(name: "id", kind: .whole, rule: "INTEGER PRIMARY KEY CHECK (id = 1)")

    private static func checked(
        _ name: String, _ kind: Kind, _ type: String, _ check: String, null: Bool = false
    ) -> Self {
        Self(name: name, kind: kind, rule: "\(type)\(null ? "" : " NOT NULL") CHECK (\(check))")
    }

    fileprivate static func whole(_ name: String, _ range: String, null: Bool = false) -> Self {
        checked(name, .whole, "INTEGER", "\(name) \(range)", null: null)
    }

    fileprivate static func any(_ name: String, null: Bool = false) -> Self {
        Self(name: name, kind: .whole, rule: "INTEGER" + (null ? "" : " NOT NULL"))
    }

    fileprivate static func row(_ name: String, null: Bool = false) -> Self { whole(name, "> 0", null: null) }
    fileprivate static func count(_ name: String) -> Self { whole(name, "BETWEEN 0 AND 4294967295") }

    fileprivate static func key(null: Bool = false) -> Self {
        checked("kid", .key, "INTEGER", "kid \(kids)", null: null)
    }

    fileprivate static func time(_ name: String, null: Bool = false) -> Self {
        checked(name, .time, "INTEGER", "\(name) BETWEEN -1099511627776 AND 1099511627776", null: null)
    }

    fileprivate static func text(_ name: String, and check: String = "") -> Self {
        checked(name, .text, "TEXT", StrictTables.isWhole(name) + check)
    }

    // An empty text would say the same as none.
    fileprivate static func someText(_ name: String) -> Self {
        checked(name, .text, "TEXT", "\(name) <> ''", null: true)
    }

    fileprivate static func bytes(_ name: String, _ count: Int, null: Bool = false) -> Self {
        checked(name, .bytes, "BLOB", "length(\(name)) = \(count)", null: null)
    }

    fileprivate static func choice(_ name: String, _ words: String...) -> Self {
        checked(name, .text, "TEXT", "\(name) IN (\(words.map { "'\($0)'" }.joined(separator: ", ")))")
    }
}
