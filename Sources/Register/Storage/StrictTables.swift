import GRDB
import Payload

/// The third schema: tables that take no value of another type or out of its range, and a seal on what no entry of the
/// log vouches for.
///
/// Who can write the file can also turn the checks off; then `PRAGMA integrity_check` finds what they would have refused.
struct StrictTables {
    let db: Database

    /// A table, its columns, and what follows them.
    private struct Table {
        var name: String
        var columns: [(name: String, rule: String)]
        var constraints: [String] = []
        var hasRowID = true

        /// The statement that makes the table under another name.
        func creation(as name: String) -> String {
            let lines = columns.map { "\($0.name) \($0.rule)" } + constraints
            return "CREATE TABLE \(name) (\n    \(lines.joined(separator: ",\n    "))) STRICT"
                + (hasRowID ? "" : ", WITHOUT ROWID")
        }
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
        try db.execute(
            sql: Table(
                name: "state", columns: [("id", "INTEGER PRIMARY KEY CHECK (id = 1)"), ("mac", Rule.bytes(16))]
            ).creation(as: "state"))
    }

    /// Types and ranges of columns, as SQL; what is null passes.
    private enum Rule {
        // Rows can be numbered on from any such number.
        static let number = "INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 9007199254740992)"
        static let kid = "BETWEEN 0 AND 4294967295"
        static let moment = "BETWEEN -1099511627776 AND 1099511627776"

        static func whole(_ check: String, null: Bool = false) -> String {
            "INTEGER\(null ? "" : " NOT NULL") CHECK (\(check))"
        }

        // SQLite ends a text where it has a zero, and so would whoever reads it.
        static func text(_ column: String) -> String { "TEXT NOT NULL CHECK (\(isWhole(column)))" }

        static func isWhole(_ text: String) -> String { "instr(\(text), CAST(x'00' AS TEXT)) = 0" }

        // An empty text would say the same as none.
        static func someText(_ column: String) -> String { "TEXT CHECK (\(column) <> '')" }

        /// One look at several texts, which costs a third of one at each.
        static func areWhole(_ columns: String...) -> String {
            "CHECK (" + isWhole(columns.map { "ifnull(\($0), '')" }.joined(separator: " || ")) + ")"
        }

        static func bytes(_ count: Int, _ column: String = "mac", null: Bool = false) -> String {
            "BLOB\(null ? "" : " NOT NULL") CHECK (length(\(column)) = \(count))"
        }

        static func choice(_ column: String, _ words: String...) -> String {
            "TEXT NOT NULL CHECK (\(column) IN (\(words.map { "'\($0)'" }.joined(separator: ", "))))"
        }
    }

