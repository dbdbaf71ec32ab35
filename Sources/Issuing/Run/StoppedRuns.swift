import Files
import Layout
import Messages
import Office
import Payload
import Tables
import Templates
import VietnameseText
import SystemPackage

/// Which run it is: a new one, one that was stopped, or one that had all but ended.
extension RunPipeline {
    package func identity(of assignment: Assignment, _ registration: RunRegistration) throws -> RunIdentity {
        var design = FileDigest()
        let pictures = template.sides.flatMap(\.face.marks).compactMap { mark in
            if case .picture(let picture) = mark { picture.path } else { nil }
        }
        for path in [templateFile] + [sheets.file].compactMap(\.self) + pictures + fonts.found {
            try reading(path) { try design.add(file: path) }
        }
        // In which language people are told of it changes nothing that is printed.
        var settings = office.configuration
        settings.language = nil
        return RunIdentity(
            version: mocbanVersion, office: keyring.officeID,
            command: assignment.command, roster: assignment.roster, input: assignment.input,
            encoding: assignment.options.encoding?.rawValue, sheet: assignment.options.sheet, template: template.name,
            design: design.text, settings: FileDigest.of(settings.yaml.utf8).hexadecimal,
            grouping: options.grouping.rawValue, kid: try signingKey(at: options.clock).id.description,
            algorithm: options.algorithm.rawValue, unit: office.configuration.unit.rawValue, shard: options.shard,
            form: sheets.form,
            flags: assignment.flags + (photos.map { ["photos \($0.digest)"] } ?? []), registerHead: registration.head)
    }

    /// Ends a run that was stopped after it was registered; gives its report where it is this very command.
    ///
    /// What it came to is given also where it had all but ended: nobody was told. ``StagedFolder/forget(in:)`` comes when
    /// somebody is.
    package func ended(
        _ identity: RunIdentity, in folder: OutputFolder, _ registration: RunRegistration
    ) throws -> RunReport? {
        StagedFolder.sweep(folder)
        ScratchFile.sweep(folder.entries)
        if let office = StagedFolder.unverifiedOffice(in: folder), office != identity.office {
            throw FileError.unwritable(
                path: folder.path,
                reason: Message(
                    en: "another office's run was stopped there: choose another folder",
                    vi: "ở đó có đợt in bị dừng của cơ quan khác: hãy chọn thư mục khác"))
        }
        var settled = registration.settledBefore.filter { $0.folder == folder.absolute }
        if let stopped = StagedFolder.settlement(in: folder)?.run,
            try registration.isRegistered(stopped.number, folder.absolute)
        {
            do {
                if let run = try StagedFolder.settle(folder, settled: registration.settled) { settled.append(run) }
            } catch let error as FileError {
                throw IssuingError.runNotEnded(
                    UnendedRun(run: stopped.number, folder: folder.path, reason: Message(of: error)))
            }
        } else if let run = StagedFolder.ended(in: folder), run.run.identity.office == identity.office,
            try registration.isRegistered(run.run.number, folder.absolute)
        {
            settled.append(run)
        }
        let own = settled.last { settled in
            settled.run.identity.isSameCommand(as: identity)
                && (!options.isClockFixed || settled.run.clock == options.clock.description)
        }
        if own == nil { StagedFolder.forget(in: folder) }
        return own?.report
    }

    /// The run to print: a stopped one with its clock where it is the same, else a new one.
    package func run(
        _ identity: RunIdentity, in folder: OutputFolder, _ registration: RunRegistration
    ) throws -> StagedRun {
        let new = StagedRun(identity: identity, number: registration.number, clock: options.clock.description)
        guard !options.isClockFixed, let stopped = StagedFolder.stopped(in: folder),
            let clock = Timestamp(stopped.clock),
            (try? signingKey(at: clock))?.id.description == identity.kid
        else { return new }
        let same = StagedRun(identity: identity, number: registration.number, clock: stopped.clock)
        return stopped == same ? same : new
    }
}
