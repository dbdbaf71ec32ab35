import Messages
import RosterValues

/// The hamlets and communes of a roster with what is wrong with them.
struct JudgedLocalities: Sendable {
    let table: LocalityTable
    let runs: LocalityRuns
    /// By the commune's spelling.
    let communes: [LocalityFinding?]
    /// By locality.
    let hamlets: [LocalityFinding?]

    /// Adds a packed finding for every row of a doubted hamlet or commune.
    func add(to found: inout [PackedFinding]) {
        for run in runs.runs {
            let locality = table.localities[Int(run.locality)]
            let isCommuneGood = communes[Int(locality.commune)] == nil
            let isHamletGood = hamlets[Int(run.locality)] == nil
            if isCommuneGood, isHamletGood { continue }
            for row in run.first..<run.first + run.count {
                if !isHamletGood { found.append(PackedFinding(row: row, .hamlet, Int(run.locality))) }
                if !isCommuneGood { found.append(PackedFinding(row: row, .commune, Int(locality.commune))) }
            }
        }
    }

    /// The locality that is meant where a locality is misspelt; else the locality itself.
    func meant(_ number: LocalityTable.Number) -> LocalityTable.Number {
        guard number != LocalityTable.other else { return number }
        let locality = table.localities[Int(number)]
        let commune = communes[Int(locality.commune)]?.meant.map { Spellings.Number($0) } ?? locality.commune
        let hamlet = hamlets[Int(number)]?.meant.map { Spellings.Number($0) } ?? locality.hamlet
        return table.number(commune: commune, hamlet: hamlet).map { table.same(as: $0) } ?? number
    }

    func hamlet(_ index: Int, column: String) -> Finding {
        finding(.unknownHamlet, column, hamlets[index], table.hamlets.texts[Int(table.localities[index].hamlet)])
    }

    func commune(_ index: Int, column: String) -> Finding {
        finding(.unknownCommune, column, communes[index], table.communes.texts[index])
    }

    private func finding(_ rule: Rule, _ column: String, _ finding: LocalityFinding?, _ text: String) -> Finding {
        Finding(
            rule, column: column, value: text, reason: finding?.reason ?? Message(verbatim: ""),
            proposal: finding?.proposal)
    }
}
