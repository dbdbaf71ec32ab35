import Files
import Foundation
import Issuing
import Layout
package import Office
package import Payload
import Rasterising
import Register
import Synchronization
package import Templates

/// The proof of finished PDF files: rasterised as a printer does it, decoded, verified, and held against what was ordered.
///
/// Every code is read at 300 and at 600 dots an inch, from pixels that Poppler makes and by a decoder that shares nothing
/// with the encoder. Beside a manifest each must stand where that says; the printed texts are read back.
package struct Proof: Sendable {
    private let office: Office?
    private let keyring: Keyring
    private let revocations: (any Revocations)?
    private let resources: Resources
    private let clock: Timestamp

    /// A proof by an office, whose register, templates and names are held against, or by whoever has keys.
    package init(
        office: Office?, keyring: Keyring, revocations: (any Revocations)? = nil, resources: Resources,
        clock: Timestamp
    ) {
        (self.office, self.keyring, self.revocations) = (office, keyring, revocations)
        (self.resources, self.clock) = (resources, clock)
    }

    /// Proves PDF files, several pages at once; faults are no errors.
    ///
    /// Without a manifest, the one beside each file counts. Under stress each code is aged, and its grade estimated, to
    /// see which are the weakest. `progress` is told now and then, from any thread, how many codes are done. Throws
    /// `PDFError`, `FileError`, `ConfigurationError`, `RegisterError`, `CancellationError`.
    package func prove(
        _ paths: [String], manifest: String? = nil, stress: Bool = false, jobs: Int = 1,
        progress: @escaping @Sendable (_ codes: Int) -> Void = { _ in }
    ) async throws -> ProofReport {
        var manifests: [String: Manifested] = [:]
        var report = ProofReport()
        let records = try office.map { PrintedRecords.register(try $0.register(.reading)) } ?? PrintedRecords.none
        report.hasRegister = records.knowsAll
        if stress { report.stress = StressTally() }
        let done = Counter()
        for path in paths {
            let beside = folder(of: path) + "/" + StagedFolder.manifestName
            var known: Manifested?
            if let manifest = manifest ?? (FileManager.default.fileExists(atPath: beside) ? beside : nil) {
                known = try manifests[manifest] ?? Manifested(manifest, resources, office?.folder)
                manifests[manifest] = known
            }
            var file = try known?.file(path) ?? ProofedFile(path: path, name: name(of: path))
            var held: HeldFile?
            // The lists to sign are in no register.
            if case .register(let register) = records, file.items?.isEmpty != true {
                let own = try HeldFile(path)
                (held, file.held) = (own, own.path)
                let (digest, name, run) = (try own.digest(), file.name, file.items == nil ? nil : known?.manifest.run)
                file.bytes = try register.reading { try PrintedBytes(digest, of: name, in: run, $0) }
            }
            let terms = ProofTerms(
                office: office?.configuration, verifier: Verifier(keyring: keyring, revocations: revocations),
                records: records, clock: clock, map: file.items == nil ? nil : known?.map,
                isStressed: stress)
            try await FileProver(terms: terms, jobs: jobs).prove(file, into: &report) { count in
                progress(done.add(count))
            }
            try held?.confirmUnchanged()
        }
        return report
    }
}

/// A manifest and where it has everything.
private struct Manifested {
    let manifest: PrintedManifest
    let map: SheetMap

    init(_ path: String, _ resources: Resources, _ office: String?) throws {
        manifest = try PrintedManifest(path: path)
        map = try SheetMap(of: manifest.run, resources: resources, office: office)
    }

    /// A file with what the manifest has in it; without items where the manifest does not know it.
    func file(_ path: String) throws -> ProofedFile {
        let name = name(of: path)
        guard let sheets = manifest.sheets[name] else { return ProofedFile(path: path, name: name) }
        let items = try manifest.items(of: name)
        return ProofedFile(path: path, name: name, items: items, sheets: sheets) { [manifest] serial in
            manifest.item(of: serial)
        }
    }
}

/// Codes that are done, counted by all workers.
package final class Counter: Sendable {
    private let count = Atomic(0)

    package func add(_ more: Int) -> Int { count.wrappingAdd(more, ordering: .relaxed).newValue }
}

private func name(of path: String) -> String { (path as NSString).lastPathComponent }
