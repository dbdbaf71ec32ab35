package import Messages

/// Why something cannot be drawn.
package enum DrawingError: Failure, Equatable {
    /// Somebody's photograph cannot be read.
    case unreadablePhoto(path: String, reason: Message)
    /// The output cannot be written.
    case cannotWrite(path: String, reason: Message)
    /// A library refused an operation.
    case failed(Message)

    package var message: Message {
        switch self {
        case .unreadablePhoto(let path, let reason):
            Message(en: "the photograph \(path): \(reason.english)", vi: "ảnh chụp \(path): \(reason.vietnamese)")
        case .cannotWrite(let path, let reason):
            Message(
                en: "\(path) cannot be written: \(reason.english)", vi: "không ghi được \(path): \(reason.vietnamese)")
        case .failed(let reason):
            Message(en: "drawing failed: \(reason.english)", vi: "vẽ không thành công: \(reason.vietnamese)")
        }
    }

    /// A photograph is one card's data, so that the others can still be drawn.
    package var category: FailureCategory {
        switch self {
        case .unreadablePhoto: .refused
        case .cannotWrite: .outputNotMade
        case .failed: .internalFault
        }
    }
}
