/// The hamlets and communes of a roster with what is wrong with them.
struct JudgedPlaces: Sendable {
    private let table: PlaceTable
    private let runs: PlaceRuns
    /// By the commune's spelling.
    private let communes: [PlaceVerdict?]
    /// By place.
    private let hamlets: [PlaceVerdict?]

    init(table: PlaceTable, runs: PlaceRuns, communes: [PlaceVerdict?], hamlets: [PlaceVerdict?]) {
        (self.table, self.runs, self.communes, self.hamlets) = (table, runs, communes, hamlets)
    }

    /// Adds a note for every row of a doubted hamlet or commune.
    func add(to notes: inout [LateNote]) {
        for run in runs.runs {
            let place = table.places[Int(run.place)]
            let isCommuneGood = communes[Int(place.commune)] == nil
            let isHamletGood = hamlets[Int(run.place)] == nil
            if isCommuneGood, isHamletGood { continue }
            for row in run.first..<run.first + run.count {
                if !isHamletGood { notes.append(LateNote(row: row, .hamlet, Int(run.place))) }
                if !isCommuneGood { notes.append(LateNote(row: row, .commune, Int(place.commune))) }
            }
        }
    }

    /// The place that is meant where a place is misspelt; else the place itself.
    func meant(_ number: PlaceTable.Number) -> PlaceTable.Number {
        guard number != PlaceTable.other else { return number }
        let place = table.places[Int(number)]
        let commune = communes[Int(place.commune)]?.meant.map { Spellings.Number($0) } ?? place.commune
        let hamlet = hamlets[Int(number)]?.meant.map { Spellings.Number($0) } ?? place.hamlet
        return table.number(commune: commune, hamlet: hamlet).map { table.same(as: $0) } ?? number
    }

    /// A note about a hamlet in words.
    func hamlet(_ index: Int, column: String) -> Finding {
        finding(
            .unknownHamlet, column, hamlets[index], table.hamlets.texts[Int(table.places[index].hamlet)])
    }

    /// A note about a commune in words.
    func commune(_ index: Int, column: String) -> Finding {
        finding(.unknownCommune, column, communes[index], table.communes.texts[index])
    }

    private func finding(_ rule: Rule, _ column: String, _ verdict: PlaceVerdict?, _ text: String) -> Finding {
        Finding(rule, column: column, value: text, reason: verdict?.reason ?? "", proposal: verdict?.proposal)
    }
}
