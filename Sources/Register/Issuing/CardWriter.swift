import Foundation
import GRDB
import Payload

final class CardWriter {
    private(set) var printed: Int64 = 0

    private let transaction: Register.Transaction
    private let run: Int64
    private let time: Timestamp
    private let reason: String
    private let addHolder, addCard, addPrint, findCard: Statement
    private let index: SearchIndex
    private var localities: [Locality: Int64] = [:]
    private var lastHolder, lastCard: Int64

    init(_ transaction: Register.Transaction, run: Int64, time: Timestamp, reason: String) throws {
        (self.transaction, self.run, self.time, self.reason) = (transaction, run, time, reason)
        let db = transaction.db
        addHolder = try HolderRow.insertion(db)
        addCard = try CardRow.insertion(db)
        addPrint = try PrintRow.insertion(db)
        index = try SearchIndex(db)
        findCard = try db.cachedStatement(sql: "SELECT id, serial FROM card WHERE serial = ?")
        lastHolder = try HolderRow.greatestNumber(db)
        lastCard = try CardRow.greatestNumber(db)
    }

    /// Adds the items of a file; gives the digest of what is on its pages.
    func add(_ items: [Run.Item], file: Int64) throws -> PrintDigest {
        var prints = PrintDigest()
        for item in items {
            let card: Int64
            switch item.issuance.reason {
            case .new: card = try issue(item.issuance, as: .issued)
            case .again: card = try reprint(item.issuance.serial, file: file)
            case .replacing(let old):
                let replaced = try transaction.snapshot.knownCard(old).row.id
                card = try issue(item.issuance, as: .reissued)
                try transaction.revoke(card: replaced, reason: reason, at: time, run: run)
            }
            let print = PrintRow(file: file, page: Int64(item.page), position: Int64(item.position), card: card)
            try print.insert(by: addPrint)
            prints.add(print)
            printed += 1
        }
        return prints
    }

    private func issue(_ issuance: Issuance, as kind: Event.Kind) throws -> Int64 {
        lastCard += 1
        let (holder, otherKey) = try holder(of: issuance)
        let record = issuance.record
        let seal = CardRow.seal(of: record, issuance.holder, otherKey: otherKey, key: transaction.key)
        let card = CardRow(
            issuance, id: lastCard, holder: holder, run: run, locality: try number(of: record.locality), seal: seal)
        do { try card.insert(by: addCard) } catch let error as DatabaseError
            where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
        {
            throw RegisterError.serialTaken(issuance.serial)
        }
        try index.add(record.name, birth: record.birth, holder: issuance.holder, card: card.id)
        try transaction.log.add(LogEntry(kind, time, card: card.id, run: run, subject: card.sealed))
        return card.id
    }

    private func reprint(_ serial: Serial, file: Int64) throws -> Int64 {
        findCard.setUncheckedArguments([serial])
        guard let row = try Row.fetchOne(findCard) else { throw RegisterError.unknownSerial(serial) }
        guard try row.decode(atIndex: 1) == serial else { throw DamagedRow.index(of: "cards") }
        let card = try row.decode(Int64.self, atIndex: 0)
        try transaction.log.add(LogEntry(.reprinted, time, card: card, run: run, file: file))
        return card
    }

    /// The holder's number, and the key that it is known by from this card on.
    private func holder(of issuance: Issuance) throws -> (number: Int64, otherKey: [UInt8]) {
        if let known = issuance.knownHolder {
            guard let other = issuance.otherKey else { return (known, []) }
            let row = OtherKeyRow(key: Data(other.bytes), holder: known, card: lastCard)
            try row.insert(transaction.db, onConflict: .ignore)
            return (known, transaction.db.changesCount > 0 ? other.bytes : [])
        }
        lastHolder += 1
        let row = HolderRow(id: lastHolder, key: Data(issuance.holder.key.bytes), alias: issuance.holder.alias)
        try row.insert(by: addHolder)
        return (lastHolder, [])
    }

    private func number(of locality: Locality) throws -> Int64 {
        if let known = localities[locality] { return known }
        let number = try LocalityRow.number(of: locality, transaction.db)
        localities[locality] = number
        return number
    }
}
