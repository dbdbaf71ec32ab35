public import Messages

/// Why a run ended early, and how far it had come: the same command goes on from there.
public struct StoppedRun: Failure {
    /// Files that are whole.
    public var files: Int
    /// Files that the run makes; nil where that was not yet known.
    public var total: Int?
    /// Whether the run is registered, so that only names are missing.
    public var isRegistered = false
    /// What ended it.
    public var cause: any Error

    /// What kind of failure it is.
    public var category: FailureCategory { FailureCategory(of: cause) }

    /// What a person is told: what ended it, unless somebody did, and how far it had come.
    public var message: Message {
        cause is CancellationError && !isRegistered ? ending : .joined([Message(of: cause), ending], by: ". ")
    }

    /// How far it had come, and what goes on from there.
    package var ending: Message {
        if isRegistered {
            return Message(
                en: "All is printed and registered: the same command gives the files their names",
                vi: "Đã in và ghi sổ xong: chạy lại đúng lệnh ấy để đặt tên cho các tệp")
        }
        let done = Message(
            en: total.map { "\(files) of \($0) files" } ?? (files == 1 ? "1 file" : "\(files) files"),
            vi: total.map { "\(files)/\($0) tệp" } ?? "\(files) tệp")
        return cause is CancellationError
            ? Message(
                en: "stopped after \(done.english); nothing is printed yet: the same command goes on from there",
                vi: "đã dừng sau \(done.vietnamese); chưa in gì: chạy lại đúng lệnh ấy để làm tiếp")
            : Message(
                en: "Nothing is printed yet; the same command goes on after \(done.english)",
                vi: "Chưa in gì; chạy lại đúng lệnh ấy để làm tiếp sau \(done.vietnamese)")
    }
}
