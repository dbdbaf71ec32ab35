import Messages
import RosterValues

extension Households {
    static var noHeadAtAll: Finding {
        Finding(
            .householdNoHead, column: Person.Column.relation.name,
            reason: Message(en: "no row of the file is a head of a household", vi: "không dòng nào trong tệp là chủ hộ")
        )
    }

    func noHead(_ index: Int) -> Finding {
        Finding(
            .householdNoHead, column: Person.Column.household.name, value: table.code(index),
            reason: Message(en: "no row of the household is its head", vi: "không dòng nào của hộ là chủ hộ"))
    }

    func secondHead(_ index: Int, _ order: RowOrder, in file: Int) -> Finding {
        let second = seconds[index]
        let head = table[Int(second.household)].head
        return order.finding(
            .householdTwoHeads, column: Person.Column.relation.name, value: relations.text(second.word),
            Message(en: "the household has a head already, in", vi: "hộ đã có chủ hộ ở"), head, in: file)
    }

    /// That somebody's age does not suit their relation, in words for a file.
    func age(_ index: Int, _ order: RowOrder, in file: Int) -> Finding {
        let member = tooClose[index]
        let household = table[Int(member.household)]
        let row = order.name(of: household.head, in: file)
        return Finding(
            .relationAgainstAge, column: Person.Column.relation.name, value: relations.text(member.word),
            reason: member.rule.reason(member.birth, head: household.birth, row: row),
            other: member.rule.needsHead ? order.position(of: household.head) : nil)
    }
}
