import Payload

@testable import Register

/// What a register should say, kept as plainly as can be.
struct RegisterModel {
    struct Revocation: Equatable {
        var order: Int
        var time: Timestamp
        var reason: String
        func isTogether(with other: Revocation?) -> Bool { time == other?.time && reason == other?.reason }
    }

    struct Card {
        var serial: Serial
        var person: Int
        /// Counts a person's holders: one more after each time that it was forgotten.
        var life: Int
        var version: Int
        var run: Int
        var key: KeyID
        var issued, expires: Timestamp
        var revocation: Revocation?
        var isForgotten = false
    }

    enum Refusal: Error, Equatable { case unknown, alreadyRevoked, notRevoked, replaced, forgotten, noCutOff }

    private(set) var cards: [Card] = []
    private(set) var cutOffs: [KeyID: Timestamp] = [:]
    private var lives: [Int: Int] = [:]
    private var order = 0

    func life(of person: Int) -> Int { lives[person] ?? 0 }

    func isCut(_ card: Card) -> Bool { cutOffs[card.key].map { card.issued < $0 } ?? false }

    func state(_ card: Card, _ clock: Timestamp) -> RegisteredCard.State {
        if card.revocation != nil || isCut(card) { return .revoked }
        return card.expires < clock ? .expired : .valid
    }

    private func index(_ serial: Serial) throws(Refusal) -> Int {
        guard let index = cards.firstIndex(where: { $0.serial == serial }) else { throw .unknown }
        return index
    }

    private func mates(_ card: Card) -> [Int] {
        cards.indices.filter { cards[$0].person == card.person && cards[$0].life == card.life }
    }

    /// The good card of a person's present holder; of one who was forgotten and has no new holder, of the last.
    func good(_ person: Int, _ clock: Timestamp) -> Card? {
        let own = cards.filter { $0.person == person }
        let present = own.filter { $0.life == life(of: person) }
        if let good = present.last(where: { state($0, clock) == .valid }) { return good }
        return present.isEmpty ? own.first { $0.isForgotten && state($0, clock) == .valid } : nil
    }

    mutating func add(_ card: Card, replacing old: Serial?, _ clock: Timestamp) throws(Refusal) {
        if let old { revoke(try index(old), "reissued", clock) }
        cards.append(card)
    }

    private mutating func revoke(_ index: Int, _ reason: String, _ clock: Timestamp) {
        order += 1
        cards[index].revocation = Revocation(order: order, time: clock, reason: reason)
    }

    mutating func revoke(_ serials: [Serial], _ reason: String, _ clock: Timestamp) throws(Refusal) {
        let before = self
        do throws(Refusal) {
            for serial in serials {
                let index = try index(serial)
                guard cards[index].revocation == nil else { throw .alreadyRevoked }
                revoke(index, reason, clock)
            }
        } catch {
            self = before
            throw error
        }
    }

    mutating func restore(_ serials: [Serial], _ clock: Timestamp) throws(Refusal) {
        let before = self
        do throws(Refusal) {
            for index in try serials.map(index).sorted(by: >) { try restore(index, clock) }
        } catch {
            self = before
            throw error
        }
    }

    private mutating func restore(_ index: Int, _ clock: Timestamp) throws(Refusal) {
        guard cards[index].revocation != nil else { throw .notRevoked }
        let others = mates(cards[index]).filter { $0 != index }
        guard !others.contains(where: { state(cards[$0], clock) == .valid }) else { throw .replaced }
        cards[index].revocation = nil
    }

    /// Revokes the good ones of some cards; gives how many.
    mutating func revoke(where isIn: (Card) -> Bool, _ reason: String, _ clock: Timestamp) -> Int {
        let good = cards.indices.filter { isIn(cards[$0]) && state(cards[$0], clock) == .valid }
        for index in good { revoke(index, reason, clock) }
        return good.count
    }

    /// Undoes the last revocation of some cards; gives how many.
    mutating func restore(where isIn: (Card) -> Bool, _ clock: Timestamp) -> Int {
        let all = cards.indices.filter { isIn(cards[$0]) && cards[$0].revocation != nil }
        let last = all.compactMap { cards[$0].revocation }.max { $0.order < $1.order }
        var count = 0
        for index in all.reversed() where cards[index].revocation?.isTogether(with: last) == true {
            do throws(Refusal) {
                try restore(index, clock)
                count += 1
            } catch {}
        }
        return count
    }

    mutating func cut(_ key: KeyID, _ moment: Timestamp) { cutOffs[key] = max(cutOffs[key] ?? moment, moment) }

    /// Undoes a cut-off; gives the cards that are revoked by themselves instead.
    mutating func uncut(_ key: KeyID, _ clock: Timestamp) throws(Refusal) -> Int {
        guard cutOffs[key] != nil else { throw .noCutOff }
        let wereGood = Set(cards.indices.filter { state(cards[$0], clock) == .valid })
        cutOffs[key] = nil
        var count = 0
        for index in cards.indices.reversed() where state(cards[index], clock) == .valid && !wereGood.contains(index) {
            let others = mates(cards[index]).filter { $0 != index && state(cards[$0], clock) == .valid }
            guard others.contains(where: { wereGood.contains($0) || $0 > index }) else { continue }
            revoke(index, "replaced by another", clock)
            count += 1
        }
        return count
    }

    mutating func forget(_ serial: Serial) throws(Refusal) {
        let found = cards[try index(serial)]
        guard !found.isForgotten else { throw .forgotten }
        for index in mates(found) { cards[index].isForgotten = true }
        lives[found.person, default: 0] += 1
    }
}
