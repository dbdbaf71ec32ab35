public import Files

/// Why a picture has no answer.
public enum GateError: Failure, Equatable {
    /// A picture has no code that can be read.
    case noCode(path: String)
    /// A file that should be a picture is none that can be read.
    case notAPicture(path: String, reason: String)

    /// What kind of failure it is.
    public var category: FailureCategory {
        switch self {
        case .noCode: .refused
        case .notAPicture: .badInput
        }
    }

    /// The message for a person.
    public var description: String {
        switch self {
        case .noCode(let path):
            "\(path): no QR code was found: take a sharper picture, straight from above, in even light"
        case .notAPicture(let path, let reason): "\(path): \(reason)"
        }
    }
}
