import Foundation
import GRDB
import Payload

/// Adds a run's cards and prints to the tables, with statements that are prepared once.
final class CardWriter {
    /// Cards and posters on paper so far.
    private(set) var printed: Int64 = 0

    private let transaction: Register.Transaction
    private let run: Int64
    private let time: Int64
    private let reason: String
    private let addHolder, addCard, addPrint, findCard: Statement
    private let names: NameIndex
    private let namesakes: Namesakes
    private var places: [Place: Int64] = [:]
    private var lastHolder: Int64
    private var lastCard: Int64

    init(_ transaction: Register.Transaction, run: Int64, time: Int64, reason: String) throws {
        self.transaction = transaction
        self.run = run
        self.time = time
        self.reason = reason
        let db = transaction.db
        addHolder = try transaction.holderInsertion
        addCard = try transaction.cardInsertion
        addPrint = try transaction.printInsertion
        names = try NameIndex(db)
        namesakes = try Namesakes(db)
        findCard = try db.cachedStatement(sql: "SELECT id, serial FROM card WHERE serial = ?")
        lastHolder = try db.greatestNumber(in: "holder")
        lastCard = try db.greatestNumber(in: "card")
    }

    /// Adds the items of a file; gives the digest of what is on its pages.
    func add(_ items: [Run.Item], file: Int64) throws -> [UInt8] {
        var prints = Seal.Prints()
        for item in items {
            let card: Int64
            switch item.issuance.reason {
            case .new: card = try issue(item.issuance, as: .issued)
            case .again: card = try reprint(item.issuance.serial, file: file)
            case .replacing(let old):
                guard let replaced = try CardRow.fetch(old, transaction.snapshot) else {
                    throw RegisterError.unknownSerial(old)
                }
                card = try issue(item.issuance, as: .reissued)
                try transaction.revoke(card: replaced.id, reason: reason, time: time, run: run)
            }
            addPrint.setUncheckedArguments([file, item.page, item.position, card])
            try addPrint.execute()
            prints.add(page: Int64(item.page), position: Int64(item.position), card: card)
            printed += 1
        }
        return prints.digest(transaction.key)
    }

    private func issue(_ issuance: Issuance, as kind: Event.Kind) throws -> Int64 {
        lastCard += 1
        let (holder, otherKey) = try holder(of: issuance)
        let serial = Int64(bitPattern: issuance.serial.rawValue)
        let record = issuance.record
        let seal = Seal.record(record, holder: issuance.holder, otherKey: otherKey, key: transaction.key)
        addCard.setUncheckedArguments([
            lastCard, serial, holder, issuance.number, run, try place(record.place), record.name,
            record.birth.unlessEmpty,
            record.sex.unlessEmpty, record.household.unlessEmpty, record.relation.unlessEmpty,
            record.address.unlessEmpty, record.venueType?.rawValue, seal,
        ])
        do { try addCard.execute() } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw RegisterError.serialTaken(issuance.serial)
        }
        try names.add(record.name, card: lastCard)
        try namesakes.add(record.name, birth: record.birth, holder: issuance.holder, card: lastCard)
        let subject = Seal.card(serial: serial, holder: holder, issue: Int64(issuance.number), run: run, seal: seal)
        try transaction.log.add(LogEntry(kind: kind, time: time, card: lastCard, run: run, subject: subject))
        return lastCard
    }

    private func reprint(_ serial: Serial, file: Int64) throws -> Int64 {
        let card = try card(of: serial)
        try transaction.log.add(LogEntry(kind: .reprinted, time: time, card: card, run: run, file: file))
        return card
    }

    private func card(of serial: Serial) throws -> Int64 {
        let raw = Int64(bitPattern: serial.rawValue)
        findCard.setUncheckedArguments([raw])
        guard let row = try Row.fetchOne(findCard) else { throw RegisterError.unknownSerial(serial) }
        guard try row.decode(atIndex: 1) == raw else {
            throw DamagedRow(reason: "an index does not fit the table of cards")
        }
        return try row.decode(atIndex: 0)
    }

    /// The holder's number, and the key that it is known by from this card on.
    private func holder(of issuance: Issuance) throws -> (number: Int64, otherKey: [UInt8]) {
        if let known = issuance.knownHolder {
            guard let other = issuance.otherKey else { return (known, []) }
            try transaction.db.execute(
                sql: "INSERT OR IGNORE INTO other_key (key, holder, card) VALUES (?, ?, ?)",
                arguments: [Data(other.bytes), known, lastCard])
            return (known, transaction.db.changesCount > 0 ? other.bytes : [])
        }
        lastHolder += 1
        addHolder.setUncheckedArguments([lastHolder, Data(issuance.holder.key.bytes), issuance.holder.alias])
        try addHolder.execute()
        return (lastHolder, [])
    }

    private func place(_ place: Place) throws -> Int64 {
        if let known = places[place] { return known }
        let id = try transaction.number(of: place)
        places[place] = id
        return id
    }
}

extension Register.Transaction {
    /// The number of a place, which is added where it is new.
    func number(of place: Place) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM place WHERE commune = ? AND hamlet = ?")
        let names: StatementArguments = [place.commune, place.hamlet]
        if let known = try Int64.fetchOne(find, arguments: names) { return known }
        try db.execute(sql: "INSERT INTO place (commune, hamlet) VALUES (?, ?)", arguments: names)
        return db.lastInsertedRowID
    }
}

extension String {
    /// The text, or nothing for an empty one, which takes no room in a table.
    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }
}
