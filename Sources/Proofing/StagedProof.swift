public import Files
public import Issuing
import Layout
import Office
package import Payload
import Register
import Synchronization
import Templates

/// What keeps a run from ending: its files were drawn and a proof found faults in them.
public struct ProofFailure: Failure, RunRefusal {
    /// What the proof found.
    public let report: ProofReport

    /// The message for a person, a line for each fault.
    public var lines: [String] {
        ["the proof found \(report.faults.count == 1 ? "a fault" : "faults"); nothing was given its name"]
            + report.faults.map { "  \($0)" }
    }

    public var category: FailureCategory { .refused }

    /// The lines of ``lines``.
    public var description: String { lines.joined(separator: "\n") }
}

extension IssuingRun {
    /// Has the files proved before they get their names; `told` is told what was found.
    ///
    /// Where the proof finds faults the run throws ``ProofFailure`` and no file gets its name.
    public mutating func prove(_ told: @escaping @Sendable (ProofReport) -> Void) { press.prove(told) }
}

extension ReprintRun {
    /// Has the files proved before they get their names, as ``IssuingRun/prove(_:)``.
    public mutating func prove(_ told: @escaping @Sendable (ProofReport) -> Void) { press.prove(told) }
}

extension Press {
    fileprivate mutating func prove(_ told: @escaping @Sendable (ProofReport) -> Void) {
        review = { press, staged, clock, progress in
            told(try await press.prove(staged, at: clock, progress: progress))
        }
    }

    /// Proves a run's files while they are staged.
    ///
    /// - Parameters:
    ///   - staged: the files.
    ///   - clock: the time of issue.
    ///   - progress: told now and then how many codes are proved; from any thread.
    /// - Returns: What the proof found.
    /// - Throws: ``ProofFailure`` where any is at fault.
    package func prove(
        _ staged: StagedFolder, at clock: Timestamp, progress: @escaping @Sendable (Int) -> Void
    ) async throws -> ProofReport {
        var report = ProofReport()
        let done = Atomic(0)
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
                progress(done.wrappingAdd(count, ordering: .relaxed).newValue)
            }
        }
        guard report.isFaultless else { throw ProofFailure(report: report) }
        return report
    }
}
