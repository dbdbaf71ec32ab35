package import Issuing
import Layout
package import Messages
import Office
import Payload
import Register
import Templates

/// What keeps a run from ending: its files were drawn and a proof found faults in them.
package struct ProofFailure: Failure {
    package let report: ProofReport

    /// The message for a person, a line for each fault.
    package var lines: [Message] {
        [
            Message(
                en: "the proof found \(report.faults.count == 1 ? "a fault" : "faults"); nothing was given its name",
                vi: "kiểm bản in thấy lỗi; chưa đặt tên cho tệp nào")
        ] + report.faults.map { .joined([Message(verbatim: "  "), $0.message]) }
    }

    package var category: FailureCategory { .refused }
    package var message: Message { .joined(lines, by: "\n") }
}

extension DrawnRun {
    /// Proves a run's files before they get their names; `progress` is told, from any thread, how many codes are
    /// proved.
    ///
    /// Throws ``ProofFailure`` where any is at fault; ``StoppedRun`` where files cannot be proved.
    package func prove(progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) async throws -> ProofReport {
        let report = try await planned.stopping {
            try await planned.prove { [items] in progress(RunProgress(.proving, $0, of: items)) }
        }
        // The same command would draw the same faults again.
        guard report.isFaultless else { throw ProofFailure(report: report) }
        return report
    }
}

extension PlannedRun {
    fileprivate func prove(progress: @escaping @Sendable (Int) -> Void) async throws -> ProofReport {
        var report = ProofReport()
        let done = Counter()
        let map = SheetMap(layout: pipeline.sheets.layout, template: pipeline.template)
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
                office: pipeline.office.configuration, verifier: Verifier(keyring: pipeline.keyring),
                records: .run(records),
                clock: self.terms.validity.issued, map: map)
            let file = ProofedFile(path: staged.path(of: part.file), name: part.file, items: items, sheets: part.sheets)
            try await FileProver(terms: terms, jobs: pipeline.jobs).prove(file, into: &report) {
                count in
                progress(done.add(count))
            }
        }
        return report
    }
}
