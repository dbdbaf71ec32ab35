import Layout
import Payload
import Register

/// What keeps a run from ending: its files were drawn and a proof found faults in them.
public struct ProofFailure: Error, CustomStringConvertible {
    /// What the proof found.
    public let report: ProofReport

    /// The message for a person, a line for each fault.
    public var lines: [String] {
        ["the proof found \(report.faults.count == 1 ? "a fault" : "faults"); nothing was given its name"]
            + report.faults.map { "  \($0)" }
    }

    /// The lines of ``lines``.
    public var description: String { lines.joined(separator: "\n") }
}

extension Press {
    /// Proves a run's files while they are staged.
    ///
    /// - Parameters:
    ///   - staged: the files.
    ///   - clock: the time of issue.
    ///   - progress: told now and then how many codes are proved; from any thread.
    /// - Returns: What the proof found.
    /// - Throws: ``ProofFailure`` where any is at fault.
    func prove(
        _ staged: StagedFolder, at clock: Timestamp, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> ProofReport {
        var report = ProofReport()
        let done = Counter()
        let map = SheetMap(layout: sheets.layout, template: template)
        for number in 0..<staged.wholeParts {
            let part = try staged.part(number)
            guard part.sheets > 0 else { continue }
            var records: [Serial: Record] = [:]
            var items: [PrintedManifest.Item] = []
            for item in part.items {
                records[item.serial] = try Issuance(journaled: item.record).record
                items.append(
                    PrintedManifest.Item(
                        serial: item.serial, row: item.row, file: part.file, page: item.page, position: item.position))
            }
            let terms = ProofTerms(
                office: office.configuration, verifier: Verifier(keyring: keyring), records: .run(records),
                clock: clock, map: map)
            let file = ProofedFile(
                path: staged.path(of: part.file), name: part.file, items: items, sheets: part.sheets)
            try await FileProver(terms: terms, jobs: jobs).prove(file, into: &report) { count in
                progress(done.add(count))
            }
        }
        guard report.isFaultless else { throw ProofFailure(report: report) }
        return report
    }
}
