package import Messages

/// Why a picture of pixels cannot be used.
package enum PictureError: Failure, Equatable {
    /// A picture cannot be read.
    case unreadable(path: String, reason: Message)
    /// There is no memory, or a library failed.
    case failed(Message)

    package var message: Message {
        switch self {
        case .unreadable(let path, let reason): reason.prefixed(path)
        case .failed(let reason):
            Message(en: "drawing failed: \(reason.english)", vi: "vẽ không thành công: \(reason.vietnamese)")
        }
    }

    /// A template's pictures are part of its settings.
    package var category: FailureCategory {
        switch self {
        case .unreadable: .badConfiguration
        case .failed: .internalFault
        }
    }
}
