public import Messages

/// Why a run cannot be begun or ended.
public enum IssuingError: Failure, Equatable {
    /// A run is registered, and its files cannot get their names.
    case runNotEnded(UnendedRun)
    /// A template has a place for photographs, and no folder of photographs was named.
    case photosNeeded(template: String)
    /// A folder of photographs was named, and the template has no place for them.
    case photosUnused(template: String)
    /// Cards and posters are asked for at once.
    case twoKinds
    /// A run has no such file or sheets.
    case noSheets(run: Int, file: String?)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .runNotEnded: .outputNotMade
        case .photosNeeded, .photosUnused: .badConfiguration
        case .twoKinds: .refused
        case .noSheets: .inputMissing
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .runNotEnded(let run):
            "\(run.description). Or print into another folder: `mocban reprint --run \(run.run) --out DIR` prints its sheets once more"
        case .photosNeeded(let template):
            "the template '\(template)' shows photographs: name their folder with --photos DIR"
        case .photosUnused(let template):
            "the template '\(template)' shows no photographs: leave --photos out, or choose another with --template"
        case .twoKinds: "cards and posters are printed by runs of their own: ask for one kind at a time"
        case .noSheets(let run, let file):
            "run \(run) has no such sheets\(file.map { " in \($0)" } ?? ""): its manifest.json lists its files and pages"
        }
    }
}
