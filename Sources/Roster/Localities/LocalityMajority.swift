import Messages
import RosterValues
import VietnameseText

/// Judges spellings of localities by one another, where the office has listed none.
enum LocalityMajority {
    /// Spellings of the same letters, whatever their case and spaces and wherever the tone mark stands.
    private struct Group {
        /// The most frequent of them.
        var best: Int
        /// The rows of all.
        var rows: Int
    }

    /// What is wrong with each spelling.
    ///
    /// Of spellings of the same letters the most frequent is right, for sure. Else a rare spelling is doubted that is near
    /// to a frequent one: one to three rows near five times as many, or more rows near fifty times as many.
    static func findings(_ spellings: [LocalitySpelling], _ budget: inout ComparisonBudget) -> [LocalityFinding?] {
        var groups: [Group] = []
        var keys: [UInt64: Int] = [:]
        var tight: [String: Int] = [:]
        let members = spellings.enumerated().map { index, spelling -> Int in
            let group = keys[spelling.name.key] ?? tight[spelling.name.tight] ?? groups.count
            if group == groups.count { groups.append(Group(best: index, rows: 0)) }
            (keys[spelling.name.key], tight[spelling.name.tight]) = (group, group)
            groups[group].rows += spelling.rows
            if spelling.rows > spellings[groups[group].best].rows { groups[group].best = index }
            return group
        }
        let near = nearest(groups, spellings, &budget)
        return spellings.indices.map { index in
            let group = groups[members[index]]
            if spellings[index].name.text.isEmpty { return nil }
            if let other = near[members[index]] {
                let text = spellings[other.best].name.text
                return LocalityFinding(
                    reason: Message(
                        en: "is close to “\(Shown.text(text))”, which \(rows(other.rows)) have",
                        vi: "gần giống “\(Shown.text(text))” của \(other.rows) dòng"),
                    proposal: Finding.Proposal(text, isCertain: false), meant: other.best)
            }
            guard index != group.best else { return nil }
            let text = spellings[group.best].name.text
            return LocalityFinding(
                reason: Message(
                    en: "is written “\(Shown.text(text))” in \(rows(spellings[group.best].rows))",
                    vi: "viết là “\(Shown.text(text))” ở \(spellings[group.best].rows) dòng"),
                // Of two that are as frequent either may be the right one.
                proposal: Finding.Proposal(
                    text, isCertain: spellings[group.best].rows > spellings[index].rows), meant: group.best)
        }
    }

    /// For each group the frequent one that it is near to.
    private static func nearest(
        _ groups: [Group], _ spellings: [LocalitySpelling], _ budget: inout ComparisonBudget
    ) -> [Group?] {
        let frequent = groups.filter { !spellings[$0.best].name.text.isEmpty }.sorted { $0.rows > $1.rows }
        return groups.map { group in
            let name = spellings[group.best].name
            let needed = group.rows * (group.rows <= 3 ? 5 : 50)
            guard !name.text.isEmpty else { return nil }
            let rivals = frequent.lazy.prefix { $0.rows >= needed }
            return budget.nearest(to: name, among: rivals) { spellings[$0.best].name }
        }
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
