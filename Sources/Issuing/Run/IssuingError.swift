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

    /// What a person is told.
    public var message: Message {
        switch self {
        case .runNotEnded(let run):
            .joined([
                run.message,
                Message(
                    en: ". Or print into another folder: `mocban reprint --run \(run.run) --out DIR` prints its sheets "
                        + "once more",
                    vi: ". Hoặc in vào thư mục khác: `mocban reprint --run \(run.run) --out THƯ_MỤC` in lại các tờ ấy"),
            ])
        case .photosNeeded(let template):
            Message(
                en: "the template '\(template)' shows photographs: name their folder with --photos DIR",
                vi: "mẫu “\(template)” có ảnh chân dung: hãy ghi thư mục ảnh bằng --photos THƯ_MỤC")
        case .photosUnused(let template):
            Message(
                en:
                    "the template '\(template)' shows no photographs: leave --photos out, or choose another with --template",
                vi: "mẫu “\(template)” không có ảnh chân dung: hãy bỏ --photos, hoặc chọn mẫu khác bằng --template")
        case .twoKinds:
            Message(
                en: "cards and posters are printed by runs of their own: ask for one kind at a time",
                vi: "thẻ và áp phích in bằng các đợt in riêng: mỗi lần chỉ yêu cầu một loại")
        case .noSheets(let run, let file):
            Message(
                en: "run \(run) has no such sheets\(file.map { " in \($0)" } ?? ""): its manifest.json lists its files "
                    + "and pages",
                vi: "đợt in \(run) không có các tờ ấy\(file.map { " trong \($0)" } ?? ""): "
                    + "manifest.json của đợt in liệt kê các tệp và trang")
        }
    }
}
