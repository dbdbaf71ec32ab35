public import Messages

/// Why a file or folder cannot be read, written or held.
public enum FileError: Failure, Equatable {
    /// A file that is needed cannot be read.
    case unreadable(path: String, reason: String)
    /// A file or folder cannot be written.
    case unwritable(path: String, reason: String)
    /// Another process writes to the folder or file.
    case busy(path: String)
    /// A file is not what it was a moment ago.
    case changed(path: String)
    /// A pipe was read once, and must be read again.
    case notReadTwice(path: String)
    /// An output would take the place of an input or of another output.
    case outputIsInput(path: String, other: String)
    /// A file cannot be added to.
    case notContinued(path: String, reason: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .unreadable: .inputMissing
        case .unwritable, .busy, .outputIsInput: .outputNotMade
        case .changed, .notReadTwice, .notContinued: .badInput
        }
    }

    /// Why a file could not be read or written, without its name.
    package var reason: String {
        switch self {
        case .unreadable(_, let reason), .unwritable(_, let reason): reason
        default: description
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        case .busy(let path): "another mocban is writing to \(path): wait until it has ended"
        case .changed(let path): "\(path) was changed while it was being read: run the command again"
        case .notReadTwice(let path):
            "\(path) can be read only once, and a full list needs it twice: save it as a file and check that"
        case .outputIsInput(let path, let other):
            path == other
                ? "\(path) would be written over while it is read: choose another name"
                : "\(path) is the same file as \(other): nothing is written over what is read, choose another name"
        case .notContinued(let path, let reason): "\(path) cannot be continued: \(reason), or choose another file"
        }
    }
}
