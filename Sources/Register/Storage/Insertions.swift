import GRDB

/// The statements by which rows come into the tables, in a run and in a merge alike.
extension Register.Transaction {
    /// Adds a holder.
    var holderInsertion: Statement {
        get throws { try db.cachedStatement(sql: "INSERT INTO holder (id, key, alias) VALUES (?, ?, ?)") }
    }

    /// Adds a card or poster.
    var cardInsertion: Statement {
        get throws {
            try db.cachedStatement(
                sql: """
                    INSERT INTO card (id, serial, holder, issue, run, place, name, birth, sex, household, relation, address,
                        venue, seal)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
        }
    }

    /// Adds a file of a run.
    var fileInsertion: Statement {
        get throws {
            try db.cachedStatement(sql: "INSERT INTO file (id, run, name, sheets, sha256) VALUES (?, ?, ?, ?, ?)")
        }
    }

    /// Adds a card's place on a page of a file.
    var printInsertion: Statement {
        get throws {
            try db.cachedStatement(sql: "INSERT INTO print (file, page, position, card) VALUES (?, ?, ?, ?)")
        }
    }
}
