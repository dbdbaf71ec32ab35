package import GRDB
import Messages

/// The tables of a register, and how an older register becomes one of today.
///
/// Serials stand in them as signed integers (they have 55 bits), times as seconds since 1970, kids as their number.
package enum Schema {
    /// What SQLite's header calls the file: `MBRG`, so that another program's database is not taken for a register.
    static let applicationID: Int64 = 0x4D42_5247

    /// The migrations that make a register of any version one of today, the first version's first.
    ///
    /// `confirm` holds a register without seals to its log, so that a change without the key does not become good by an
    /// update; `seal` puts the seals on.
    package static func migrator(
        confirm: @escaping @Sendable (Database) throws -> Void = { _ in },
        seal: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: first)
        migrator.registerMigration("2", migrate: second)
        migrator.registerMigration("3") { db in
            try confirm(db)
            do { try StrictTables(db: db).make() } catch let error as DatabaseError
                where error.resultCode == .SQLITE_CONSTRAINT
            {
                throw DamagedRow(
                    en: "a value in it is of the wrong kind (\(error.message ?? "no more is known"))",
                    vi: "có một giá trị trong đó không đúng kiểu (\(error.message ?? "không rõ thêm"))")
            }
            try seal(db)
        }
        return migrator
    }

    /// The name of the last schema without seals on what no entry vouches for.
    package static let withoutState = "2"

    private static func first(_ db: Database) throws {
        try db.execute(
            sql: """
                PRAGMA application_id = \(applicationID);

                -- Where people live and venues are, with how many people the last roster had there.
                CREATE TABLE place (
                    id INTEGER PRIMARY KEY, commune TEXT NOT NULL, hamlet TEXT NOT NULL,
                    people INTEGER, counted INTEGER,
                    UNIQUE (commune, hamlet));

                -- Who or what cards are for. A forgotten holder keeps its number alone.
                CREATE TABLE holder (id INTEGER PRIMARY KEY, key BLOB, alias INTEGER);
                CREATE UNIQUE INDEX holder_key ON holder (key) WHERE key IS NOT NULL;
                CREATE INDEX holder_alias ON holder (alias) WHERE alias IS NOT NULL;
                -- Other keys of a holder: somebody who got a national ID after the first card. The card's seal has them too.
                CREATE TABLE other_key (
                    key BLOB PRIMARY KEY, holder INTEGER NOT NULL, card INTEGER NOT NULL UNIQUE) WITHOUT ROWID;
                CREATE INDEX other_key_holder ON other_key (holder);

                CREATE TABLE run (
                    id INTEGER PRIMARY KEY, command TEXT NOT NULL, kind INTEGER NOT NULL, roster TEXT NOT NULL,
                    input BLOB, template TEXT NOT NULL, kid INTEGER NOT NULL, algorithm TEXT NOT NULL,
                    unit INTEGER NOT NULL, name_form TEXT NOT NULL, clock INTEGER NOT NULL,
                    expires INTEGER NOT NULL, folder TEXT NOT NULL, rows INTEGER NOT NULL, printed INTEGER NOT NULL,
                    settled INTEGER NOT NULL);
                CREATE TABLE file (
                    id INTEGER PRIMARY KEY, run INTEGER NOT NULL, name TEXT NOT NULL, sheets INTEGER NOT NULL,
                    sha256 BLOB NOT NULL);
                CREATE INDEX file_run ON file (run);

                -- Cards and posters as issued; key, times and unit are those of the run that issued them.
                CREATE TABLE card (
                    id INTEGER PRIMARY KEY, serial INTEGER NOT NULL UNIQUE, holder INTEGER NOT NULL,
                    issue INTEGER NOT NULL, run INTEGER NOT NULL, place INTEGER NOT NULL,
                    name TEXT, birth TEXT, sex TEXT, household TEXT, relation TEXT, address TEXT, venue INTEGER,
                    seal INTEGER NOT NULL, revoked INTEGER);
                CREATE INDEX card_holder ON card (holder);
                CREATE INDEX card_household ON card (household COLLATE NOCASE) WHERE household IS NOT NULL;
                CREATE INDEX card_revoked ON card (revoked) WHERE revoked IS NOT NULL;

                -- Every copy on paper: page and position in a run's file.
                CREATE TABLE print (
                    file INTEGER NOT NULL, page INTEGER NOT NULL, position INTEGER NOT NULL, card INTEGER NOT NULL,
                    PRIMARY KEY (file, page, position)) WITHOUT ROWID;
                CREATE INDEX print_card ON print (card);

                -- The log: each entry's MAC covers the one before.
                CREATE TABLE event (
                    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, card INTEGER, run INTEGER,
                    file INTEGER, kid INTEGER, moment INTEGER, detail TEXT, mac BLOB NOT NULL);
                CREATE INDEX event_card ON event (card) WHERE card IS NOT NULL;
                CREATE INDEX event_file ON event (file) WHERE file IS NOT NULL;
                CREATE INDEX event_kid ON event (kid) WHERE kid IS NOT NULL;
                CREATE TABLE log_end (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL, mac BLOB NOT NULL);

                -- Cards that a key signed before a moment are revoked.
                CREATE TABLE cut_off (kid INTEGER PRIMARY KEY, moment INTEGER NOT NULL, event INTEGER NOT NULL);
                CREATE TABLE revocation_list (
                    sequence INTEGER PRIMARY KEY, issued INTEGER NOT NULL, next_update INTEGER NOT NULL,
                    serials INTEGER NOT NULL);

                -- Folded words of names; the index has the cards of each. FTS5's own search by beginnings is slow where a
                -- word is in half of all names.
                CREATE TABLE name_word (word TEXT PRIMARY KEY) WITHOUT ROWID;
                CREATE VIRTUAL TABLE name_index USING fts5 (
                    name, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
                """)
    }

    private static func second(_ db: Database) throws {
        try db.execute(
            sql: """
                -- Cards of people without a national ID, by the birth and the folded name: who was entered with a wrong
                -- household is found without looking at all cards.
                CREATE TABLE namesake (
                    birth TEXT NOT NULL, name TEXT NOT NULL, card INTEGER NOT NULL,
                    PRIMARY KEY (birth, name, card)) WITHOUT ROWID;
                """)
        try SearchIndex(db).fillNamesakes()
    }
}
