public import Messages

/// Why a file or folder cannot be read, written or held.
public enum FileError: Failure, Equatable {
    /// A file that is needed cannot be read.
    case unreadable(path: String, reason: Message)
    /// A file or folder cannot be written.
    case unwritable(path: String, reason: Message)
    /// Another process writes to the folder or file.
    case busy(path: String)
    /// A file is not what it was a moment ago.
    case changed(path: String)
    /// A pipe was read once, and must be read again.
    case notReadTwice(path: String)
    /// An output would take the place of an input or of another output.
    case outputIsInput(path: String, other: String)
    /// A file cannot be added to.
    case notContinued(path: String, reason: Message)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .unreadable: .inputMissing
        case .unwritable, .busy, .outputIsInput: .outputNotMade
        case .changed, .notReadTwice, .notContinued: .badInput
        }
    }

    /// Why a file could not be read or written, without its name.
    package var reason: Message {
        switch self {
        case .unreadable(_, let reason), .unwritable(_, let reason): reason
        default: message
        }
    }

    /// The message for a person.
    public var message: Message {
        switch self {
        case .unreadable(let path, let reason):
            Message(en: "\(path) cannot be read: \(reason.english)", vi: "không đọc được \(path): \(reason.vietnamese)")
        case .unwritable(let path, let reason):
            Message(
                en: "\(path) cannot be written: \(reason.english)", vi: "không ghi được \(path): \(reason.vietnamese)")
        case .busy(let path):
            Message(
                en: "another mocban is writing to \(path): wait until it has ended",
                vi: "một lệnh mocban khác đang ghi vào \(path): hãy chờ lệnh đó xong")
        case .changed(let path):
            Message(
                en: "\(path) was changed while it was being read: run the command again",
                vi: "\(path) bị thay đổi trong khi đang đọc: hãy chạy lại lệnh")
        case .notReadTwice(let path):
            Message(
                en: "\(path) can be read only once, and a full list needs it twice: save it as a file and check that",
                vi:
                    "\(path) chỉ đọc được một lần, mà danh sách đầy đủ cần đọc hai lần: hãy lưu thành tệp rồi kiểm tra tệp đó"
            )
        case .outputIsInput(let path, let other):
            path == other
                ? Message(
                    en: "\(path) would be written over while it is read: choose another name",
                    vi: "\(path) sẽ bị ghi đè trong khi đang đọc: hãy chọn tên khác")
                : Message(
                    en:
                        "\(path) is the same file as \(other): nothing is written over what is read, choose another name",
                    vi: "\(path) và \(other) là cùng một tệp: không được ghi đè lên tệp đang đọc, hãy chọn tên khác")
        case .notContinued(let path, let reason):
            Message(
                en: "\(path) cannot be continued: \(reason.english), or choose another file",
                vi: "không ghi tiếp được vào \(path): \(reason.vietnamese), hoặc chọn tệp khác")
        }
    }
}
