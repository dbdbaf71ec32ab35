import Calendar
import RosterValues

/// Finds households without a head or with two, and people whose age does not suit their relation to the head.
struct Households: Sendable {
    /// A row that may break a rule of ages.
    struct Member: Sendable {
        var row, household: UInt32
        var birth: PackedBirth
        var word: RelationSpellings.Number
        var rule: AgeRule
    }

    /// A head of a household that has one already.
    struct SecondHead: Sendable {
        var row, household: UInt32
        var word: RelationSpellings.Number
    }

    /// What is known of a file.
    private struct File {
        var hasRelations: Bool
        var hasHead = false
        var first = RowOrder.none
    }

    private let today: PackedBirth
    private(set) var table: HouseholdTable
    private(set) var relations: RelationSpellings
    private var files: [File] = []
    private(set) var seconds: [SecondHead] = []
    private(set) var tooClose: [Member] = []
    /// Those who come before their household's head.
    private var waiting: [Member] = []
    /// Codes in rows that cannot be trusted, of which one may be the head's.
    private var doubtful: Set<UInt64> = []
    /// Neighbours share a household.
    private var last: (code: UInt64, locality: LocalityTable.Number, index: Int) = (0, 0, -1)

    init(today: CalendarDate, seed: UInt64, folder: String?) {
        self.today = PackedBirth(today)
        table = HouseholdTable(seed: seed, folder: folder)
        relations = RelationSpellings(seed: seed)
    }

    mutating func beginFile(hasRelations: Bool) { files.append(File(hasRelations: hasRelations)) }

    /// Takes a row of the file in.
    ///
    /// The household's code may be empty, the locality none where the row does not say it, the birth unknown.
    mutating func add(
        _ household: (text: String, digest: UInt64), locality: LocalityTable.Number?, relation text: String,
        birth: PackedBirth, row: UInt32
    ) throws {
        let file = files.count - 1
        if files[file].first == RowOrder.none { files[file].first = row }
        let (relation, word) = relations.relation(text)
        if relation == .head { files[file].hasHead = true }
        guard !household.text.isEmpty else { return }
        guard let locality else {
            doubt(household.digest)
            return
        }
        let index = try index(household, locality, row)
        if relation == .head {
            if table[index].head == RowOrder.none {
                table[index].head = row
                table[index].birth = birth
            } else {
                seconds.append(SecondHead(row: row, household: UInt32(index), word: word))
            }
        }
        guard birth.isKnown, let rule = relation.flatMap({ AgeRule($0) }) else { return }
        let member = Member(row: row, household: UInt32(index), birth: birth, word: word, rule: rule)
        if rule.needsHead, table[index].head == RowOrder.none {
            waiting.append(member)
        } else if rule.isBroken(by: birth, and: rule.needsHead ? table[index].birth : today) {
            tooClose.append(member)
        }
    }

    /// Notes that a row of a household cannot be trusted: it may be the head's.
    mutating func doubt(_ code: UInt64) { doubtful.insert(code) }

    /// Adds a packed finding for every late finding.
    mutating func add(to found: inout [PackedFinding], localities: JudgedLocalities, order: RowOrder) throws {
        for (index, file) in files.enumerated() where file.hasRelations && !file.hasHead {
            if file.first != RowOrder.none { found.append(PackedFinding(row: file.first, .noHeadAtAll, index)) }
        }
        try table.forEach { index, code in
            let household = table[index]
            guard household.head == RowOrder.none, !doubtful.contains(code) else { return }
            let file = files[order.position(of: household.first).file]
            guard file.hasRelations, file.hasHead else { return }
            // Under a misspelt hamlet stand a few people of a household whose head is elsewhere.
            let meant = localities.meant(household.locality)
            if meant != household.locality, try table.contains(code: code, locality: meant) { return }
            found.append(PackedFinding(row: household.first, .noHead, index))
        }
        for (index, second) in seconds.enumerated() { found.append(PackedFinding(row: second.row, .secondHead, index)) }
        for member in waiting where member.rule.isBroken(by: member.birth, and: table[Int(member.household)].birth) {
            tooClose.append(member)
        }
        waiting = []
        for (index, member) in tooClose.enumerated() { found.append(PackedFinding(row: member.row, .age, index)) }
    }

    private mutating func index(
        _ household: (text: String, digest: UInt64), _ locality: LocalityTable.Number, _ row: UInt32
    ) throws -> Int {
        if last.index < 0 || last.code != household.digest || last.locality != locality {
            let index = try table.index(household.text, code: household.digest, locality: locality, row: row)
            last = (household.digest, locality, index)
        }
        return last.index
    }
}
