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
    /// Another run writes to the folder.
    case outputBusy(folder: String)
    /// The card template is not of the size that the sheet is cut for.
    case wrongSize(name: String)
    /// The folder holds the other command's files.
    case otherRun(folder: String, command: String)
    /// Font files of the template are not installed.
    case missingFont(message: String, packages: [String])

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
        case .outputBusy(let folder): "another run is writing to \(folder): wait for it, or choose another --out"
        case .wrongSize(let name):
            "the card template '\(name)' is not 85.60 × 53.98 mm, the size that sheets are cut for"
        case .otherRun(let folder, let command):
            "\(folder) holds the files of `mocban \(command)`: choose another --out, so that they stay"
        case .missingFont(let message, let packages):
            packages.isEmpty
                ? message
                : "\(message). Install \(packages.joined(separator: " ")), or put the files into the office's fonts/"
        }
    }
}
