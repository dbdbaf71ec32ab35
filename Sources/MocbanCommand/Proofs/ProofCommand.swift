import Files
import ArgumentParser
import Foundation
import Messages
import Mocban
import Payload
import Proofing

struct ProofCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "proof", abstract: "Read finished PDF files back and say what is wrong with them.",
        discussion: """
            Draws every code as a printer does, at 300 and 600 dpi, decodes and verifies it, and holds it against the \
            manifest beside the file, the register and the printed texts. Pages without a manifest are searched for codes.

            With --photo it looks at photographs of printed sheets instead, whole or cut up on a table, and says which \
            cards are there, missing or unreadable: by --manifest, or else by the register.

            Exit status: 0 when all is well, 1 when there is any fault.
            """)

    @OptionGroup var office: OfficeOption
    @Option(
        help: ArgumentHelp(
            "An exported keyring, instead of the office; nothing is held against a register.", valueName: "FILE"))
    var keys: String?
    @Argument(help: ArgumentHelp("PDF files that Mocban printed.", valueName: "PDF")) var files: [String] = []
    @OptionGroup var photo: PhotoOptions
    @Option(help: ArgumentHelp("Their run's manifest, instead of the one beside each file.", valueName: "FILE"))
    var manifest: String?
    @Option(
        help: ArgumentHelp("Write a page with all faults and pictures of the weakest codes.", valueName: "OUT.html"))
    var report: String?
    @Flag(
        help: """
            Age each code too (dot gain and loss, blur, noise, a lifted corner, a stain, faded contrast, rotation), \
            estimate its grade, and name the weakest.
            """)
    var stress = false
    @Option(help: ArgumentHelp("Pages that are proved at once.", valueName: "N"))
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
    @Option(help: ArgumentHelp("Prove as of this time (2026-11-24T06:43:29Z) instead of now.", valueName: "TIME"))
    var at: Timestamp?
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is 1 to 256") }
        guard photo.photos.isEmpty != files.isEmpty else { throw ValidationError("Give PDF files, or --photo PHOTO.") }
        guard photo.photos.isEmpty || (report == nil && !stress) else {
            throw ValidationError("--report and --stress are for PDF files.")
        }
        guard photo.photos.isEmpty || keys == nil || manifest != nil else {
            throw ValidationError("--keys has no register: give --manifest FILE with it.")
        }
    }

    func answer() async throws {
        guard photo.photos.isEmpty else {
            return try await photo.prove(office: office, keys: keys, manifest: manifest, at: at ?? .now(), json: json)
        }
        if let report, [manifest, keys].contains(report) || files.contains(report) {
            throw FileError.outputIsInput(path: report, other: report)
        }
        let bar = ProgressLine("code")
        defer { bar.end() }
        let clock = at ?? .now()
        let resources = try Resources.located()
        let proof = try proof(at: clock, resources)
        let found = try await stoppable {
            try await proof.prove(files, manifest: manifest, stress: stress, jobs: jobs) { bar.update($0) }
        }
        bar.end()
        if let report { try ProofPage(found, on: clock.vietnamDay).write(to: report, resources: resources) }
        for file in found.files where !file.hasManifest {
            note("there is no manifest of \(file.file): its codes are read and verified, not where they stand")
        }
        let changed = Set(found.faults.filter { $0.kind == .changed }.map(\.file))
        for file in found.files where file.bytes == .unknown && !changed.contains(file.file) {
            note("the register does not know \(file.file): whether its bytes were changed is not known")
        }
        try say(
            [ProofWords.summary(found)] + found.faults.map { "\($0)" } + ProofWords.stress(found), found, json: json)
        if !found.isFaultless { throw FailureCategory.refused.code }
    }

    private func proof(at clock: Timestamp, _ resources: Resources) throws -> Proof {
        let (kept, office) = try office.kept(keys: keys)
        let list = try kept.list { note("mocban: \($0)") }
        let register = office.map { OfficeRevocations(office: $0, list: list) }
        return Proof(
            office: office, keyring: kept.keyring, revocations: register ?? list, resources: resources, clock: clock)
    }
}
