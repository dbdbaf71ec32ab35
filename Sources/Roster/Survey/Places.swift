/// Finds hamlets and communes that an office does not know, or that are probably misspelt.
struct Places: Sendable {
    private let known: KnownPlaces
    private var table: PlaceTable
    private var runs = PlaceRuns()

    init(known: KnownPlaces, seed: UInt64) {
        self.known = known
        table = PlaceTable(seed: seed)
    }

    /// Takes a row's place in.
    ///
    /// - Returns: the number that stands for the place, the same for all spellings of the same letters.
    mutating func add(commune: String, hamlet: String, row: UInt32) -> PlaceTable.Number {
        let number = table.count(commune: commune, hamlet: hamlet)
        if number != PlaceTable.other { runs.add(row, number) }
        return table.same(as: number)
    }

    /// What is wrong with the places of all rows.
    consuming func judged() -> JudgedPlaces {
        var budget = ComparisonBudget()
        let communes = communeVerdicts(&budget)
        let hamlets = hamletVerdicts(communes, &budget)
        return JudgedPlaces(table: table, runs: runs, communes: communes, hamlets: hamlets)
    }

    private func communeVerdicts(_ budget: inout ComparisonBudget) -> [PlaceVerdict?] {
        var rows = [Int](repeating: 0, count: table.communes.texts.count)
        for place in table.places { rows[Int(place.commune)] += place.rows }
        let spellings = zip(table.communes.texts, rows).map { text, rows in
            PlaceSpelling(name: PlaceName(text), rows: rows)
        }
        return Self.verdicts(spellings, PlaceList(known.communes), &budget)
    }

    /// The verdicts by place; a hamlet is compared with those of its own commune, since others may have its namesake.
    private func hamletVerdicts(_ communes: [PlaceVerdict?], _ budget: inout ComparisonBudget) -> [PlaceVerdict?] {
        let names = table.hamlets.texts.map { PlaceName($0) }
        let list = PlaceList(known.hamlets)
        let places = table.places
        func commune(_ place: Int) -> Int { communes[Int(places[place].commune)]?.meant ?? Int(places[place].commune) }
        func precedes(_ one: Int, _ other: Int) -> Bool {
            (commune(one), places[one].hamlet, one) < (commune(other), places[other].hamlet, other)
        }
        let order = places.indices.sorted(by: precedes)
        var verdicts = [PlaceVerdict?](repeating: nil, count: places.count)
        var start = 0
        while start < order.count {
            var spellings: [PlaceSpelling] = []
            var members: [(place: Int, spelling: Int)] = []
            var hamlets: [Spellings.Number] = []
            while start < order.count, members.isEmpty || commune(order[start]) == commune(members[0].place) {
                let place = places[order[start]]
                if hamlets.last != place.hamlet {
                    hamlets.append(place.hamlet)
                    spellings.append(PlaceSpelling(name: names[Int(place.hamlet)], rows: 0))
                }
                spellings[spellings.count - 1].rows += place.rows
                members.append((order[start], spellings.count - 1))
                start += 1
            }
            let found = Self.verdicts(spellings, list, &budget)
            for member in members {
                verdicts[member.place] = found[member.spelling]
                verdicts[member.place]?.meant = found[member.spelling]?.meant.map { Int(hamlets[$0]) }
            }
        }
        return verdicts
    }

    private static func verdicts(
        _ spellings: [PlaceSpelling], _ list: PlaceList?, _ budget: inout ComparisonBudget
    ) -> [PlaceVerdict?] {
        list?.verdicts(spellings, &budget) ?? PlaceMajority.verdicts(spellings, &budget)
    }
}
