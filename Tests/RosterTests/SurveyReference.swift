@testable import Roster

/// The rules of duplicates and households as plainly as they can be said, to compare the survey with.
struct SurveyReference {
    /// A row as a test makes it.
    struct Row {
        var household: String
        var relation: String
        var name: String
        var year: Int
        var number: String
        var hamlet: String
        /// Whether the row's own sex refuses it.
        var isRefused = false

        var line: String { "\(household),\(relation),\(name),\(year),\(isRefused ? "?" : ""),\(number),,\(hamlet),\n" }
    }

    /// The codes of what is found, with the row and, where there is one, the row it is compared with.
    static func findings(_ rows: [Row]) -> Set<String> {
        var found: Set<String> = []
        var ready: [(number: Int, row: Row)] = []
        var members: [(number: Int, row: Row)] = []
        for (index, row) in rows.enumerated() {
            let number = index + 2
            let sameID = row.isRefused || row.number.isEmpty ? nil : ready.first { $0.row.number == row.number }
            let samePerson =
                row.isRefused
                ? nil
                : ready.first { other in
                    let differ = !row.number.isEmpty && !other.row.number.isEmpty && row.number != other.row.number
                    return !differ
                        && (other.row.household, other.row.name, other.row.year)
                            == (row.household, row.name, row.year)
                }
            if let sameID { found.insert("\(number) duplicate-id \(sameID.number)") }
            if let samePerson { found.insert("\(number) duplicate-person \(samePerson.number)") }
            if !row.isRefused, sameID == nil, samePerson == nil { ready.append((number, row)) }
            if samePerson == nil { members.append((number, row)) }
        }
        guard members.contains(where: { $0.row.relation == "Chủ hộ" }) else {
            return members.isEmpty ? found : found.union(["\(members[0].number) household-no-head file"])
        }
        for (_, household) in Dictionary(grouping: members, by: { [$0.row.household, $0.row.hamlet] }) {
            let heads = household.filter { $0.row.relation == "Chủ hộ" }
            guard let head = heads.first else {
                found.insert("\(household[0].number) household-no-head")
                continue
            }
            for second in heads.dropFirst() { found.insert("\(second.number) household-two-heads \(head.number)") }
            for child in household where child.row.relation == "Con" && child.row.year - head.row.year < 12 {
                found.insert("\(child.number) relation-against-age \(head.number)")
            }
        }
        return found
    }
}