    private static let tables = [
        Table(
            name: "place",
            columns: [
                ("id", Rule.number), ("commune", Rule.text("commune")), ("hamlet", Rule.text("hamlet")),
                ("people", Rule.whole("people BETWEEN 0 AND 1000000000", null: true)),
                ("counted", Rule.whole("counted \(Rule.moment)", null: true)),
            ], constraints: ["UNIQUE (commune, hamlet)", "CHECK ((people IS NULL) = (counted IS NULL))"]),
        Table(
            name: "holder",
            columns: [
                ("id", Rule.number), ("key", Rule.bytes(32, "key", null: true)), ("alias", "INTEGER"),
            ], constraints: ["CHECK (key IS NOT NULL OR alias IS NULL)"]),
        Table(
            name: "other_key",
            columns: [
                ("key", "BLOB PRIMARY KEY CHECK (length(key) = 32)"), ("holder", Rule.whole("holder > 0")),
                ("card", "INTEGER NOT NULL UNIQUE CHECK (card > 0)"),
            ], hasRowID: false),
        Table(
            name: "run",
            columns: [
                ("id", Rule.number), ("command", Rule.choice("command", "cards", "posters", "reprint", "reissue")),
                ("kind", Rule.whole("kind IN (1, 2)")), ("roster", Rule.text("roster")),
                ("input", Rule.bytes(32, "input", null: true)), ("template", Rule.text("template")),
                ("kid", Rule.whole("kid \(Rule.kid)")), ("algorithm", Rule.choice("algorithm", "hmac256", "ed25519")),
                ("unit", "INTEGER NOT NULL"), ("name_form", Rule.choice("name_form", "full", "masked", "none")),
                ("clock", Rule.whole("clock \(Rule.moment)")), ("expires", Rule.whole("expires \(Rule.moment)")),
                ("folder", Rule.text("folder")), ("rows", Rule.whole("rows BETWEEN 0 AND 4294967295")),
                ("printed", Rule.whole("printed BETWEEN 0 AND 4294967295")),
                ("settled", Rule.whole("settled IN (0, 1)")),
            ]),
        Table(
            name: "file",
            columns: [
                ("id", Rule.number), ("run", Rule.whole("run > 0")),
                (
                    "name",
                    "TEXT NOT NULL CHECK (\(Rule.isWhole("name")) AND instr(name, '/') = 0 AND name NOT IN ('', '.', '..'))"
                ),
                ("sheets", Rule.whole("sheets BETWEEN 0 AND 4294967295")), ("sha256", Rule.bytes(32, "sha256")),
            ]),
        Table(
            name: "card",
            columns: [
                ("id", Rule.number),
                ("serial", "INTEGER NOT NULL UNIQUE CHECK (serial BETWEEN 0 AND 36028797018963967)"),
                ("holder", Rule.whole("holder > 0")), ("issue", Rule.whole("issue BETWEEN 1 AND 2147483647")),
                ("run", Rule.whole("run > 0")), ("place", Rule.whole("place > 0")),
                ("name", Rule.someText("name")), ("birth", Rule.someText("birth")),
                ("sex", "TEXT CHECK (sex IN ('F', 'M'))"), ("household", Rule.someText("household")),
                ("relation", Rule.someText("relation")), ("address", Rule.someText("address")),
                ("venue", Rule.whole("venue BETWEEN 1 AND 8", null: true)), ("seal", "INTEGER NOT NULL"),
                ("revoked", Rule.whole("revoked > 0", null: true)),
            ], constraints: [Rule.areWhole("name", "birth", "household", "relation", "address")]),
        Table(
            name: "print",
            columns: [
                ("file", Rule.whole("file > 0")), ("page", Rule.whole("page BETWEEN 1 AND 4294967295")),
                ("position", Rule.whole("position BETWEEN 1 AND 4294967295")), ("card", Rule.whole("card > 0")),
            ], constraints: ["PRIMARY KEY (file, page, position)"], hasRowID: false),
        Table(
            name: "event",
            columns: [
                ("id", Rule.number), ("at", Rule.whole("at \(Rule.moment)")),
                ("kind", Rule.whole("kind BETWEEN 1 AND 13")), ("card", Rule.whole("card > 0", null: true)),
                ("run", Rule.whole("run > 0", null: true)), ("file", Rule.whole("file > 0", null: true)),
                ("kid", Rule.whole("kid \(Rule.kid)", null: true)),
                ("moment", Rule.whole("moment \(Rule.moment)", null: true)),
                ("detail", "TEXT CHECK (detail IS NULL OR \(Rule.isWhole("detail")))"), ("mac", Rule.bytes(16)),
            ]),
        Table(
            name: "log_end",
            columns: [
                ("id", "INTEGER PRIMARY KEY CHECK (id = 1)"), ("last", Rule.whole("last > 0")), ("mac", Rule.bytes(16)),
            ]),
        Table(
            name: "cut_off",
            columns: [
                ("kid", "INTEGER PRIMARY KEY CHECK (kid \(Rule.kid))"), ("moment", Rule.whole("moment \(Rule.moment)")),
                ("event", Rule.whole("event > 0")),
            ]),
        Table(
            name: "revocation_list",
            columns: [
                ("sequence", "INTEGER PRIMARY KEY CHECK (sequence BETWEEN 1 AND 9007199254740992)"),
                ("issued", Rule.whole("issued \(Rule.moment)")),
                ("next_update", Rule.whole("next_update \(Rule.moment)")), ("serials", Rule.whole("serials >= 0")),
            ]),
        Table(
            name: "name_word", columns: [("word", "TEXT PRIMARY KEY CHECK (\(Rule.isWhole("word")))")],
            hasRowID: false),
        Table(
            name: "namesake",
            columns: [
                ("birth", "TEXT NOT NULL"), ("name", "TEXT NOT NULL"), ("card", Rule.whole("card > 0")),
            ], constraints: ["PRIMARY KEY (birth, name, card)", Rule.areWhole("birth", "name")], hasRowID: false),
    ]

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
