import Files
import RosterValues
import Tables
import TestSupport

@testable import Roster

/// What the rows of files say together, one line a finding: `row rule column: reason -> proposal`.
///
/// The files are `thon1.csv`, `thon2.csv` and so on; a row of another than the first is written `2/5`. A certain proposal
/// has `=>`. Findings of single rows are left out.
func survey<Record: RosterRecord>(
    _ kind: Record.Type, _ files: [String], localities: KnownLocalities = KnownLocalities()
) throws -> [String] {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map { try folder.write("thon\($0 + 1).csv", $1) }
    var reader = try RosterReader<Record>(paths: paths, today: today, localities: localities)
    var lines: [String] = []
    while let entry = try reader.next() {
        for finding in entry.findings where Rule.ofSurveys.contains(finding.rule) {
            lines.append(line(RowPosition(file: reader.file, row: entry.row.number), finding))
        }
    }
    let late = try reader.conclusions()
    guard zip(late, late.dropFirst()).allSatisfy({ $0.position <= $1.position }) else {
        throw Unexpected(entries: "late findings are not in order")
    }
    return lines + late.map { line($0.position, $0.finding) }
}

/// The same of one file of people.
func survey(people rows: String, header: String = fullHeader) throws -> [String] {
    try survey(Person.self, [header + "\n" + rows + "\n"])
}

/// All columns but for the relation, so that no heads are looked for.
let headerWithoutRelation = fullHeader.replacing("relation", with: "note")

private func line(_ position: RowPosition, _ finding: Finding) -> String {
    let row = position.file == 0 ? "\(position.row)" : "\(position.file + 1)/\(position.row)"
    let proposal = finding.proposal.map { " \($0.isCertain ? "=>" : "->") \($0.text)" } ?? ""
    return "\(row) \(finding.rule.rawValue) \(finding)\(proposal)"
}

extension Rule {
    /// The rules for what shows only when rows are compared.
    static let ofSurveys: Set<Rule> = [
        .duplicateID, .duplicatePerson, .duplicateVenue, .householdNoHead, .householdTwoHeads, .relationAgainstAge,
        .monthFirstFile, .unknownHamlet, .unknownCommune,
    ]
}
