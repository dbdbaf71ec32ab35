public import Layout

/// Why the office, its files or its output cannot be used.
public enum MocbanError: Error, Equatable, CustomStringConvertible {
    /// The folder has no `mocban.yaml`.
    case notAnOffice(folder: String)
    /// The folder is an office already.
    case officeExists(folder: String)
    /// The office has no keyring, or it cannot be read.
    case keyringUnreadable(path: String, reason: String)
    /// Others than the owner can read the keyring.
    case keyringExposed(path: String, mode: UInt32)
    /// No template of the name.
    case noTemplate(name: String, known: [String])
    /// The template is of the other kind.
    case wrongTemplateKind(name: String, wanted: String)
    /// The folder of templates and fonts is not there.
    case noResources
    /// A file that is needed cannot be read.
    case inputUnreadable(path: String, reason: String)
    /// A picture has no code that can be read.
    case noCode(path: String)
    /// A file or folder cannot be written.
    case outputUnwritable(path: String, reason: String)
    /// A run is registered, and its files cannot get their names.
    case runNotEnded(UnendedRun)
    /// Another run writes to the folder.
    case outputBusy(folder: String)
    /// Another command works in the office; nobody is named where its lock does not say who.
    case officeBusy(folder: String, holder: OfficeLock.Holder?)
    /// The template is not of the size that the sheet is cut for.
    case wrongSize(name: String, profile: String, page: Size)
    /// No sheet profile of the name.
    case noProfile(name: String, known: [String])
    /// No printer was saved under the name.
    case noPrinter(name: String, known: [String])
    /// A printer was measured with other paper than the profile's.
    case otherPaper(printer: String, paper: Size, profile: String, wanted: Size)
    /// Paper is too small for the page that printers are measured by.
    case smallPaper(Size)
    /// What was measured cannot be right.
    case faultyMeasure(letter: String, meaning: String, given: Length, least: Length, most: Length)
    /// The template has nothing for the second side.
    case noBack(template: String)
    /// The layout reaches into the edge that the printer leaves unprinted.
    case unprintable(profile: String, printer: String, SheetLayout.Intrusion)
    /// A template has a place for photographs, and no folder of photographs was named.
    case photosNeeded(template: String)
    /// A folder of photographs was named, and the template has no place for them.
    case photosUnused(template: String)
    /// A template cannot have the name.
    case unusableTemplateName(String)
    /// There is a template of the name.
    case templateExists(name: String)
    /// A template cannot be drawn, whatever the data.
    case faultyTemplate(name: String, message: String)
    /// A letter's font is not there.
    case noLetterFont(message: String)
    /// The settings name another unit than the keys are for.
    case otherUnit(settings: String, keys: String)
    /// The folder has keys but no settings.
    case halfAnOffice(folder: String)
    /// The file holds an office's secrets and is not written over.
    case holdsSecrets(path: String)
    /// A file that should be a picture is none that can be read.
    case notAPicture(path: String, reason: String)
    /// A pipe was read once, and must be read again.
    case notReadTwice(path: String)
    /// A file is not what it was a moment ago.
    case inputChanged(path: String)
    /// An output would take the place of an input or of another output.
    case outputIsInput(path: String, other: String)
    /// A file that scans cannot be added to.
    case notContinued(path: String, reason: String)
    /// A list of changes is not one that can be carried out.
    case faultyChanges(path: String, row: Int, reason: String)
    /// A file is no revocation list that the keys vouch for.
    case notARevocationList(path: String, reason: String)
    /// The file beside the keys is no revocation list that they vouch for.
    case keptRevocationsFaulty(path: String, reason: String)
    /// A revocation list is older than the one that is kept; both by number and date.
    case olderRevocations(offered: String, kept: String)
    /// Two revocation lists that differ have one number.
    case otherRevocations(number: UInt64)
    /// A revocation list is of another unit than the one that is kept.
    case revocationsOfOtherUnit(offered: String, kept: String)

