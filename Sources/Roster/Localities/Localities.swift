/// Finds hamlets and communes that an office does not know, or that are probably misspelt.
struct Localities: Sendable {
    private let known: KnownLocalities
    private var table: LocalityTable
    private var runs = LocalityRuns()

    init(known: KnownLocalities, seed: UInt64) {
        self.known = known
        table = LocalityTable(seed: seed)
    }

    /// Takes a row's locality in.
    ///
    /// - Returns: the number that stands for the locality, the same for all spellings of the same letters.
    mutating func add(commune: String, hamlet: String, row: UInt32) -> LocalityTable.Number {
        let number = table.count(commune: commune, hamlet: hamlet)
        if number != LocalityTable.other { runs.add(row, number) }
        return table.same(as: number)
    }

    /// What is wrong with the localities of all rows.
    consuming func judged() -> JudgedLocalities {
        var budget = ComparisonBudget()
        let communes = communeFindings(&budget)
        let hamlets = hamletFindings(communes, &budget)
        return JudgedLocalities(table: table, runs: runs, communes: communes, hamlets: hamlets)
    }

    private func communeFindings(_ budget: inout ComparisonBudget) -> [LocalityFinding?] {
        var rows = [Int](repeating: 0, count: table.communes.texts.count)
        for locality in table.localities { rows[Int(locality.commune)] += locality.rows }
        let spellings = zip(table.communes.texts, rows).map { text, rows in
            LocalitySpelling(name: LocalityName(text), rows: rows)
        }
        return Self.findings(spellings, LocalityList(known.communes), &budget)
    }

    /// The findings by locality; a hamlet is compared with those of its own commune, since others may have its namesake.
    private func hamletFindings(_ communes: [LocalityFinding?], _ budget: inout ComparisonBudget) -> [LocalityFinding?]
    {
        let names = table.hamlets.texts.map { LocalityName($0) }
        let list = LocalityList(known.hamlets)
        let localities = table.localities
        func commune(_ locality: Int) -> Int {
            let written = Int(localities[locality].commune)
            return communes[written]?.meant ?? written
        }
        func precedes(_ one: Int, _ other: Int) -> Bool {
            (commune(one), localities[one].hamlet, one) < (commune(other), localities[other].hamlet, other)
        }
        let order = localities.indices.sorted(by: precedes)
        var findings = [LocalityFinding?](repeating: nil, count: localities.count)
        var start = 0
        while start < order.count {
            var spellings: [LocalitySpelling] = []
            var members: [(locality: Int, spelling: Int)] = []
            var hamlets: [Spellings.Number] = []
            while start < order.count, members.isEmpty || commune(order[start]) == commune(members[0].locality) {
                let locality = localities[order[start]]
                if hamlets.last != locality.hamlet {
                    hamlets.append(locality.hamlet)
                    spellings.append(LocalitySpelling(name: names[Int(locality.hamlet)], rows: 0))
                }
                spellings[spellings.count - 1].rows += locality.rows
                members.append((order[start], spellings.count - 1))
                start += 1
            }
            let found = Self.findings(spellings, list, &budget)
            for member in members {
                findings[member.locality] = found[member.spelling]
                findings[member.locality]?.meant = found[member.spelling]?.meant.map { Int(hamlets[$0]) }
            }
        }
        return findings
    }

    private static func findings(
        _ spellings: [LocalitySpelling], _ list: LocalityList?, _ budget: inout ComparisonBudget
    ) -> [LocalityFinding?] { list?.findings(spellings, &budget) ?? LocalityMajority.findings(spellings, &budget) }
}
