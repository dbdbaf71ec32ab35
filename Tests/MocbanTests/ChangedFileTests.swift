import Files
import Foundation
import Mocban
import Payload
import Proofing
import TestSupport
import Testing

@Suite("Proof of files whose bytes were changed")
struct ChangedFileTests {
    /// Adds bytes that no reader of PDF minds.
    private func touch(_ run: ProofedRun, _ name: String) throws {
        try run.office.folder.write(name, try run.office.folder.data(name) + Array("% more\n".utf8))
    }

    @Test("one byte more is named, with a manifest and without", arguments: [true, false])
    func changed(hasManifest: Bool) async throws {
        let run = try await ProofedRun(3, template: "commune")
        if !hasManifest { try FileManager.default.removeItem(atPath: run.office.folder("out/manifest.json")) }
        let good = try await run.proof()
        #expect(good.faults == [] && good.files.map(\.bytes) == [.registered])
        try touch(run, "out/cards.pdf")
        let report = try await run.proof()
        #expect(report.faults.map(\.brief) == [" changed"] && report.files.map(\.bytes) == [.changed])
        let fault = try #require(report.faults.first)
        guard case .changed(run: 1, let registered, let found) = fault.problem else {
            Issue.record("\(fault)")
            return
        }
        #expect(registered.utf8.count == 64 && found.utf8.count == 64 && registered != found)
        #expect(fault.description.hasPrefix("cards.pdf: the file is not as run 1 printed it: its SHA-256 is "))
        let keys = try run.office.office.keyring().exported(purpose: .card, verifyOnly: false)
        #expect(try await run.proof(keys: keys).files.map(\.bytes) == [nil])
    }

    @Test("a file under another name is known by its bytes, or not at all")
    func renamed() async throws {
        let run = try await ProofedRun(3)
        try run.office.folder.write("alone/other.pdf", try run.office.folder.data("out/cards.pdf"))
        #expect(try await run.proof(["alone/other.pdf"]).faults == [])
        try touch(run, "alone/other.pdf")
        let report = try await run.proof(["alone/other.pdf"])
        #expect(report.faults.map(\.brief) == [" changed"] && report.files.map(\.bytes) == [.unknown])
        #expect(report.faults.first?.description.contains("no run printed this file") == true)
        // Codes of nobody's: the file is none of ours.
        let other = try await ProofedRun(3, keys: "other")
        try run.office.folder.write("foreign/other.pdf", try other.office.folder.data("out/cards.pdf"))
        let foreign = try await run.proof(["foreign/other.pdf"])
        #expect(foreign.faults.allSatisfy { $0.kind == .notOurs } && foreign.files.map(\.bytes) == [.unknown])
    }
}