    /// A file is no manifest of a run; the line is nil for the whole.
    case faultyManifest(path: String, line: Int?, reason: String)

    /// The office has keys and no register, which every office is made with.
    case registerMissing(folder: String)
    /// The office has a register.
    case registerExists(folder: String)
    /// The office had a register that is gone.
    case registerLost(folder: String)
    /// Nothing was issued in the office yet.
    case nothingRegistered(folder: String)

    /// Cards and posters are asked for at once.
    case twoKinds
    /// A run has no such file or sheets.
    case noSheets(run: Int, file: String?)

    /// The message for a person.
    public var description: String {
        switch self {
        case .notAnOffice(let folder):
            "\(folder) is not an office: it has no mocban.yaml. "
                + "Make one with `mocban init DIR`, or name it with --office DIR"
        case .officeExists(let folder): "\(folder) is an office already; its keys and settings stay as they are"
        case .keyringUnreadable(let path, let reason): "the keyring \(path) cannot be read: \(reason)"
        case .keyringExposed(let path, let mode):
            "others can read the keyring \(path) (mode \(String(mode, radix: 8))): run `chmod 600 \(path)`, "
                + "and if anyone may have copied it, retire its keys"
        case .noTemplate(let name, let known):
            "there is no template '\(name)'; templates are \(known.joined(separator: ", "))"
        case .wrongTemplateKind(let name, let wanted): "the template '\(name)' is not for a \(wanted)"
        case .noResources:
            "the folder of templates and fonts was not found: "
                + "set MOCBAN_RESOURCES to the folder that holds templates/ and fonts/"
        case .inputUnreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .noCode(let path):
            "\(path): no QR code was found: take a sharper picture, straight from above, in even light"
        case .outputUnwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .runNotEnded(let run):
            "\(run.description). Or print into another folder: `mocban reprint --run \(run.run) --out DIR` prints its sheets once more"
        case .outputBusy(let folder): "another mocban is writing to \(folder): wait until it has ended"
        case .officeBusy(let folder, let holder):
            "\(OfficeLock.work(of: holder, in: folder)): wait, or give --wait"
        case .wrongSize(let name, let profile, let page):
            "the template '\(name)' is not \(page.inWords), the size that the sheet profile '\(profile)' is cut for"
        case .noProfile(let name, let known):
            "there is no sheet profile '\(name)'; profiles are \(known.joined(separator: ", "))"
        case .noPrinter(let name, let known):
            known.isEmpty
                ? "there is no printer '\(name)': print `mocban printer calibrate --out PDF`, measure it, "
                    + "and keep it by `mocban printer save \(name) --measured …`"
                : "there is no printer '\(name)'; printers are \(known.joined(separator: ", "))"
        case .otherPaper(let printer, let paper, let profile, let wanted):
            "the printer '\(printer)' was measured with paper of \(paper.inWords), and the sheet profile '\(profile)' is "
                + "for \(wanted.inWords): measure the printer with that paper too, and keep it under another name"
        case .smallPaper(let paper): "paper of \(paper.inWords) is too small for the page that a printer is measured by"
        case .faultyMeasure(let letter, let meaning, let given, let least, let most):
            "\(letter) (\(meaning)) is \(given.inWords) mm, and \(least.inWords) to \(most.inWords) mm would be likely: "
                + "measure once more, on a page that was printed at 100 %"
        case .noBack(let template):
            "the template '\(template)' has no back: print it with --duplex none, or choose one with a back"
        case .unprintable(let profile, let printer, let intrusion):
            "the sheet profile '\(profile)' comes as near as \(intrusion.distance.inWords) mm to the "
                + "\(intrusion.edge.rawValue) edge of the \(intrusion.side.rawValue), and the printer '\(printer)' leaves "
                + "\(intrusion.unprinted.inWords) mm white there: \((intrusion.unprinted - intrusion.distance).inWords) mm "
                + "would be missing. Choose another profile or template"
        case .photosNeeded(let template):
            "the template '\(template)' shows photographs: name their folder with --photos DIR"
        case .photosUnused(let template):
            "the template '\(template)' shows no photographs: leave --photos out, or choose another with --template"
        case .unusableTemplateName(let name):
            "'\(name)' cannot be a template's name: take letters, digits, - and _"
        case .templateExists(let name): "there is a template '\(name)' already: choose another name"
        case .faultyTemplate(let name, let message): "the template '\(name)' cannot be drawn: \(message)"
        case .noLetterFont(let message): "the letter cannot be set: \(message)"
        case .otherUnit(let settings, let keys):
            "mocban.yaml names the unit \(settings), but the keys are for the unit \(keys): "
                + "set it back, or make a new office for the other unit"
        case .halfAnOffice(let folder):
            "\(folder) has keys but no mocban.yaml: restore that file, or move keyring.jwks away"
        case .holdsSecrets(let path): "\(path) is an office's own keyring and is not written over: choose another file"
        case .notAPicture(let path, let reason): "\(path): \(reason)"
        case .notReadTwice(let path):
            "\(path) can be read only once, and a full list needs it twice: save it as a file and check that"
        case .inputChanged(let path): "\(path) was changed while it was being read: run the command again"
        case .notContinued(let path, let reason): "\(path) cannot be continued: \(reason), or choose another file"
        case .faultyChanges(let path, let row, let reason): "\(path), row \(row): \(reason). Nothing was written"
        case .notARevocationList(let path, let reason): "\(path) is not taken: \(reason)"
        case .keptRevocationsFaulty(let path, let reason):
            "the revocation list \(path) cannot be used: \(reason). Nothing is verified without it: "
                + "import the office's newest list again with `mocban revocations import FILE`"
        case .olderRevocations(let offered, let kept):
            "the list is older than the one that is kept: it is \(offered), and the kept one is \(kept). "
                + "Nothing was changed: ask the office for its newest list"
        case .otherRevocations(let number):
            "the list has the number \(number), as the one that is kept has, and is not the same. "
                + "Nothing was changed: ask the office to export a new list"
        case .revocationsOfOtherUnit(let offered, let kept):
            "the list is the unit \(offered)'s, and the one that is kept is the unit \(kept)'s: "
                + "keep the keys of each unit in a folder of its own"
        case .registerMissing(let folder):
            "the office \(folder) has keys and no register.sqlite: nobody can tell which of its cards are revoked, and "
                + "serials would be issued twice. Put a backup in its place with `mocban register restore BACKUP`, or an "
                + "export with `mocban register import FILE`; `mocban register new` is for an office that never had one"
        case .registerExists(let folder): "the office \(folder) has a register already; nothing was changed"
        case .registerLost(let folder):
            "the office \(folder) had a register, as register.head tells: put a backup in its place with "
                + "`mocban register restore BACKUP`. Where there is none, --lost gives up what it knew: revoked cards are "
                + "good again unless their keys are retired (`mocban key new`, `mocban revoke --key`)"
        case .nothingRegistered(let folder):
            "nothing was registered in this office (\(folder)) yet: `mocban cards` and `mocban posters` register what they print"
        case .faultyManifest(let path, let line, let reason):
            "\(path)\(line.map { ", line \($0)," } ?? "") is no manifest: \(reason)"
        case .twoKinds: "cards and posters are printed by runs of their own: ask for one kind at a time"
        case .noSheets(let run, let file):
            "run \(run) has no such sheets\(file.map { " in \($0)" } ?? ""): its manifest.json lists its files and pages"
        case .outputIsInput(let path, let other):
            path == other
                ? "\(path) would be written over while it is read: choose another name"
                : "\(path) is the same file as \(other): nothing is written over what is read, choose another name"
        }
    }
}
