import GRDB
import Payload

/// A run's registration that stays open between calls: whatever ends the program before ``commit()`` has returned, nothing
/// of the run is in the register.
///
/// It has the register's connection for itself; where a call throws, it is of no further use.
package final class RunTransaction {
    private let register: Register
    private let known: LogHead?
    private let transaction: Register.Transaction
    private let writer: RunWriter

    /// Begins to register a run; see `Register.Transaction.register`.
    ///
    /// Throws `RegisterError`.
    package init(
        _ register: Register, _ run: Run, number: Int, shard: Shard?, people: [Locality: Int], reason: String
    ) throws {
        self.register = register
        (known, transaction, writer) = try register.naming {
            let known = try register.knownHead()
            return try register.queue.writeWithoutTransaction { db in
                try db.beginTransaction()
                do {
                    let transaction = try Register.Transaction(db, register.key, after: known)
                    let writer = try RunWriter(
                        transaction, run, number: number, shard: shard, people: people, reason: reason)
                    return (known, transaction, writer)
                } catch {
                    Self.takeBack(register, db)
                    throw error
                }
            }
        }
    }

    deinit { register.queue.writeWithoutTransaction { Self.takeBack(register, $0) } }

    /// Takes all changes back, unless they are committed or SQLite did so.
    private static func takeBack(_ register: Register, _ db: Database) {
        if db.isInsideTransaction { try? db.rollback() }
        register.forgetState()
    }

    /// Adds the next file with its items in the order of pages and positions.
    ///
    /// Throws `RegisterError.serialTaken`, `unknownSerial`, or what SQLite refuses.
    package func add(_ file: Run.File, _ items: [Run.Item]) throws { try changing { try writer.add(file, items) } }

    /// Adds the run itself, all of whose files are added.
    package func end() throws { try changing { try writer.end() } }

    /// Ends the transaction: the run is on the disk when this returns.
    package func commit() throws {
        try changing {
            try transaction.log.end()
            try transaction.db.commit()
        }
        register.keep(transaction.log.head, after: known)
    }

    private func changing(_ body: () throws -> Void) throws {
        try register.naming { try register.queue.writeWithoutTransaction { _ in try body() } }
    }
}
